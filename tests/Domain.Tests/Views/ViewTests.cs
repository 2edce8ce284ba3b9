using Trials.Domain.Tests.Support;
using Trials.Domain.Views;

namespace Trials.Domain.Tests.Views;

public sealed class ViewTests : StreamTests<View, ViewEvent>
{
    private static readonly ViewEvent.Saved Mine = new("petitions", FreeText.From("Ждут дольше месяца")!, FreeText.From("/petitions?days=30")!);
    private static readonly ViewEvent.Renamed Renamed = new(FreeText.From("Waiting")!);
    private static readonly ViewEvent.Removed Removed = new();

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
}
