using Mediator;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Projections.Engine;
using Trials.Projections.Hearings;

namespace Trials.Projections.Pretrial;

/// <summary>Answers <see cref="DetentionList"/>.</summary>
public sealed class DetentionListHandler(ReadModelDatabase database, ViewerAccessor viewers)
    : IQueryHandler<DetentionList, Page<DetentionListRow>>
{
    /// <inheritdoc/>
    public async ValueTask<Page<DetentionListRow>> Handle(DetentionList query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var where = DetentionRows.Matching(session, query.Filter, viewers.Viewer);
        return await session.Page(
            query.Page, DetentionRows.Select, DetentionRows.From, where, "d.first_day DESC NULLS LAST, d.case_id, d.place", DetentionRows.Read, cancellationToken)
            .ConfigureAwait(false);
    }
}

/// <summary>Answers <see cref="DetentionOverview"/>.</summary>
public sealed class DetentionOverviewHandler(ReadModelDatabase database, ViewerAccessor viewers)
    : IQueryHandler<DetentionOverview, IReadOnlyList<DetentionReport>>
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DetentionReport>> Handle(DetentionOverview query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var where = DetentionRows.Matching(session, query.Filter, viewers.Viewer);
        var rows = await session.Query($"{DetentionRows.Select} WHERE {where.Sql}", where.Arguments, DetentionRows.Read, cancellationToken)
            .ConfigureAwait(false);
        return [.. Enum.GetValues<DetentionStep>().Select(step => Report(step, rows))];
    }

    private static DetentionReport Report(DetentionStep step, IReadOnlyList<DetentionListRow> rows)
    {
        var ends = rows.Select(r => (From: r.Episode.Apprehended, To: DetentionRows.At(r.Episode, step))).ToList();
        var minutes = ends.Select(e => DetentionEpisode.Minutes(e.From, e.To)).OfType<int>().ToList();
        var notRecorded = ends.Count(e => e.From is null || e.To is null);
        return new(step, new(minutes.Select(m => new ValueCount(m, 1))), notRecorded, ends.Count - notRecorded - minutes.Count);
    }
}

/// <summary>How a detention is found and read.</summary>
public static class DetentionRows
{
    internal const string From = "detentions d JOIN pretrial_cases c ON c.case_id = d.case_id";

    internal const string Select =
        "SELECT d.case_id, c.reference, d.person_id, d.body, d.kind_of_place, "
        + "d.apprehended_at, d.apprehended_zone, d.apprehended_precision, d.apprehended_minutes, "
        + "d.registered_at, d.registered_zone, d.registered_precision, d.registered_minutes, "
        + "d.relatives_at, d.relatives_zone, d.relatives_precision, d.relatives_minutes, "
        + "d.lawyer_at, d.lawyer_zone, d.lawyer_precision, d.lawyer_minutes, "
        + "d.medical_at, d.medical_zone, d.medical_precision, d.medical_minutes, "
        + "d.custody_at, d.custody_zone, d.custody_precision, d.custody_minutes, "
        + "d.released_at, d.released_zone, d.released_precision, d.released_minutes FROM " + From;

    private const int MinutesInHour = 60;

    /// <summary>When a step was; null for not recorded.</summary>
    public static HappenedAt? At(DetentionEpisode episode, DetentionStep step) => step switch
    {
        DetentionStep.Registration => episode.Registered,
        DetentionStep.Lawyer => episode.LawyerSeen,
        DetentionStep.MedicalCheck => episode.MedicalCheck,
        DetentionStep.Relatives => episode.RelativesTold,
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    internal static Where Matching(ReadSession session, DetentionFilter filter, Viewer viewer)
    {
        var where = new Where(session)
            .Integer("c.visibility <= @clearance", "clearance", (int)viewer.Clearance)
            .Uuid("d.case_id = @case", "case", filter.Case?.Value)
            .Text("d.body = @body", "body", filter.Body?.Value)
            .Integer("d.minutes_registered >= @minutes", "minutes", (long?)filter.HoursAtLeast * MinutesInHour)
            .Date("d.first_day >= @from", "from", filter.From)
            .Date("d.first_day <= @to", "to", filter.To);
        return filter.Missing switch
        {
            null => where,
            DetentionStep.Registration => where.Add("d.registered_at IS NULL"),
            DetentionStep.Lawyer => where.Add("d.lawyer_at IS NULL"),
            DetentionStep.MedicalCheck => where.Add("d.medical_at IS NULL"),
            DetentionStep.Relatives => where.Add("d.relatives_at IS NULL"),
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };
    }

    internal static DetentionListRow Read(RowReader row) => new(
        new(row.Uuid()),
        row.Text(),
        new(
            new(row.Uuid()),
            row.TextOrNull() is { } body ? new AuthorityCode(body) : null,
            (DetentionPlace)row.Int(),
            row.HappenedOrNull(),
            row.HappenedOrNull(),
            row.HappenedOrNull(),
            row.HappenedOrNull(),
            row.HappenedOrNull(),
            row.HappenedOrNull(),
            row.HappenedOrNull()));
}
