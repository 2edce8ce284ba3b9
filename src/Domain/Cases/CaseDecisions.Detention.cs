namespace Trials.Domain.Cases;

/// <summary>Why an entry of a detention is refused.</summary>
public static class DetentionRefusals
{
    /// <summary>This person is held already: record the release first, or correct the apprehension. Parameter <c>since</c>.</summary>
    public const string AlreadyHeld = "detention-already-held";

    /// <summary>Nothing says that this person was held then: record first how that began. Parameter <c>at</c>.</summary>
    public const string NotHeld = "detention-not-held";

    /// <summary>
    /// No step of a detention comes before the person was in fact deprived of liberty; what a register states otherwise is told in words.
    /// Parameters <c>at</c>, <c>apprehended</c>.
    /// </summary>
    public const string BeforeApprehension = "detention-before-apprehension";
}

public sealed partial record Case
{
    private static Verdict JudgeDetention(Case state, Entry<CaseEvent> proposed) => proposed.Event switch
    {
        CaseEvent.Apprehended e => Verdict.FirstOf(
            DetentionOf(state, e.Person).Held.Running(proposed.Happened) is { } since
                ? Verdict.Refuse(DetentionRefusals.AlreadyHeld, ("since", since.Local))
                : Verdict.Accepted,
            Limits.Authority(e.Body),
            TextWhere(e.Place == DetentionPlace.Other, e.Text)),
        CaseEvent.DetentionRegistered e => Verdict.FirstOf(
            AfterApprehension(state, e.Person, proposed.Happened), Limits.Optional(Field.Number, e.Number), Limits.Text(e.Text)),
        CaseEvent.DetentionPlaced e => Verdict.FirstOf(
            AfterApprehension(state, e.Person, proposed.Happened), TextWhere(e.Place == DetentionPlace.Other, e.Text)),
        CaseEvent.RelativesTold e => Verdict.FirstOf(AfterApprehension(state, e.Person, proposed.Happened), Limits.Text(e.Text)),
        CaseEvent.LawyerFirstSeen e => Verdict.FirstOf(AfterApprehension(state, e.Person, proposed.Happened), Limits.Text(e.Text)),
        CaseEvent.MedicalCheckDone e => Verdict.FirstOf(AfterApprehension(state, e.Person, proposed.Happened), Limits.Text(e.Text)),
        CaseEvent.CustodyOrdered e => Verdict.FirstOf(
            Limits.Court(e.Court), NotEndingBefore(e.Until, proposed.Happened), Limits.Text(e.Text)),
        CaseEvent.CustodyExtended e => Verdict.FirstOf(
            Limits.Court(e.Court), NotEndingBefore(e.Until, proposed.Happened), Limits.Text(e.Text)),
        CaseEvent.RestraintChanged e => Verdict.FirstOf(Limits.Court(e.Court), TextWhere(e.Measure == RestraintMeasure.Other, e.Text)),
        CaseEvent.Released e => Verdict.FirstOf(
            MayBeReleased(DetentionOf(state, e.Person), proposed.Happened)
                ? Verdict.Accepted
                : Verdict.Refuse(DetentionRefusals.NotHeld, ("at", proposed.Happened.Local)),
            Limits.Text(e.Text)),
        _ => throw new UnreachableEventException(proposed.Event),
    };

    private static CaseDetention DetentionOf(Case state, PersonId person) => state.Detained.TryGet(person, out var known) ? known : default;

    private static Verdict AfterApprehension(Case state, PersonId person, HappenedAt happened)
    {
        var begun = DetentionOf(state, person).Held.Begun;
        return begun.Count > 0 && begun.All(happened.CertainlyBefore)
            ? Verdict.Refuse(DetentionRefusals.BeforeApprehension, ("at", happened.Local), ("apprehended", begun.Min().Local))
            : Verdict.Accepted;
    }

    private static bool MayBeReleased(CaseDetention detention, HappenedAt happened) =>
        detention.Held.MayEnd(happened)
        || (detention.Held.Begun.Count == 0 && detention.Steps.Any(step => !happened.CertainlyBefore(step)));
}
