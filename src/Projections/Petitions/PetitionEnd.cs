using Trials.Domain;
using Trials.Domain.Petitions;
using Trials.Projections.Cases;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Petitions;

/// <summary>
/// When an addressee could no longer decide: a court from its judgment or return on, an investigator or prosecutor from the
/// indictment on, each of them from the termination of the whole case on.
/// Whoever holds a record always can.
/// </summary>
/// <param name="Case">The case.</param>
/// <param name="Place">Which of them, from 0.</param>
/// <param name="Addressee">Who.</param>
/// <param name="Round">In which round only; null for all.</param>
/// <param name="At">From when on.</param>
internal sealed record PetitionEnd(CaseId Case, int Place, Addressee Addressee, int? Round, HappenedAt At)
{
    private static readonly Addressee[] Investigating = [Addressee.Prosecutor, Addressee.Investigator];

    private static readonly Addressee[] Deciding = [Addressee.Court, Addressee.Prosecutor, Addressee.Investigator];

    public static IReadOnlyList<PetitionEnd> Of(Folded<CaseFacts>? folded)
    {
        if (folded?.State is not { Kind: not null } facts)
        {
            return [];
        }

        var ends = facts.Rounds
            .Where(r => r.Ended is not null)
            .Select(r => (To: Addressee.Court, Round: (int?)r.Round, At: r.Ended!.Value))
            .Concat(facts.Indictments.SelectMany(at => Investigating.Select(to => (To: to, Round: (int?)null, At: at))))
            .Concat(facts.Terminations.Where(t => t.Person is null).SelectMany(t => Deciding.Select(to => (To: to, Round: (int?)null, t.At))));
        return [.. ends.Select((e, place) => new PetitionEnd(new(folded.Stream.LeadingGuid), place, e.To, e.Round, e.At))];
    }

    public static OwnedTable<PetitionEnd> Table { get; } = new(
        "petition_ends",
        TableKind.Many,
        new Columns<PetitionEnd>()
            .Uuid("case_id", r => r.Case.Value)
            .Integer("place", r => r.Place)
            .Integer("addressee", r => (int)r.Addressee)
            .IntegerOrNull("round", r => r.Round)
            .Happened("ended", r => r.At),
        2);
}
