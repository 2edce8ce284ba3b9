using Trials.Domain.Cases;

namespace Trials.Domain.Petitions;

/// <summary>From when on whoever had to decide petitions no longer could. Whoever holds a record always can.</summary>
/// <param name="To">Who.</param>
/// <param name="Only">Petitions of which round only, from 1; null for all.</param>
/// <param name="Entry">The entry that ended it.</param>
/// <param name="At">When.</param>
/// <param name="Round">The round that it happened in; null where it belongs to none.</param>
public sealed record CompetenceEnd(Addressee To, int? Only, EventId Entry, HappenedAt At, int? Round)
{
    private static readonly Addressee[] Investigating = [Addressee.Prosecutor, Addressee.Investigator];

    private static readonly Addressee[] Deciding = [Addressee.Court, .. Investigating];

    /// <summary>
    /// The ends in a case, in the order of recording: a court's by what ends its round (a judgment, a return, or what was decided of every accused of it), an
    /// investigator's and prosecutor's by the indictment, the beginning of the first instance or their own round's judgment, each of them by the termination
    /// of the whole case.
    /// </summary>
    /// <param name="entries">The effective entries of the case.</param>
    public static IEnumerable<CompetenceEnd> Of(IEnumerable<Entry<CaseEvent>> entries)
    {
        var so = new RoundsSoFar();
        foreach (var entry in entries)
        {
            var before = so;
            so = so.After(entry.Event);
            foreach (var round in so.Over.Except(before.Over))
            {
                yield return new(Addressee.Court, round, entry.Id, entry.Happened, round);
            }

            var (who, during) = so.IsTerminated && !before.IsTerminated ? (Deciding, (entry.Event as CaseEvent.Terminated)?.Round) : entry.Event switch
            {
                CaseEvent.Indicted or CaseEvent.RoundBegan { Kind: RoundKind.FirstInstance } => (Investigating, null),
                CaseEvent.JudgmentGiven e when so.IsInvestigation(e.Round) => (Investigating, e.Round),
                _ => ([], null),
            };
            foreach (var to in who)
            {
                yield return new(to, null, entry.Id, entry.Happened, during);
            }
        }
    }
}
