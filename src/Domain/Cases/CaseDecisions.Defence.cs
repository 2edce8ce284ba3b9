namespace Trials.Domain.Cases;

/// <summary>Why an entry of what stands in the way of the defence is refused.</summary>
public static class DefenceRefusals
{
    /// <summary>This person is bound not to disclose already: record first that it ended. Parameter <c>since</c>.</summary>
    public const string AlreadyBound = "defence-already-bound";

    /// <summary>Only an undertaking that was given ends: record it first. Parameter <c>at</c>.</summary>
    public const string NotBound = "defence-not-bound";

    /// <summary>Only what was classified is declassified: record that first. Parameter <c>at</c>.</summary>
    public const string NotClassified = "defence-not-classified";
}

public sealed partial record Case
{
    private static Verdict JudgeDefence(Case state, Entry<CaseEvent> proposed) => proposed.Event switch
    {
        CaseEvent.LawyerObstructed e => Verdict.FirstOf(Limits.Authority(e.Body), TextWhere(e.How == Obstruction.Other, e.Text)),
        CaseEvent.LawyerHeldBack e => Verdict.FirstOf(
            Limits.Authority(e.Body), TextWhere(e.How == HoldingBack.Other || e.Why == HoldingBackReason.Other, e.Text)),
        CaseEvent.NonDisclosureDemanded e => Verdict.FirstOf(Limits.Authority(e.Body), TextWhere(e.Scope == NonDisclosureScope.Other, e.Text)),
        CaseEvent.NonDisclosureSigned e => Verdict.FirstOf(
            state.Secrecy.BindingAt(e.Person, proposed.Happened) is { } since
                ? Verdict.Refuse(DefenceRefusals.AlreadyBound, ("since", since.Date))
                : Verdict.Accepted,
            NotEndingBefore(e.Until, proposed.Happened),
            TextWhere(e.Scope == NonDisclosureScope.Other, e.Text)),
        CaseEvent.NonDisclosureRefused e => Limits.Text(e.Text),
        CaseEvent.NonDisclosureEnded e => Verdict.FirstOf(
            UndertakingOf(state, e.Person).MayEnd(proposed.Happened)
                ? Verdict.Accepted
                : Verdict.Refuse(DefenceRefusals.NotBound, ("at", proposed.Happened.Date)),
            Limits.Text(e.Text)),
        CaseEvent.FileClassified e => Verdict.FirstOf(Limits.Authority(e.Body), Limits.Text(e.Text)),
        CaseEvent.FileDeclassified e => Verdict.FirstOf(
            state.Secrecy.Classified.MayEnd(proposed.Happened)
                ? Verdict.Accepted
                : Verdict.Refuse(DefenceRefusals.NotClassified, ("at", proposed.Happened.Date)),
            Limits.Authority(e.Body),
            Limits.Text(e.Text)),
        _ => throw new UnreachableEventException(proposed.Event),
    };

    private static Episodes UndertakingOf(Case state, PersonId person) =>
        state.Secrecy.Undertakings.TryGet(person, out var known) ? known : default;
}
