namespace Trials.Domain.People;

/// <summary>Records what is known of a person, or amends what was recorded.</summary>
public sealed record RecordPerson : StreamCommand<RecordPerson, PersonEvent>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.RecordPersons;
}

/// <summary>Why an entry of a person is refused.</summary>
public static class PersonRefusals
{
    /// <summary>Nothing is known of this person yet: register the person first. No parameters.</summary>
    public const string NotRegistered = "person-not-registered";

    /// <summary>A person is registered once; record that the identity changed, or correct that entry. No parameters.</summary>
    public const string AlreadyRegistered = "person-already-registered";

    /// <summary>This person was merged into another one; undo that first. No parameters.</summary>
    public const string AlreadyMerged = "person-already-merged";

    /// <summary>A person is not merged into itself, nor into one that was merged into it. No parameters.</summary>
    public const string MergedInARing = "person-merged-in-a-ring";

    /// <summary>This person was not merged into another one. No parameters.</summary>
    public const string NotMerged = "person-not-merged";

    /// <summary>This person was erased: no name can be kept any more, and nothing is left to erase. No parameters.</summary>
    public const string Erased = "person-erased";

    /// <summary>A birth year is 1900 or later, and not after the person became known. Parameters <c>year</c>, <c>min</c>, <c>max</c>.</summary>
    public const string BirthYear = "person-birth-year";
}

public sealed partial record Person
{
    /// <summary>The earliest birth year that is taken.</summary>
    public const int FirstBirthYear = 1900;

    /// <inheritdoc/>
    public static Verdict Judge(Person state, Entry<PersonEvent> proposed) => proposed.Event switch
    {
        PersonEvent.Registered when state.IsRegistered => Verdict.Refuse(PersonRefusals.AlreadyRegistered),
        PersonEvent.Registered e => Verdict.FirstOf(Limits.Name(e.Name), BornInTime(e.BirthYear, proposed.Happened)),
        _ when !state.IsRegistered => Verdict.Refuse(PersonRefusals.NotRegistered),
        PersonEvent.IdentityChanged or PersonEvent.Erased when state.IsErased => Verdict.Refuse(PersonRefusals.Erased),
        PersonEvent.Erased e => Limits.Text(e.Reason),
        PersonEvent.Merged e => Verdict.FirstOf(
            Limits.Text(e.Reason),
            state.MergedInto is { } into
                ? into == e.Into ? Verdict.AlreadySo : Verdict.Refuse(PersonRefusals.AlreadyMerged)
                : Verdict.Accepted),
        PersonEvent.Unmerged e => Verdict.FirstOf(
            Limits.Text(e.Reason),
            state.MergedInto is null ? Verdict.Refuse(PersonRefusals.NotMerged) : Verdict.Accepted),
        PersonEvent.IdentityChanged e => Verdict.FirstOf(
            Limits.Name(e.Name),
            BornInTime(e.BirthYear, proposed.Happened),
            !state.HasName && e.Name is null && e.Sex == state.Sex && e.BirthYear == state.BirthYear ? Verdict.AlreadySo : Verdict.Accepted),
        _ => throw new UnreachableEventException(proposed.Event),
    };

    private static Verdict BornInTime(int? year, HappenedAt known) =>
        year is { } born && (born < FirstBirthYear || born > known.Latest.Year)
            ? Verdict.Refuse(PersonRefusals.BirthYear, ("year", born), ("min", FirstBirthYear), ("max", known.Latest.Year))
            : Verdict.Accepted;
}
