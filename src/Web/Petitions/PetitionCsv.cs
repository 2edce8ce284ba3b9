using Mediator;
using NodaTime;
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
    public static void MapPetitionCsv(this IEndpointRouteBuilder routes) => routes.MapGet(
        PetitionAddress.CsvPath,
        async (HttpRequest request, ISender sender, IClock clock, CancellationToken cancellation) =>
        {
            var address = new AddressReader(request.QueryString.Value);
            var asked = PetitionAddress.Read(address);
            if (address.NotUnderstood.Count > 0)
            {
                return Results.BadRequest();
            }

            var today = clock.CourtDay();
            var rows = await WholeList.Read(page => sender.Send(asked.Query(today, page), cancellation));
            return CsvDownload.Of("petitions", today, Columns, rows.Select(Cells));
        });

    private static object?[] Cells(PetitionListRow row) =>
    [
        row.Petition.Value, row.Case.Value, row.CaseReference, row.Round, row.Hearing?.Value, row.Kind, row.By, row.To,
        Moments.Of(row.Filed), row.Filed.Precision, row.Standing, row.HeldOver,
        row.Decision, row.Reasoning, Moments.Of(row.Closed), row.Closed?.Precision, row.Days, row.Predecessor?.Value, Moments.Of(row.CompetenceEnded), row.Execution, row.Appeals, row.SetAside,
    ];
}
