using Mediator;
using Trials.Domain;
using Trials.Projections.Engine;

namespace Trials.Projections.Timelines;

/// <summary>Answers <see cref="CaseTimeline"/>.</summary>
public sealed class CaseTimelineHandler(ReadModelDatabase database, IEventCodec codec, ViewerAccessor viewers)
    : IQueryHandler<CaseTimeline, MatterTimeline>
{
    /// <inheritdoc/>
    public async ValueTask<MatterTimeline> Handle(CaseTimeline query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var recorded = await session.Query(
            $"{TimelineRow.Select} WHERE matter = @matter AND visibility <= @clearance ORDER BY position",
            session.NewArguments().Uuid("matter", query.Matter.Value).Integer("clearance", (int)viewers.Viewer.Clearance),
            row => codec.Decode(TimelineRow.Read(row)),
            cancellationToken).ConfigureAwait(false);
        return new(
            TimelineEntries.Of(recorded),
            TimelineSpansOf.Rounds(recorded),
            TimelineSpansOf.Hearings(recorded),
            TimelineSpansOf.Petitions(recorded),
            TimelineSpansOf.Claims(recorded),
            await session.Position(ProjectionNames.Timeline, cancellationToken).ConfigureAwait(false));
    }
}
