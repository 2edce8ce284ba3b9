using NodaTime;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;

namespace Trials.Domain.Tests.Support;

/// <summary>Values that a test needs and does not care about.</summary>
public static class Any
{
    public static readonly Instant Now = Instant.FromUtc(2023, 3, 20, 6, 0);

    public static readonly CaseId Case = new(Id("case"));

    public static readonly MatterId Matter = Case.Matter;

    public static readonly HearingId Hearing = new(Id("hearing"));

    public static readonly HearingId NextHearing = new(Id("next hearing"));

    public static readonly PersonId Person = new(Id("person"));

    public static readonly CourtCode Court = new("dushanbe-somoni");

    public static readonly OfficialCode Judge = new("judge-a");

    public static readonly OfficialCode OtherJudge = new("judge-b");

    public static readonly Article Torture = new("CC", 143, 1, "2");

    public static readonly FreeText Text = FreeText.From("In words.")!;

    public static readonly FreeText TooLongText = FreeText.From(new('x', FreeText.MaxLength + 1))!;

    public static readonly Actor Lawyer = new(new(Id("lawyer")), ActorRole.Lawyer, [.. Enum.GetValues<Permission>()]);

    public static readonly Actor Observer = new(new(Id("observer")), ActorRole.Observer, [Permission.ObserveHearings, Permission.ReadCases]);

    /// <summary>The same id for the same name.</summary>
    public static Guid Id(string name) => DerivedGuid.From(Guid.Empty, name);

    public static CommandId Command(int number) => new(Id($"command {number}"));

    public static StreamName StreamOf(string category) => category switch
    {
        "case" => StreamName.Of(Case),
        "application" => StreamName.Of(new ApplicationId(Case.Value)),
        "activity" => StreamName.Of(new ActivityId(Case.Value)),
        "hearing" => StreamName.Of(Hearing),
        "report" => StreamName.OfReport(Hearing, Observer.Id),
        "person" => StreamName.Of(Person),
        "catalogue" => StreamName.OfCatalogue("courts"),
        _ => new($"{category}-{Id(category):N}"),
    };
}
