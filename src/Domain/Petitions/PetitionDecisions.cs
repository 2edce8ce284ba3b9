namespace Trials.Domain.Petitions;

/// <summary>Records what became of a petition, or amends what was recorded.</summary>
public sealed record RecordInPetition : StreamCommand<RecordInPetition, PetitionEvent>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.RecordProcedure;
}

/// <summary>Why an entry of a petition is refused.</summary>
public static class PetitionRefusals
{
    /// <summary>Nothing is known of this petition yet: record first that it was filed. No parameters.</summary>
    public const string NotFiled = "petition-not-filed";

    /// <summary>A petition is filed once; another request is a petition of its own. No parameters.</summary>
    public const string AlreadyFiled = "petition-already-filed";

    /// <summary>It was decided; correct that entry. Parameter <c>decision</c>.</summary>
    public const string AlreadyDecided = "petition-already-decided";

    /// <summary>It was taken back; correct that entry. No parameters.</summary>
    public const string AlreadyWithdrawn = "petition-already-withdrawn";

    /// <summary>Only a decision is appealed, set aside or executed. No parameters.</summary>
    public const string NotDecided = "petition-not-decided";

    /// <summary>Only what was granted is executed or not. Parameter <c>decision</c>.</summary>
    public const string NotGranted = "petition-not-granted";

    /// <summary>This would have happened before the petition was filed. Parameters <c>at</c>, <c>filed</c>.</summary>
    public const string BeforeFiling = "petition-before-filing";

    /// <summary>The rounds of a case are numbered from 1. Parameter <c>round</c>.</summary>
    public const string RoundNumber = "petition-round-number";
}

public sealed partial record Petition
{
    /// <inheritdoc/>
    public static Verdict Judge(Petition state, Entry<PetitionEvent> proposed) => proposed.Event switch
    {
        PetitionEvent.Filed when state.FiledAt is not null => Verdict.Refuse(PetitionRefusals.AlreadyFiled),
        PetitionEvent.Filed e => Verdict.FirstOf(
            e.Round is { } round and < 1 ? Verdict.Refuse(PetitionRefusals.RoundNumber, ("round", round)) : Verdict.Accepted,
            e.Kind == PetitionKind.Other ? Limits.RequiredText(e.Text) : Limits.Text(e.Text)),
        PetitionEvent.HeldOver e => Verdict.FirstOf(Waiting(state, proposed.Happened), Limits.Text(e.Reason)),
        PetitionEvent.Decided e => Verdict.FirstOf(Waiting(state, proposed.Happened), Limits.Text(e.Text)),
        PetitionEvent.Withdrawn e => Verdict.FirstOf(Waiting(state, proposed.Happened), Limits.Text(e.Reason)),
        PetitionEvent.DecisionAppealed e => Verdict.FirstOf(
            Decided(state, proposed.Happened), Limits.Optional(Field.Office, e.To), Limits.Text(e.Text)),
        PetitionEvent.DecisionSetAside e => Verdict.FirstOf(
            Decided(state, proposed.Happened), Limits.Optional(Field.Office, e.By), Limits.Text(e.Text)),
        PetitionEvent.Executed e => Verdict.FirstOf(
            Decided(state, proposed.Happened),
            state.Decision is { } decision and not (PetitionDecision.Granted or PetitionDecision.GrantedInPart)
                ? Verdict.Refuse(PetitionRefusals.NotGranted, ("decision", decision))
                : Verdict.Accepted,
            Limits.Text(e.Text),
            state.Execution == e.Execution ? Verdict.AlreadySo : Verdict.Accepted),
        _ => throw new UnreachableEventException(proposed.Event),
    };

    private static Verdict Decided(Petition state, HappenedAt happened) => state switch
    {
        { FiledAt: null } => Verdict.Refuse(PetitionRefusals.NotFiled),
        { Decision: null } => Verdict.Refuse(PetitionRefusals.NotDecided),
        _ => NotBeforeFiling(state, happened),
    };

    private static Verdict NotBeforeFiling(Petition state, HappenedAt happened) =>
        state.FiledAt is { } filed && happened.CertainlyBefore(filed)
            ? Verdict.Refuse(PetitionRefusals.BeforeFiling, ("at", happened.Local), ("filed", filed.Local))
            : Verdict.Accepted;

    private static Verdict Waiting(Petition state, HappenedAt happened) => state switch
    {
        { FiledAt: null } => Verdict.Refuse(PetitionRefusals.NotFiled),
        { IsWithdrawn: true } => Verdict.Refuse(PetitionRefusals.AlreadyWithdrawn),
        { Decision: { } decision } => Verdict.Refuse(PetitionRefusals.AlreadyDecided, ("decision", decision)),
        _ => NotBeforeFiling(state, happened),
    };
}
