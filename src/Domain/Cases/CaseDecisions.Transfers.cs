namespace Trials.Domain.Cases;

public sealed partial record Case
{
    private static Verdict JudgeTransfer(Case state, Entry<CaseEvent> proposed) => proposed.Event switch
    {
        CaseEvent.Returned e => InRound(state, e.Round, round => Verdict.FirstOf(
            round.Judged || state.JudgedAccused.Any(k => k.Round == e.Round)
                ? Verdict.Refuse(CaseRefusals.AlreadyJudged, ("round", e.Round))
                : Verdict.Accepted,
            round.IsReturned ? Verdict.Refuse(CaseRefusals.AlreadyReturned, ("round", e.Round)) : Verdict.Accepted,
            e.To == ReturnedTo.Other ? Limits.RequiredText(e.Ground) : Limits.Text(e.Ground))),
        CaseEvent.Remitted e => InRound(state, e.Round, round => Verdict.FirstOf(
            round.IsRemitted ? Verdict.Refuse(CaseRefusals.AlreadyRemitted, ("round", e.Round)) : Verdict.Accepted,
            Limits.Court(e.Court),
            e.For == RemittedFor.Other ? Limits.RequiredText(e.Ground) : Limits.Text(e.Ground))),
        CaseEvent.JoinedInto e => Verdict.FirstOf(
            state.IsJoinedInto is null ? Verdict.Accepted : Verdict.Refuse(CaseRefusals.AlreadyJoined), Limits.Text(e.Ground)),
        CaseEvent.SeveredFrom e => Verdict.FirstOf(
            state.IsSeveredFrom is null || e.From == state.IsJoinedInto ? Verdict.Accepted : Verdict.Refuse(CaseRefusals.AlreadySevered), Limits.Text(e.Ground)),
        CaseEvent.Related e => Verdict.FirstOf(
            e.Relation == CaseRelation.Other ? Limits.RequiredText(e.Note) : Limits.Text(e.Note),
            state.Relations.TryGet(e.Other, out var known) && known == e.Relation ? Verdict.AlreadySo : Verdict.Accepted),
        _ => throw new UnreachableEventException(proposed.Event),
    };
}
