using Trials.Domain.Reports;

namespace Trials.Web.Hearings;

/// <summary>Lines of the observer's checklist that belong together.</summary>
/// <param name="Name">What its heading's text is found by.</param>
/// <param name="Items">In the order in which they are asked.</param>
public sealed record ChecklistGroup(string Name, IReadOnlyList<ChecklistItem> Items);

/// <summary>The observer's checklist in the order of the page, which is the order of the paper form too.</summary>
public static class Checklist
{
    /// <summary>Every line once.</summary>
    public static IReadOnlyList<ChecklistGroup> Groups { get; } =
    [
        new("Access", [ChecklistItem.StepFreeEntrance, ChecklistItem.Lift, ChecklistItem.ToiletsOpen, ChecklistItem.DrinkingWater]),
        new("Conditions", [ChecklistItem.Heated, ChecklistItem.Cooled]),
        new("Conduct", [ChecklistItem.JudgeOnTelephone, ChecklistItem.JudgeTalkedAside, ChecklistItem.RightsExplained]),
        new(
            "Equality",
            [
                ChecklistItem.OfficialsKeptPhones,
                ChecklistItem.OthersPhonesTaken,
                ChecklistItem.VisitorsSearched,
                ChecklistItem.OfficialsSearched,
                ChecklistItem.LawyersBagsSearched,
                ChecklistItem.EqualTimeToSpeak,
                ChecklistItem.PrivateTalkWithCounsel,
                ChecklistItem.InterpreterPresent,
            ]),
        new("Openness", [ChecklistItem.PublicAdmitted, ChecklistItem.RoomEnough]),
    ];

    /// <summary>How many lines there are.</summary>
    public static int Count { get; } = Groups.Sum(group => group.Items.Count);
}
