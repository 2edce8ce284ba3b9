using Trials.Projections.Petitions;
using Trials.Web.Registers;

namespace Trials.Web.Petitions;

/// <summary>
/// The register of petitions as a file: all that the filter leaves, not one page of it. What a petition says in words is left out: it may name persons,
/// and a file travels.
/// </summary>
public static class PetitionCsv
{
    private static readonly string[] Columns =
    [
        "petition_id", "case_id", "case", "round", "hearing_id", "kind", "by", "to", "filed", "filed_precision", "standing", "times_held_over",
        "decision", "reasoning", "closed", "closed_precision", "days", "repeats_petition_id", "competence_ended", "executed", "appeals", "set_aside",
    ];

    /// <summary>Maps <see cref="PetitionAddress.CsvPath"/>, which takes the register's own filter.</summary>
    public static void MapPetitionCsv(this IEndpointRouteBuilder routes) => routes.MapRegisterCsv(
        PetitionAddress.CsvPath,
        Columns,
        PetitionAddress.Read,
        (sender, asked, today, page, cancellation) => sender.Send(asked.Query(today, page), cancellation),
        Cells);

    private static object?[] Cells(PetitionListRow row) =>
    [
        row.Petition.Value, row.Case.Value, row.CaseReference, row.Round, row.Hearing?.Value, row.Kind, row.By, row.To,
        Moments.Of(row.Filed), row.Filed.Precision, row.Standing, row.HeldOver,
        row.Decision, row.Reasoning, Moments.Of(row.Closed), row.Closed?.Precision, row.Days, row.Predecessor?.Value, Moments.Of(row.CompetenceEnded), row.Execution, row.Appeals, row.SetAside,
    ];
}
