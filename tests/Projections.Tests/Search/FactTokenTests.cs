using System.Collections;
using Trials.Domain;
using Trials.Projections.Search;

namespace Trials.Projections.Tests.Search;

/// <summary>
/// What of an entry is found, and what never. A field of a new kind stops here: whether it may be found is decided by somebody, and written down.
/// </summary>
public sealed class FactTokenTests
{
    /// <summary>The enumerations whose members entries are found by. None tells whose body or life it is about.</summary>
    private static readonly string[] Found =
    [
        "ActivityAddressee", "ActivityKind", "Addressee", "AppealAgainst", "AppealOutcome", "ApplicationChannel", "ApplicationEnd", "CaseKind",
        "CaseOfApplication", "CaseRelation", "CausedBy", "ChecklistItem", "ClaimEnd", "ClaimGround", "ClaimLaw", "ClosedPart", "ClosingRuling",
        "ComplaintSubject", "ConsentGiver", "ConsentScope", "CountOutcome", "DelayCause", "DetentionPlace", "ExaminationKind", "Execution", "GivenUpReason",
        "HearingCause", "HearingKind", "HoldingBack", "HoldingBackReason", "InjuryFinding", "IstanbulProtocol", "JudgmentOutcome", "LeadOutcome",
        "NonDisclosureScope", "Obstruction", "Party", "PetitionDecision", "PetitionKind", "ProceduralStatus", "ProtectionMeasure", "ProtocolUse",
        "Reasoning", "ReferredTo", "RefusalGround", "Regime", "RemittedFor", "ReprisalKind", "RequalifiedBy", "RespondentCapacity", "RestraintMeasure",
        "ReturnedTo", "RightHolder", "RoundKind", "StepKind", "SuspensionGround", "TerminationGround", "VictimRelation", "Yields",
    ];

    /// <summary>The texts that are found: what the state or the office numbers and names, never what somebody tells.</summary>
    private static readonly string[] FoundTexts =
    [
        "Opened.Reference", "TakenOver.Reference", "TakenOver.UniqueNumber", "TakenOver.Category", "RoundBegan.Number", "CriminalCaseOpened.Number",
        "StatusGiven.Number", "StatusRefused.Number", "StatusEnded.Number", "DetentionRegistered.Number", "WritIssued.Number", "Received.Number",
        "Scheduled.Room",
    ];

    [Fact]
    public void Every_enumeration_of_an_event_is_found_or_never_found_because_somebody_said_so() =>
        Reached().Select(at => at.Type).Where(type => type.IsEnum && !FactTokens.NeverFound.Contains(type)).Select(type => type.Name).Distinct()
            .Should().BeEquivalentTo(Found);

    [Fact]
    public void What_is_never_found_is_something_that_events_say() =>
        FactTokens.NeverFound.Should().BeSubsetOf(Reached().Select(at => at.Type));

    [Fact]
    public void Every_text_that_is_found_is_known_by_its_event() =>
        Reached().Where(at => at.Type == typeof(string) && FactTokens.PublicTexts.Contains(at.Property)).Select(at => $"{at.Owner}.{at.Property}").Distinct()
            .Should().BeEquivalentTo(FoundTexts);

    /// <summary>The fields of all events, down to what is no record of ours.</summary>
    private static IEnumerable<(string Owner, string Property, Type Type)> Reached()
    {
        var seen = new HashSet<Type>();
        var open = new Queue<Type>(EventTypes.All.WireNames.Select(name => EventTypes.All.TypeOf(name)!).Where(type => !type.IsAssignableTo(typeof(Amendment))));
        while (open.TryDequeue(out var owner))
        {
            foreach (var property in owner.GetProperties().Where(property => property.CanWrite))
            {
                var type = Item(property.PropertyType);
                yield return (owner.Name, property.Name, type);
                if (IsRecord(type) && seen.Add(type))
                {
                    open.Enqueue(type);
                }
            }
        }
    }

    private static bool IsRecord(Type type) =>
        type.Assembly == typeof(DomainEvent).Assembly && !type.IsEnum && !type.IsAssignableTo(typeof(ProtectedText));

    private static Type Item(Type type) => Nullable.GetUnderlyingType(type) is { } value ? Item(value)
        : type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)) ? Item(type.GetGenericArguments()[0])
        : type;
}
