using Trials.Domain.Applications;
using Trials.Domain.Catalogues;
using Trials.Domain.People;
using Trials.Projections.Engine;

namespace Trials.Projections.Applications;

/// <summary>How the rows of applications are read, with the bodies and steps that stand in other tables.</summary>
internal static class ApplicationListRows
{
    public static string Select { get; } =
        "SELECT a.application_id, a.number, a.received_at, a.received_zone, a.received_precision, a.received_minutes, a.channel, a.region, "
        + "a.applicant_sex, a.relation, a.victims, "
        + "(SELECT COUNT(*) FROM application_victims v WHERE v.application_id = a.application_id AND v.age_to < 18), "
        + "a.closed_at, a.closed_zone, a.closed_precision, a.closed_minutes, "
        + $"(SELECT COUNT(*) FROM activities t WHERE t.application_id = a.application_id AND t.kind = {(int)Domain.Activities.ActivityKind.LegalSupport} "
        + "AND t.visibility <= @clearance), "
        + "a.revision, a.applicant, a.has_applicant FROM applications a";

    /// <summary>Reads the rows of a query, and what else they show.</summary>
    public static async ValueTask<IReadOnlyList<T>> Read<T>(
        ReadSession session, string sql, Arguments arguments, Func<RowReader, ApplicationListRow, T> with, Func<T, ApplicationListRow> row,
        Func<T, ApplicationListRow, T> replace, CancellationToken cancellation)
    {
        var read = await session.Query(sql, arguments, reader => with(reader, Row(reader)), cancellation).ConfigureAwait(false);
        if (read.Count == 0)
        {
            return read;
        }

        var ids = session.NewArguments().Uuids("ids", read.Select(r => row(r).Application.Value));
        var bodies = (await session.Query(
                $"SELECT application_id, code FROM application_codes WHERE kind = {(int)ApplicationCodeKind.Against} AND application_id IN @ids ORDER BY code",
                ids,
                r => (Application: r.Uuid(), Code: new AuthorityCode(r.Text())),
                cancellation).ConfigureAwait(false))
            .ToLookup(b => b.Application, b => b.Code);
        var steps = (await session.Query(
                "SELECT DISTINCT application_id, step FROM application_years WHERE step >= 0 AND application_id IN @ids ORDER BY step",
                ids,
                r => (Application: r.Uuid(), Step: (ApplicationStep)r.Int()),
                cancellation).ConfigureAwait(false))
            .ToLookup(s => s.Application, s => s.Step);
        return
        [
            .. read.Select(item => replace(item, row(item) with
            {
                Against = [.. bodies[row(item).Application.Value]],
                Steps = [.. steps[row(item).Application.Value]],
            })),
        ];
    }

    private static ApplicationListRow Row(RowReader row)
    {
        var read = new ApplicationListRow(
            new(row.Uuid()),
            row.TextOrNull(),
            row.HappenedOrNull(),
            (ApplicationChannel)row.Int(),
            row.TextOrNull() is { } region ? new RegionCode(region) : null,
            (Sex)row.Int(),
            (VictimRelation)row.Int(),
            row.Int(),
            row.Int(),
            [],
            row.HappenedOrNull(),
            [],
            0);
        return read with { LegalSupport = row.Int() };
    }
}
