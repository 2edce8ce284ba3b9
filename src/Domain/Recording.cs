using Mediator;

namespace Trials.Domain;

/// <summary>What the handler of each stream's command does: run the loop in the sender's name.</summary>
/// <typeparam name="TCommand">The command.</typeparam>
/// <typeparam name="TState">The stream's state.</typeparam>
/// <typeparam name="TEvent">The stream's events.</typeparam>
public abstract class RecordingHandler<TCommand, TState, TEvent>(DecisionLoop loop, ViewerAccessor viewers) : ICommandHandler<TCommand, Outcome>
    where TCommand : StreamCommand<TCommand, TEvent>, INeeds
    where TState : IStream<TState, TEvent>
    where TEvent : DomainEvent
{
    /// <summary>Who sends the command.</summary>
    protected Actor Sender => viewers.Viewer.Actor;

    /// <inheritdoc/>
    public virtual ValueTask<Outcome> Handle(TCommand command, CancellationToken cancellationToken) =>
        loop.Record<TState, TEvent>(command, Sender, cancellationToken);
}
