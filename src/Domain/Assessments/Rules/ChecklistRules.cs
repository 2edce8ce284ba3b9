using Trials.Domain.Reports;

namespace Trials.Domain.Assessments.Rules;

/// <summary>Rules over what observers saw. Only a submitted report counts; what several observers saw at one hearing, or several signs of the same, counts once.</summary>
public static class ChecklistRules
{
    /// <summary>One answer is enough: each line of this table is a rule.</summary>
    public static IReadOnlyList<Rule> Answers { get; } =
    [
        OnAnswer("no-step-free-entrance", ChecklistItem.StepFreeEntrance, Answer.No, "no-ramp-lift", RightHolder.Public),
        OnAnswer("no-lift", ChecklistItem.Lift, Answer.No, "no-ramp-lift", RightHolder.Public),
        OnAnswer("toilets-closed", ChecklistItem.ToiletsOpen, Answer.No, "toilets-closed", RightHolder.Public),
        OnAnswer("no-water", ChecklistItem.DrinkingWater, Answer.No, "no-water", RightHolder.Public),
        OnAnswer("not-heated", ChecklistItem.Heated, Answer.No, "no-heating-cooling", RightHolder.Public),
        OnAnswer("not-cooled", ChecklistItem.Cooled, Answer.No, "no-heating-cooling", RightHolder.Public),
        OnAnswer("judge-on-telephone", ChecklistItem.JudgeOnTelephone, Answer.Yes, "judge-distracted", RightHolder.Both),
        OnAnswer("judge-talked-aside", ChecklistItem.JudgeTalkedAside, Answer.Yes, "judge-distracted", RightHolder.Both),
    ];

    /// <summary>Officials kept or used their telephones inside, others' were taken.</summary>
    public static Rule<ReportEvent> PhonesUnequal { get; } =
        OnBoth("phones-unequal", (ChecklistItem.OfficialsKeptPhones, Answer.Yes), (ChecklistItem.OthersPhonesTaken, Answer.Yes), "phones-selective");

    /// <summary>Lawyers' bags were searched, officials were not searched like everyone else.</summary>
    public static Rule<ReportEvent> BagsUnequal { get; } =
        OnBoth("bags-unequal", (ChecklistItem.LawyersBagsSearched, Answer.Yes), (ChecklistItem.OfficialsSearched, Answer.No), "lawyer-bags");

    private static Rule<ReportEvent> OnAnswer(string code, ChecklistItem item, Answer answer, string kind, RightHolder whose) => new(
        code, 1, [whose], [kind], (stream, entries) => Answered(entries, item) is { Event: ReportEvent.Observed seen } entry && seen.Answer == answer
            ? [Of(stream, entry.Happened, kind, whose, entry)]
            : [])
    {
        InOrderOfRecording = true,
    };

    private static Rule<ReportEvent> OnBoth(string code, (ChecklistItem Item, Answer Answer) first, (ChecklistItem Item, Answer Answer) second, string kind) => new(
        code, 1, [RightHolder.Both], [kind], (stream, entries) =>
            Answered(entries, first.Item) is { Event: ReportEvent.Observed one } a && one.Answer == first.Answer
            && Answered(entries, second.Item) is { Event: ReportEvent.Observed other } b && other.Answer == second.Answer
                ? [Of(stream, a.Happened, kind, RightHolder.Both, a, b)]
                : [])
    {
        InOrderOfRecording = true,
    };

    /// <summary>The answer to a line that was given last, in a report that was submitted.</summary>
    private static Entry<ReportEvent>? Answered(IReadOnlyList<Entry<ReportEvent>> entries, ChecklistItem item) =>
        entries.Any(entry => entry.Event is ReportEvent.Submitted)
            ? entries.LastOrDefault(entry => entry.Event is ReportEvent.Observed seen && seen.Item == item)
            : null;

    private static Finding Of(StreamName stream, HappenedAt at, string kind, RightHolder whose, params ReadOnlySpan<Entry<ReportEvent>> entries)
    {
        var ids = new EventId[entries.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = entries[i].Id;
        }

        return new(kind, whose, ValueList.Create<EventId>(ids), at)
        {
            Hearing = new(stream.LeadingGuid),
            Occasion = $"{kind}:{stream.LeadingGuid:N}",
        };
    }
}
