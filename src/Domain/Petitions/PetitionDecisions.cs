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
        _ => throw new UnreachableEventException(proposed.Event),
    };

    private static Verdict Waiting(Petition state, HappenedAt happened) => state switch
    {
        { FiledAt: null } => Verdict.Refuse(PetitionRefusals.NotFiled),
        { IsWithdrawn: true } => Verdict.Refuse(PetitionRefusals.AlreadyWithdrawn),
        { Decision: { } decision } => Verdict.Refuse(PetitionRefusals.AlreadyDecided, ("decision", decision)),
        { FiledAt: { } filed } when happened.CertainlyBefore(filed) =>
            Verdict.Refuse(PetitionRefusals.BeforeFiling, ("at", happened.Local), ("filed", filed.Local)),
        _ => Verdict.Accepted,
    };
}
