using Trials.Domain.Cases;
using Trials.Domain.Tests.Properties;

namespace Trials.Domain.Tests.Cases;

public sealed class CaseProperties : StreamProperties<Case, CaseEvent>;
