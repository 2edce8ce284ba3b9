using Trials.Domain.Activities;
using Trials.Domain.Tests.Properties;

namespace Trials.Domain.Tests.Activities;

public sealed class ActivityProperties : StreamProperties<Activity, ActivityEvent>;
