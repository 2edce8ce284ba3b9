using Mediator;
using Trials.Domain;
using Trials.Projections.Engine;

namespace Trials.Projections.Timelines;

/// <summary>Answers <see cref="LatestEntries"/>.</summary>
public sealed class LatestEntriesHandler(ReadModelDatabase database, IEventCodec codec, ViewerAccessor viewers)
    : IQueryHandler<LatestEntries, IReadOnlyList<LatestEntry>>
{
    private const int Most = 100;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<LatestEntry>> Handle(LatestEntries query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var recorded = await session.Query(
            $"{TimelineRow.Select} WHERE visibility <= @clearance ORDER BY position DESC LIMIT @limit",
            session.NewArguments().Integer("clearance", (int)viewers.Viewer.Clearance).Integer("limit", Math.Clamp(query.Count, 1, Most)),
            row => codec.Decode(TimelineRow.Read(row)),
            cancellationToken).ConfigureAwait(false);
        if (recorded.Count == 0)
        {
            return [];
        }

        var known = await Known(session, recorded, cancellationToken).ConfigureAwait(false);
        var latest = new List<LatestEntry>(recorded.Count);
        foreach (var entry in recorded)
        {
            var amended = entry.Data is Amendment amendment
                ? await WireName(session, entry.Metadata.Matter, amendment.Entry, cancellationToken).ConfigureAwait(false)
                : null;
            var (kind, reference) = known.GetValueOrDefault(entry.Metadata.Matter.Value);
            latest.Add(new(entry, amended, kind, reference));
        }

        return latest;
    }

    private static async ValueTask<Dictionary<Guid, (MatterKind Kind, string? Reference)>> Known(
        ReadSession session, List<RecordedEvent> recorded, CancellationToken cancellation)
    {
        (MatterKind Kind, string Sql)[] questions =
        [
            (MatterKind.Case, "SELECT case_id, reference FROM docket_cases WHERE case_id IN @ids"),
            (MatterKind.Application, "SELECT application_id, number FROM applications WHERE application_id IN @ids"),
            (MatterKind.Activity, "SELECT activity_id, NULL FROM activities WHERE activity_id IN @ids"),
        ];
        var ids = session.NewArguments().Uuids("ids", recorded.Select(e => e.Metadata.Matter.Value).Distinct());
        var known = new Dictionary<Guid, (MatterKind, string?)>();
        foreach (var (kind, sql) in questions)
        {
            foreach (var (matter, reference) in await session.Query(sql, ids, row => (row.Uuid(), row.TextOrNull()), cancellation).ConfigureAwait(false))
            {
                known[matter] = (kind, reference);
            }
        }

        return known;
    }

    private static ValueTask<string?> WireName(ReadSession session, MatterId matter, EventId entry, CancellationToken cancellation) =>
        session.QueryFirst(
            "SELECT wire_name FROM timeline_entries WHERE matter = @matter AND entry = @entry",
            session.NewArguments().Uuid("matter", matter.Value).Uuid("entry", entry.Value),
            row => row.TextOrNull(),
            cancellation);
}
