using Trials.Domain.Cases;
using Trials.Projections.Engine;

namespace Trials.Projections.Cases;

/// <summary>The entries of a case as rules read them: one fold, so that the projections that need them keep them once.</summary>
internal static class CaseEntries
{
    public static StreamFold<EntryList<CaseEvent>, CaseEvent> Fold { get; } = EntryList<CaseEvent>.Fold("case");
}
