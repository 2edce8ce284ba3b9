using System.Runtime.CompilerServices;
using Mediator;

namespace Trials.Domain;

/// <summary>Proof that the guard let somebody read. Only the guard makes one; every query of a read model takes one.</summary>
public sealed class Viewer
{
    internal Viewer(Actor actor) => Actor = actor;

    /// <summary>Who reads.</summary>
    public Actor Actor { get; }

    /// <summary>The strictest visibility that this viewer may see; rows carry their matter's.</summary>
    public MatterVisibility Clearance { get; } = MatterVisibility.Open;

    /// <summary>Whether this viewer may see what belongs to a matter of some visibility; read models ask the same in SQL.</summary>
    public bool MaySee(MatterVisibility visibility) => visibility <= Clearance;
}

/// <summary>Who may see a matter's rows.</summary>
public enum MatterVisibility
{
    /// <summary>Everyone who may read cases.</summary>
    Open = 0,

    /// <summary>Only those who were named for the matter.</summary>
    Restricted = 1,
}

/// <summary>The viewer of the message under way, set by the guard for the handler behind it.</summary>
public sealed class ViewerAccessor
{
    private readonly AsyncLocal<Viewer?> current = new();

    /// <summary>The viewer.</summary>
    /// <exception cref="NotPermittedException">No guarded message is under way.</exception>
    public Viewer Viewer => current.Value ?? throw new NotPermittedException("none");

    internal void Set(Viewer viewer) => current.Value = viewer;
}

/// <summary>A message was sent by somebody who may not send it, or declares no permission.</summary>
public sealed class NotPermittedException(string what) : Exception($"Not permitted: {what}.")
{
    /// <summary>The permission that was missing, or <c>none</c> where the message declares none.</summary>
    public string What => what;
}

/// <summary>Lets through only messages that declare a permission, from senders who have it. Unconstrained, so that it stands before every message.</summary>
public sealed class Guard<TMessage, TResponse>(IActorSource actors, ViewerAccessor viewers) : IPipelineBehavior<TMessage, TResponse>
    where TMessage : notnull, IMessage
{
    /// <inheritdoc/>
    public async ValueTask<TResponse> Handle(
        TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellationToken)
    {
        viewers.Set(GuardRule.Check(message, actors.Current));
        return await next(message, cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>The same for streamed answers.</summary>
public sealed class StreamGuard<TMessage, TResponse>(IActorSource actors, ViewerAccessor viewers) : IStreamPipelineBehavior<TMessage, TResponse>
    where TMessage : notnull, IStreamMessage
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<TResponse> Handle(
        TMessage message, StreamHandlerDelegate<TMessage, TResponse> next, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var viewer = GuardRule.Check(message, actors.Current);
        viewers.Set(viewer);
        var responses = next(message, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (responses.ConfigureAwait(false))
        {
            while (await responses.MoveNextAsync().ConfigureAwait(false))
            {
                yield return responses.Current;

                // Whoever reads on does so in a context of their own: what was set before the first answer is gone.
                viewers.Set(viewer);
            }
        }
    }
}

internal static class GuardRule
{
    public static Viewer Check(object message, Actor? actor)
    {
        var needed = message is IGuarded guarded ? guarded.Permission : throw new NotPermittedException("none");
        return actor is not null && actor.Permissions.Contains(needed) ? new Viewer(actor) : throw new NotPermittedException(needed.ToString());
    }
}
