using Trials.Domain.Tests.Properties;
using Trials.Domain.Views;

namespace Trials.Domain.Tests.Views;

public sealed class ViewProperties : StreamProperties<View, ViewEvent>;
