using Trials.Domain.Tests.Support;
using Trials.Domain.Views;

namespace Trials.Domain.Tests.Views;

public sealed class ViewTests : StreamTests<View, ViewEvent>
{
    private static readonly ViewEvent.Saved Mine = new("petitions", FreeText.From("Ждут дольше месяца")!, FreeText.From("/petitions?days=30")!);
    private static readonly ViewEvent.Renamed Renamed = new(FreeText.From("Waiting")!);
    private static readonly ViewEvent.Removed Removed = new();
    private static readonly StreamName Stream = StreamName.Of(new ViewId(Any.Id("a view")));

    private readonly World world = new();
    private int commands;

    [Fact, Provokes(ViewRefusals.AlreadySaved)]
    public void Is_saved_once()
    {
        Nothing.When(Mine).Then(Mine);
        Given(Mine).When(Mine).ThenRefused(ViewRefusals.AlreadySaved);
    }

    [Fact, Provokes(ViewRefusals.NotYours)]
    public void Belongs_to_whoever_saves_it()
    {
        Given(Mine).WhenBy(Any.Observer, Renamed).ThenRefused(ViewRefusals.NotYours);
        Given(Mine).WhenBy(Any.Observer, Removed).ThenRefused(ViewRefusals.NotYours);
    }

    [Theory, Provokes(ViewRefusals.NotAmended)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_amended_by_nobody_whoever_saved_it(bool isAnother_s)
    {
        var sender = isAnother_s ? Any.Observer : Any.Lawyer;
        var saved = (await Send(Any.Lawyer, Saving)).Should().BeOfType<Outcome.Recorded>().Subject.Entries[0];

        (await Send(sender, Amending(Withdraw(saved)))).ShouldBeRefused(ViewRefusals.NotAmended);
        (await Send(sender, Amending(Correct(saved, Mine with { Name = Renamed.Name })))).ShouldBeRefused(ViewRefusals.NotAmended);
        (await Send(sender, Amending(Correct(saved, Mine with { Address = FreeText.From("/claims")! })))).ShouldBeRefused(ViewRefusals.NotAmended);

        world.Stream(Stream).Select(e => e.Data).Should().Equal(Mine);
    }

    [Fact, Provokes(ViewRefusals.NotYours)]
    public async Task Is_recorded_in_nobody_s_name_but_the_sender_s()
    {
        await Send(Any.Lawyer, Saving);

        (await Send(Any.Observer, InTheNameOf(Any.Lawyer, Renamed))).ShouldBeRefused(ViewRefusals.NotYours);
        (await Send(Any.Observer, InTheNameOf(Any.Lawyer, Removed))).ShouldBeRefused(ViewRefusals.NotYours);
        (await Send(Any.Observer, InTheNameOf(Any.Lawyer, Mine, StreamName.Of(new ViewId(Any.Id("another view")))))).ShouldBeRefused(ViewRefusals.NotYours);
        (await Send(Any.Lawyer, InTheNameOf(Any.Lawyer, Renamed))).Should().BeOfType<Outcome.Recorded>();

        world.Log.All.Select(e => world.Codec.Decode(e).Data).Should().Equal(Mine, Renamed);
    }

    [Fact, Provokes(ViewRefusals.Gone)]
    public void Is_renamed_until_it_is_removed_and_removed_once()
    {
        Given(Mine).When(Renamed).Then(Renamed);
        Given(Mine, Renamed).When(Removed).Then(Removed);
        Given(Mine, Removed).When(Removed).ThenNothing();
        Given(Mine, Removed).When(Renamed).ThenRefused(ViewRefusals.Gone);
        Nothing.When(Removed).ThenRefused(ViewRefusals.Gone);
    }

    [Fact, Provokes(LimitRefusals.TooLong)]
    public void Name_and_address_are_short()
    {
        Nothing.When(Mine with { Name = FreeText.From(new('x', View.LongestName + 1))! }).ThenRefused(
            LimitRefusals.TooLong, ("field", Field.ViewName), ("length", View.LongestName + 1), ("max", View.LongestName));
        Nothing.When(Mine with { Address = FreeText.From(new('x', View.LongestAddress + 1))! }).ThenRefused(
            LimitRefusals.TooLong, ("field", Field.Address), ("length", View.LongestAddress + 1), ("max", View.LongestAddress));
    }

    private RecordView Saving => Command() with { Facts = [Mine] };

    private RecordView Amending(Amendment amendment) => Command() with { Amendments = [amendment] };

    private RecordView InTheNameOf(Actor author, ViewEvent said, StreamName? stream = null)
    {
        var command = Command(stream);
        return command with { Header = command.Header with { Author = author.Id }, Facts = [said] };
    }

    private RecordView Command(StreamName? stream = null) => new()
    {
        Stream = stream ?? Stream,
        Matter = MatterId.Common,
        Header = new(Any.Command(++commands), Scenario.Then, new Source.SeenMyself()),
    };

    /// <summary>As it comes from outside: through the guard and the handler.</summary>
    private ValueTask<Outcome> Send(Actor sender, RecordView command)
    {
        var viewers = new ViewerAccessor();
        var handler = new RecordViewHandler(world.Loop, viewers);
        return new Guard<RecordView, Outcome>(new ActingAs(sender), viewers).Handle(command, handler.Handle, TestContext.Current.CancellationToken);
    }
}
