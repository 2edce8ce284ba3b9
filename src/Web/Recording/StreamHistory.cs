using Mediator;
using Trials.Domain;

namespace Trials.Web.Recording;

/// <summary>A stream's entries as they were recorded, oldest first; empty where there is none. Protected texts stay sealed.</summary>
public sealed record StreamHistory(StreamName Stream) : Query<StreamHistory, IReadOnlyList<RecordedEvent>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>Answers <see cref="StreamHistory"/> from the log itself, so that an amendment is made of what stands there now.</summary>
public sealed class StreamHistoryHandler(IEventLog log, IEventCodec codec) : IQueryHandler<StreamHistory, IReadOnlyList<RecordedEvent>>
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RecordedEvent>> Handle(StreamHistory query, CancellationToken cancellationToken)
    {
        var history = new List<RecordedEvent>();
        await foreach (var stored in log.ReadStream(query.Stream, 0, cancellationToken).ConfigureAwait(false))
        {
            history.Add(codec.Decode(stored));
        }

        return history;
    }
}
