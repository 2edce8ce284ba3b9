using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Petitions;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Petitions;

/// <summary>When an addressee could no longer decide, as <see cref="CompetenceEnd"/> says.</summary>
/// <param name="Case">The case.</param>
/// <param name="Place">Which of them, from 0.</param>
/// <param name="Addressee">Who.</param>
/// <param name="Round">In which round only; null for all.</param>
/// <param name="At">From when on.</param>
internal sealed record PetitionEnd(CaseId Case, int Place, Addressee Addressee, int? Round, HappenedAt At)
{
    public static IReadOnlyList<PetitionEnd> Of(Folded<EntryList<CaseEvent>>? folded) => folded is null
        ? []
        : [.. CompetenceEnd.Of(folded.State.All).Select((e, place) => new PetitionEnd(new(folded.Stream.LeadingGuid), place, e.To, e.Only, e.At))];

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
