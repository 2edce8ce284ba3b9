using System.Runtime.CompilerServices;
using Mediator;
using Trials.Domain.Hearings;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests;

public sealed class GuardTests
{
    private readonly ViewerAccessor viewers = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static RecordInHearing Command => new()
    {
        Stream = StreamName.Of(Any.Hearing),
        Matter = Any.Matter,
        Header = new(Any.Command(1), Scenario.Then, new Source.SeenMyself()),
    };

    private ValueTask<string> Send<TMessage>(TMessage message, Actor? actor)
        where TMessage : IMessage =>
        new Guard<TMessage, string>(new ActingAs(actor), viewers).Handle(message, (_, _) => new(viewers.Viewer.Actor.Role.ToString()), Cancellation);

    private async Task<List<Actor>> Stream<TMessage>(TMessage message, Actor? actor)
        where TMessage : IStreamMessage
    {
        var answers = new List<Actor>();
        var guard = new StreamGuard<TMessage, Actor>(new ActingAs(actor), viewers);
        await foreach (var answer in guard.Handle(message, (_, cancellation) => WhoReads(cancellation), Cancellation))
            answers.Add(answer);
        return answers;
    }

    private async IAsyncEnumerable<Actor> WhoReads([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var i = 0; i < 3; i++)
        {
            yield return viewers.Viewer.Actor;
            cancellation.ThrowIfCancellationRequested();
            await ValueTask.CompletedTask;
        }
    }

    [Fact]
    public async Task Lets_through_who_may_send_it_and_says_who_that_is() =>
        (await Send(Command, Any.Lawyer)).Should().Be(nameof(ActorRole.Lawyer));

    [Fact]
    public async Task Refuses_who_lacks_the_permission()
    {
        var send = async () => await Send(Command, Any.Observer);
        (await send.Should().ThrowAsync<NotPermittedException>()).Which.What.Should().Be(nameof(Permission.RecordProcedure));
    }

    [Fact]
    public async Task Refuses_where_nobody_is_acting()
    {
        var send = async () => await Send(Command, null);
        await send.Should().ThrowAsync<NotPermittedException>();
    }

    [Fact]
    public async Task Refuses_a_message_that_declares_no_permission()
    {
        var send = async () => await Send(new Undeclared(), Any.Lawyer);
        (await send.Should().ThrowAsync<NotPermittedException>()).Which.What.Should().Be("none");
    }

    [Fact]
    public async Task Stands_before_streamed_answers_too()
    {
        (await Stream(new Streamed(), Any.Observer)).Should().Equal([Any.Observer, Any.Observer, Any.Observer], "until the last answer");
        var lacking = async () => await Stream(new Streamed(), Any.Observer with { Permissions = [Permission.Operate] });
        await lacking.Should().ThrowAsync<NotPermittedException>();
        var nobody = async () => await Stream(new Streamed(), null);
        await nobody.Should().ThrowAsync<NotPermittedException>();
        var undeclared = async () => await Stream(new UndeclaredStream(), Any.Lawyer);
        await undeclared.Should().ThrowAsync<NotPermittedException>();
    }

    [Fact]
    public void There_is_no_viewer_without_a_guarded_message()
    {
        var viewer = () => viewers.Viewer;
        viewer.Should().Throw<NotPermittedException>();
    }

    [Fact]
    public async Task The_viewer_is_gone_behind_the_message()
    {
        await Send(Command, Any.Lawyer);
        var viewer = () => viewers.Viewer;
        viewer.Should().Throw<NotPermittedException>();
    }

#pragma warning disable RS0030 // Messages of the kinds that the product bans, to see them refused.
    private sealed record Undeclared : IRequest<string>;

    private sealed record UndeclaredStream : IStreamQuery<Actor>;

    private sealed record Streamed : IStreamQuery<Actor>, IGuarded
    {
        public Permission Permission => Permission.ReadCases;
    }
#pragma warning restore RS0030
}
