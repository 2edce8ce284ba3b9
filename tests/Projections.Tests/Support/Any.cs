using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;

namespace Trials.Projections.Tests.Support;

/// <summary>Values that a test needs and does not care about.</summary>
internal static class Any
{
    public static readonly Instant Now = Instant.FromUtc(2023, 12, 20, 6, 0);

    public static readonly CaseId Case = new(Id("case"));

    public static readonly CaseId OtherCase = new(Id("other case"));

    public static readonly HearingId Hearing = new(Id("hearing"));

    public static readonly HearingId OtherHearing = new(Id("other hearing"));

    public static readonly PetitionId Petition = new(Id("petition"));

    public static readonly PetitionId OtherPetition = new(Id("other petition"));

    public static readonly ClaimId Claim = new(Id("claim"));

    public static readonly ClaimId OtherClaim = new(Id("other claim"));

    public static readonly PersonId Person = new(Id("person"));

    public static readonly CourtCode Court = new("dushanbe-somoni");

    public static readonly CourtCode OtherCourt = new("khujand");

    public static readonly RegionCode Region = new("dushanbe");

    public static readonly RegionCode OtherRegion = new("soghd");

    public static readonly OfficialCode Judge = new("judge-a");

    public static readonly OfficialCode OtherJudge = new("judge-b");

    public static readonly Article Torture = new("CC", 143, 1, "2");

    public static readonly FreeText Text = FreeText.From("In words.")!;

    public static readonly Actor Lawyer = new(new(Id("lawyer")), ActorRole.Lawyer, [.. Enum.GetValues<Permission>()]);

    public static readonly Actor Observer = new(new(Id("observer")), ActorRole.Observer, [.. Enum.GetValues<Permission>()]);

    public static readonly LocalDate Day = new(2023, 11, 14);

    /// <summary>The same id for the same name.</summary>
    public static Guid Id(string name) => DerivedGuid.From(Guid.Empty, name);

    /// <summary>A minute of <see cref="Day"/>.</summary>
    public static HappenedAt At(int hour, int minute) => HappenedAt.Exactly(Day.At(new(hour, minute)));
}
