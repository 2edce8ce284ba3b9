using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Petitions;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Petitions;

/// <summary>When an addressee could no longer decide, as <see cref="CompetenceEnd"/> says.</summary>
/// <param name="Case">The case.</param>
/// <param name="Place">Which of them, from 0.</param>
/// <param name="Link">Which petitions it overtakes.</param>
/// <param name="Until">If they waited from then on or earlier.</param>
/// <param name="At">From when on.</param>
internal sealed record PetitionEnd(CaseId Case, int Place, string Link, LocalDateTime Until, HappenedAt At)
{
    public static IReadOnlyList<PetitionEnd> Of(Folded<EntryList<CaseEvent>>? folded)
    {
        if (folded is null)
        {
            return [];
        }

        var of = new CaseId(folded.Stream.LeadingGuid);
        return
        [
            .. CompetenceEnd.Linked(of, folded.State.All.InOrderOfHappening())
                .Select((linked, place) => new PetitionEnd(of, place, linked.Link, linked.End.Until, linked.End.At)),
        ];
    }

    public static OwnedTable<PetitionEnd> Table { get; } = new(
        "petition_ends",
        TableKind.Many,
        new Columns<PetitionEnd>()
            .Uuid("case_id", r => r.Case.Value)
            .Integer("place", r => r.Place)
            .Text("link", r => r.Link)
            .Moment("until", r => r.Until)
            .Happened("ended", r => r.At),
        2,
        "link");
}
