namespace Trials.Domain.Cases;

/// <summary>Why an entry of protection is refused.</summary>
public static class ProtectionRefusals
{
    /// <summary>Only protection that was granted ends: record that first. Parameter <c>at</c>.</summary>
    public const string NotProtected = "protection-not-protected";
}

public sealed partial record Case
{
    private static Verdict JudgeProtection(Case state, Entry<CaseEvent> proposed) => proposed.Event switch
    {
        CaseEvent.ProtectionAsked e => Verdict.FirstOf(Limits.Authority(e.Body), TextWhere(e.Measure == ProtectionMeasure.Other, e.Text)),
        CaseEvent.ProtectionGranted e => Verdict.FirstOf(
            Limits.Authority(e.Body),
            NotEndingBefore(e.Until, proposed.Happened),
            TextWhere(e.Measure == ProtectionMeasure.Other, e.Text)),
        CaseEvent.ProtectionRefused e => Verdict.FirstOf(Limits.Authority(e.Body), Limits.Text(e.Text)),
        CaseEvent.ProtectionLapsed e => Verdict.FirstOf(
            state.Protected.TryGet(e.Person, out var known) && known.MayEnd(proposed.Happened)
                ? Verdict.Accepted
                : Verdict.Refuse(ProtectionRefusals.NotProtected, ("at", proposed.Happened.Date)),
            Limits.Text(e.Text)),
        CaseEvent.ReprisalReported e => Verdict.FirstOf(Limits.Authority(e.Body), TextWhere(e.Kind == ReprisalKind.Other, e.Text)),
        _ => throw new UnreachableEventException(proposed.Event),
    };
}
