using Trials.Domain.Cases;
using Trials.Domain.Tests.Properties;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Cases;

public sealed class CaseProperties : StreamProperties<Case, CaseEvent>
{
    protected override IReadOnlyList<CaseEvent> Begun =>
    [
        new CaseEvent.Opened(CaseKind.Criminal, "2023-07", [Any.Torture], null),
        new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Any.Court, null),
        new CaseEvent.StatusGiven(new PersonId(Any.Case.Value), ProceduralStatus.Victim, null, null, null),
        new CaseEvent.RoundBegan(2, RoundKind.Appeal, Any.Court, null),
    ];
}
