using Trials.Domain.Hearings;
using Trials.Domain.Tests.Properties;

namespace Trials.Domain.Tests.Hearings;

public sealed class HearingProperties : StreamProperties<Hearing, HearingEvent>;
