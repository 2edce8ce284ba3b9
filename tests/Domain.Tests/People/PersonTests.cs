using Trials.Domain.People;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.People;

public sealed class PersonTests : StreamTests<Person, PersonEvent>
{
    private static readonly PersonEvent.Registered Registered = new(PersonalText.From("Ғуломҷон Ӣброҳимӣ"), Sex.Male, 1990);

    private static readonly PersonId Other = new(Any.Id("other person"));

    private static readonly PersonEvent.IdentityChanged Changed = new(PersonalText.From("Ҷамшед"), Sex.Male, 1991);

    [Fact]
    public void Is_registered() => Nothing.When(Registered).Then(Registered);

    [Fact]
    public void Is_registered_without_anything_known() => Nothing.When(new PersonEvent.Registered(null, Sex.NotRecorded, null)).ThenRecorded();

    [Fact, Provokes(PersonRefusals.AlreadyRegistered)]
    public void Is_registered_once() => Given(Registered).When(Registered).ThenRefused(PersonRefusals.AlreadyRegistered);

    [Fact, Provokes(PersonRefusals.NotRegistered)]
    public void Is_registered_before_the_identity_changes() => Nothing.When(Changed).ThenRefused(PersonRefusals.NotRegistered);

    [Fact]
    public void Changes_identity()
    {
        Given(Registered).When(Changed).Then(Changed);
        Given(Registered, Changed).State.BirthYear.Should().Be(1991);
    }

    [Fact]
    public void The_same_identity_changes_nothing_but_names_are_never_compared()
    {
        var nameless = new PersonEvent.Registered(null, Sex.Female, 1980);
        Given(nameless).When(new PersonEvent.IdentityChanged(null, Sex.Female, 1980)).ThenNothing();
        Given(Registered).When(new PersonEvent.IdentityChanged(Registered.Name, Registered.Sex, Registered.BirthYear)).ThenRecorded();
        Given(Registered).When(new PersonEvent.IdentityChanged(null, Registered.Sex, Registered.BirthYear)).ThenRecorded();
    }

    [Theory]
    [InlineData(1899, false)]
    [InlineData(1900, true)]
    [InlineData(2023, true)]
    [InlineData(2024, false)]
    [Provokes(PersonRefusals.BirthYear)]
    public void Was_born_between_1900_and_becoming_known(int year, bool possible)
    {
        foreach (var decided in new[]
        {
            Nothing.When(Registered with { BirthYear = year }), Given(Registered).When(Changed with { BirthYear = year }),
        })
        {
            if (possible)
                decided.ThenRecorded();
            else
                decided.ThenRefused(PersonRefusals.BirthYear, ("year", year), ("min", 1900), ("max", 2023));
        }

        Nothing.When(Registered with { BirthYear = 1899 }).ThenRefused(PersonRefusals.BirthYear, ("year", 1899), ("min", 1900), ("max", 2023));
    }

    [Fact, Provokes(LimitRefusals.TooLong)]
    public void Has_a_name_of_up_to_500_characters()
    {
        Nothing.When(Registered with { Name = PersonalText.From(new('x', 500)) }).ThenRecorded();
        Nothing.When(Registered with { Name = PersonalText.From(new('x', 501)) })
            .ThenRefused(LimitRefusals.TooLong, ("field", Field.PersonName), ("length", 501), ("max", 500));
    }

    [Fact, Provokes(PersonRefusals.AlreadyMerged), Provokes(PersonRefusals.NotMerged), Provokes(PersonRefusals.NotRegistered)]
    public void Turns_out_to_be_another_one_and_after_all_not()
    {
        var merged = new PersonEvent.Merged(Other, null);
        var unmerged = new PersonEvent.Unmerged(Any.Text);
        Given(Registered).When(merged).Then(merged);
        Given(Registered, merged).When(merged).ThenNothing();
        Given(Registered, merged).When(merged with { Into = Any.Person }).ThenRefused(PersonRefusals.AlreadyMerged);
        Given(Registered, merged).When(unmerged).Then(unmerged);
        Given(Registered, merged, unmerged).When(merged).ThenRecorded();
        Given(Registered).When(unmerged).ThenRefused(PersonRefusals.NotMerged);
        Nothing.When(merged).ThenRefused(PersonRefusals.NotRegistered);
    }

