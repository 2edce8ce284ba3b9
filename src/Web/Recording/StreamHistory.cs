using Mediator;
using Trials.Domain;
using Trials.Domain.Views;

namespace Trials.Web.Recording;

/// <summary>A stream's entries as they were recorded, oldest first; empty where there is none that the viewer may see. Protected texts stay sealed.</summary>
public sealed record StreamHistory(StreamName Stream) : Query<StreamHistory, IReadOnlyList<RecordedEvent>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>Answers <see cref="StreamHistory"/> from the log itself, so that an amendment is made of what stands there now.</summary>
public sealed class StreamHistoryHandler(IEventLog log, IEventCodec codec, ViewerAccessor viewers) : IQueryHandler<StreamHistory, IReadOnlyList<RecordedEvent>>
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RecordedEvent>> Handle(StreamHistory query, CancellationToken cancellationToken)
    {
        // What somebody saved for themselves is no entry of the record, and nobody else's to read or amend.
        if (query.Stream.Category == View.Category)
        {
            return [];
        }

        var history = new List<RecordedEvent>();
        await foreach (var stored in log.ReadStream(query.Stream, 0, cancellationToken).ConfigureAwait(false))
        {
            history.Add(codec.Decode(stored));
        }

        // Every matter is open as yet, as the rows of read models say too; one that is not is looked up here.
        return viewers.Viewer.MaySee(MatterVisibility.Open) ? history : [];
    }
}
