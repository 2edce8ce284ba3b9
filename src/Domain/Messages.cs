namespace Trials.Domain;

/// <summary>A message that declares the permission it needs. The guard refuses every message that does not.</summary>
public interface IGuarded
{
    /// <summary>What the sender must be allowed to do.</summary>
    Permission Permission { get; }
}

/// <summary>Where a message type states its permission, once and for all its instances.</summary>
public interface INeeds
{
    /// <summary>What the sender must be allowed to do.</summary>
    static abstract Permission Needed { get; }
}

#pragma warning disable RS0030 // The two bases are where the mediator's own interfaces may stand.

/// <summary>The base of every query.</summary>
/// <typeparam name="TSelf">The query's own type.</typeparam>
/// <typeparam name="TResult">What it answers.</typeparam>
public abstract record Query<TSelf, TResult> : Mediator.IQuery<TResult>, IGuarded
    where TSelf : Query<TSelf, TResult>, INeeds
{
    /// <inheritdoc/>
    public Permission Permission => TSelf.Needed;
}

/// <summary>The base of every command: what somebody wants recorded in one stream.</summary>
/// <typeparam name="TSelf">The command's own type.</typeparam>
/// <typeparam name="TEvent">The stream's event family.</typeparam>
public abstract record StreamCommand<TSelf, TEvent> : Mediator.ICommand<Outcome>, IStreamCommand
    where TSelf : StreamCommand<TSelf, TEvent>, INeeds
    where TEvent : DomainEvent
{
    /// <summary>The stream to append to.</summary>
    public required StreamName Stream { get; init; }

    /// <summary>The matter that the stream belongs to.</summary>
    public required MatterId Matter { get; init; }

    /// <summary>Who, when, how known, and the command's id.</summary>
    public required CommandHeader Header { get; init; }

    /// <summary>What happened, in order; each becomes an entry, all or none.</summary>
    public ValueList<TEvent> Facts { get; init; }

    /// <summary>What is corrected, withdrawn or undone, in order.</summary>
    public ValueList<Amendment> Amendments { get; init; }

    /// <inheritdoc/>
    public Permission Permission => TSelf.Needed;

    ValueList<DomainEvent> IStreamCommand.Events => [.. Facts, .. Amendments];
}

#pragma warning restore RS0030

/// <summary>A command, whatever its family.</summary>
public interface IStreamCommand : IGuarded
{
    /// <summary>The stream to append to.</summary>
    StreamName Stream { get; }

    /// <summary>The matter that the stream belongs to.</summary>
    MatterId Matter { get; }

    /// <summary>Who, when, how known, and the command's id.</summary>
    CommandHeader Header { get; }

    /// <summary>The facts, then the amendments.</summary>
    ValueList<DomainEvent> Events { get; }
}

/// <summary>What a form carries beside its fields.</summary>
/// <param name="Command">The form's id from the moment it is shown.</param>
/// <param name="Happened">When it happened.</param>
/// <param name="Source">How the author knows.</param>
public sealed record CommandHeader(CommandId Command, HappenedAt Happened, Source Source)
{
    /// <summary>Whose account it is; the typist's own where null.</summary>
    public ActorId? Author { get; init; }

    /// <summary>The stream's last revision when the form was shown; null where the form does not depend on it. -1 for a new stream.</summary>
    public long? SeenRevision { get; init; }

    /// <summary>The entry elsewhere that this follows from.</summary>
    public EventId? Cause { get; init; }
}

/// <summary>What became of a command.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>It is on disk.</summary>
    /// <param name="Stream">Where.</param>
    /// <param name="Position">The position of its last event, or of what followed from it; a page that waits for it shows the effect.</param>
    /// <param name="Entries">The ids of its events, in order.</param>
    /// <param name="Repeated">Whether this command had been recorded before, and this is the first answer again.</param>
    public sealed record Recorded(StreamName Stream, LogPosition Position, ValueList<EventId> Entries, bool Repeated) : Outcome
    {
        /// <summary>What became of what follows from it in other streams, such as the next hearing; the entry stands also where that is refused.</summary>
        public ValueList<Outcome> Followed { get; init; } = [];
    }

    /// <summary>It was already so; nothing was added.</summary>
    public sealed record Unchanged(StreamName Stream) : Outcome;

    /// <summary>It contradicts the record, or the log cannot take it now. Nothing was written.</summary>
    public sealed record Refused(Refusal Refusal) : Outcome;

    /// <summary>Somebody else changed the same thing since the form was shown. Nothing was written; both versions are to be shown.</summary>
    /// <param name="Refusal">What of it is refused.</param>
    /// <param name="Meanwhile">What others recorded since, oldest first.</param>
    /// <param name="Revision">The stream's revision now: sending the form again with it as seen confirms.</param>
    public sealed record Conflicted(Refusal Refusal, IReadOnlyList<RecordedEvent> Meanwhile, long Revision) : Outcome;
}

/// <summary>Who sends a message, as the guard found out.</summary>
/// <param name="Id">Who.</param>
/// <param name="Role">In what capacity.</param>
/// <param name="Permissions">What they may do.</param>
public sealed record Actor(ActorId Id, ActorRole Role, ValueList<Permission> Permissions);

/// <summary>Finds out who sends the messages of this request.</summary>
public interface IActorSource
{
    /// <summary>The sender; null where nobody is acting, which the guard refuses.</summary>
    Actor? Current { get; }
}