    [Fact, Provokes(PersonRefusals.MergedInARing)]
    public async Task Does_not_turn_out_to_be_themselves()
    {
        var world = new World();
        await world.Has<Person, PersonEvent>(StreamName.Of(Any.Person), Registered);
        await world.Has<Person, PersonEvent>(StreamName.Of(Other), Registered);

        (await Merge(world, Any.Person, Any.Person)).ShouldBeRefused(PersonRefusals.MergedInARing);
        (await Merge(world, Any.Person, Other)).Should().BeOfType<Outcome.Recorded>();
        (await Merge(world, Other, Any.Person)).ShouldBeRefused(PersonRefusals.MergedInARing);
    }

    [Fact, Provokes(PersonRefusals.Erased), Provokes(PersonRefusals.NotRegistered)]
    public void Is_erased_once_and_gets_no_name_afterwards()
    {
        var erased = new PersonEvent.Erased(Any.Text);
        Given(Registered).When(erased).Then(erased);
        Given(Registered, erased).State.Should().Be(new Person(IsRegistered: true, HasName: false, Sex.Male, 1990, null, IsErased: true));
        Given(Registered, erased).When(erased with { Reason = null }).ThenRefused(PersonRefusals.Erased);
        Given(Registered, erased).When(Changed).ThenRefused(PersonRefusals.Erased);
        Given(Registered, erased).When(new PersonEvent.Merged(Other, null)).ThenRecorded();
        Nothing.When(erased).ThenRefused(PersonRefusals.NotRegistered);
    }

    [Fact, Provokes(LoopRefusals.EntryFinal)]
    public void Is_not_brought_back_by_amending_the_entry()
    {
        var given = Given(Registered, new PersonEvent.Erased(null));
        given.WhenAmending(Withdraw(given[1])).ThenRefused(LoopRefusals.EntryFinal);
        given.WhenAmending(Correct(given[1], new PersonEvent.Erased(Any.Text))).ThenRefused(LoopRefusals.EntryFinal);
    }

    [Fact, Provokes(LoopRefusals.LogOutcomeUnknown), Provokes(PersonRefusals.Erased)]
    public async Task Is_erased_when_the_keys_are_gone_which_the_same_command_tries_again()
    {
        var (world, erasure) = (new World(), new Erasing());
        await world.Has<Person, PersonEvent>(StreamName.Of(Any.Person), Registered);
        erasure.Fails = true;
        (await Send(world, Any.Person, "erase", new PersonEvent.Erased(Any.Text), erasure)).ShouldBeRefused(LoopRefusals.LogOutcomeUnknown);

        erasure.Fails = false;
        (await Send(world, Any.Person, "erase", new PersonEvent.Erased(Any.Text), erasure)).Should().BeOfType<Outcome.Recorded>().Which.Repeated.Should().BeTrue();
        erasure.Erased.Should().Equal(Any.Person);

        (await Send(world, Any.Person, "erase anew", new PersonEvent.Erased(Any.Text), erasure)).ShouldBeRefused(PersonRefusals.Erased);
        (await Send(world, Any.Person, "erase", new PersonEvent.Erased(Any.Text), erasure)).Should().BeOfType<Outcome.Recorded>();
        erasure.Erased.Should().Equal(Any.Person, Any.Person);
    }

    private static ValueTask<Outcome> Merge(World world, PersonId person, PersonId into) =>
        Send(world, person, $"merge {person.Value} {into.Value}", new PersonEvent.Merged(into, null), new Erasing());

    private static ValueTask<Outcome> Send(World world, PersonId person, string command, PersonEvent fact, IErasure erasure)
    {
        var viewers = new ViewerAccessor();
        var sent = new RecordPerson
        {
            Stream = StreamName.Of(person),
            Matter = Any.Matter,
            Header = new(new(Any.Id(command)), Scenario.Then, new Source.SeenMyself()),
            Facts = [fact],
        };
        return new Guard<RecordPerson, Outcome>(new ActingAs(Any.Lawyer), viewers).Handle(
            sent, new RecordPersonHandler(world.Loop, viewers, world.Log, world.Codec, erasure).Handle, TestContext.Current.CancellationToken);
    }

    /// <summary>Notes whom it erased.</summary>
    private sealed class Erasing : IErasure
    {
        public bool Fails { get; set; }

        public List<PersonId> Erased { get; } = [];

        public bool IsDone(PersonId person) => Erased.Contains(person);

        public ValueTask Erase(PersonId person, CancellationToken cancellation)
        {
            if (Fails)
            {
                throw new KeysUnavailableException(LogFailure.DiskFull, new IOException());
            }

            Erased.Add(person);
            return default;
        }
    }
}
