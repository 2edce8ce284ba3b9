using NodaTime;
using Trials.Domain.Reports;

namespace Trials.Web.Demo;

/// <summary>
/// What the observers of the demonstration saw again and again: everything that the coalition's annual report for 2023 names under
/// "Monitoring of Court Sessions".
/// </summary>
public static class DemoChecklist
{
    /// <summary>The building: no ramp, no lift, closed toilets, no water.</summary>
    public static readonly IReadOnlyList<DemoAnswer> Building =
    [
        new(ChecklistItem.StepFreeEntrance, Answer.No, Note: "Ба даромадгоҳ танҳо бо зина рафтан мумкин аст."),
        new(ChecklistItem.Lift, Answer.No, Note: "The courtroom is on the third floor."),
        new(ChecklistItem.ToiletsOpen, Answer.No, Note: "Туалет для посетителей закрыт на замок."),
        new(ChecklistItem.DrinkingWater, Answer.No),
    ];

    /// <summary>The door: some are searched and give up their telephones, some are not and do not.</summary>
    public static readonly IReadOnlyList<DemoAnswer> Door =
    [
        new(ChecklistItem.VisitorsSearched, Answer.Yes),
        new(ChecklistItem.OthersPhonesTaken, Answer.Yes, Note: "Телефоны адвоката и родственников забрали при входе."),
        new(ChecklistItem.LawyersBagsSearched, Answer.Yes, Note: "The lawyer's bag was emptied on a table."),
        new(ChecklistItem.OfficialsSearched, Answer.No),
        new(ChecklistItem.OfficialsKeptPhones, Answer.Yes, Note: "Кормандони милитсия дар дохили бино бо телефон гап мезаданд."),
    ];

    /// <summary>In order, as far as the observers saw.</summary>
    public static readonly IReadOnlyList<DemoAnswer> InOrder =
    [
        new(ChecklistItem.RightsExplained, Answer.Yes),
        new(ChecklistItem.PublicAdmitted, Answer.Yes),
        new(ChecklistItem.RoomEnough, Answer.Yes),
        new(ChecklistItem.EqualTimeToSpeak, Answer.Yes),
        new(ChecklistItem.InterpreterPresent, Answer.NotApplicable),
        new(ChecklistItem.PrivateTalkWithCounsel, Answer.NotObserved),
    ];

    /// <summary>A judge on the telephone, and in talk with staff about other things.</summary>
    public static IReadOnlyList<DemoAnswer> Distracted(LocalTime telephone, LocalTime talk) =>
    [
        new(ChecklistItem.JudgeOnTelephone, Answer.Yes, telephone, "Судья говорила по телефону, пока свидетель давал показания."),
        new(ChecklistItem.JudgeTalkedAside, Answer.Yes, talk, "Talked with the clerk about another case."),
    ];

    /// <summary>The room in winter.</summary>
    public static readonly IReadOnlyList<DemoAnswer> Winter =
    [
        new(ChecklistItem.Heated, Answer.No, Note: "Все сидели в пальто."),
        new(ChecklistItem.Cooled, Answer.NotApplicable),
    ];

    /// <summary>The room in spring and autumn.</summary>
    public static readonly IReadOnlyList<DemoAnswer> MildSeason =
    [
        new(ChecklistItem.Heated, Answer.NotApplicable),
        new(ChecklistItem.Cooled, Answer.NotApplicable),
    ];

    /// <summary>The room in summer.</summary>
    public static readonly IReadOnlyList<DemoAnswer> Summer =
    [
        new(ChecklistItem.Heated, Answer.NotApplicable),
        new(ChecklistItem.Cooled, Answer.No, Note: "Ҳаво дар толор хеле гарм буд, тирезаҳо баста буданд."),
    ];
}
