using Trials.Domain.People;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.People;

public sealed class PersonTests : StreamTests<Person, PersonEvent>
{
    private static readonly PersonEvent.Registered Registered = new(PersonalText.From("Ғуломҷон Ӣброҳимӣ"), Sex.Male, 1990);

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
}
