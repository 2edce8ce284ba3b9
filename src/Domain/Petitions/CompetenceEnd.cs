using NodaTime;
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
    /// The last moment that is meant, to the minute: a petition overtaken by this waited from that moment or an earlier one on. Compared with
    /// <see cref="PetitionWait.From"/>, in the register as in the rule.
    /// </summary>
    public LocalDateTime Until => At.Precision is Precision.Approximate or Precision.Day or Precision.Month or Precision.Year
        ? At.Latest.With(TimeAdjusters.TruncateToMinute)
        : At.Local;

    /// <summary>
    /// The ends in a case: a court's by what ends its round (a judgment, a return, or what was decided of every accused of it), an
    /// investigator's and prosecutor's by the indictment, the beginning of the first instance or their own round's judgment, each of them by the termination
    /// of the whole case.
    /// </summary>
    /// <param name="entries">The effective entries of the case, in the order in which they happened.</param>
    public static IEnumerable<CompetenceEnd> Of(IEnumerable<Entry<CaseEvent>> entries)
    {
        var so = new RoundsSoFar();
        foreach (var entry in entries)
        {
            var before = so;
            so = so.After(entry);
            foreach (var (round, by) in so.Over.Skip(before.Over.Count))
            {
                yield return new(Addressee.Court, round, by.Id, by.Happened, round);
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

    /// <summary>
    /// The ends in a case, each under what it links to: a petition of no round is overtaken by the end of any, and one of any round by the end of them all.
    /// </summary>
    /// <param name="of">The case.</param>
    /// <param name="entries">Its effective entries, in the order in which they happened.</param>
    public static IEnumerable<(string Link, CompetenceEnd End)> Linked(CaseId of, IReadOnlyList<Entry<CaseEvent>> entries)
    {
        var rounds = entries.Select(entry => entry.Event).OfType<CaseEvent.RoundBegan>().Select(began => (int?)began.Round).Append(null).ToList();
        return Of(entries)
            .SelectMany(end => end.LinksOf(of, rounds).Select(link => (link, end)))
            .DistinctBy(linked => (linked.link, linked.end.Entry));
    }

    /// <summary>Tells what overtakes petitions to a court; no round is that of a petition whose round is unknown.</summary>
    public static string OfCourt(CaseId of, int? round) => $"{of.Value:N}/court/{round}";

    /// <summary>Tells what overtakes petitions to a prosecutor or investigator.</summary>
    public static string OfInvestigation(CaseId of) => $"{of.Value:N}/investigation";

    private IEnumerable<string> LinksOf(CaseId of, IEnumerable<int?> rounds) =>
        To != Addressee.Court ? [OfInvestigation(of)]
        : Only is { } round ? [OfCourt(of, round), OfCourt(of, null)]
        : rounds.Select(each => OfCourt(of, each));
}
