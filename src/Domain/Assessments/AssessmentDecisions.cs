namespace Trials.Domain.Assessments;

/// <summary>Decides on a finding: what was proposed and the decision in one command, later decisions alone.</summary>
public sealed record RecordInAssessment : StreamCommand<RecordInAssessment, AssessmentEvent>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.Assess;
}

/// <summary>Why a decision on a finding is refused.</summary>
public static class AssessmentRefusals
{
    /// <summary>Nothing was proposed here that could be decided on. No parameters.</summary>
    public const string NotProposed = "assessment-not-proposed";

    /// <summary>Something else was proposed here, which stays as it was. No parameters.</summary>
    public const string AlreadyProposed = "assessment-already-proposed";

    /// <summary>A finding rests on at least one entry, on each once. No parameters.</summary>
    public const string NoEntries = "assessment-no-entries";

    /// <summary>The stream is that of another finding, or a correction would make it one: decide there. No parameters.</summary>
    public const string OtherBasis = "assessment-other-basis";
}

public sealed partial record Assessment
{
    /// <inheritdoc/>
    public static Verdict Judge(Assessment state, Entry<AssessmentEvent> proposed) => proposed.Event switch
    {
        AssessmentEvent.Proposed e when state.Proposed is { } present =>
            e == present ? Verdict.AlreadySo : Verdict.Refuse(AssessmentRefusals.AlreadyProposed),
        AssessmentEvent.Proposed e => Verdict.FirstOf(
            Limits.Code(Field.Code, e.Rule),
            Limits.Code(Field.Code, e.Kind),
            e.Standard is { } standard ? Limits.Code(Field.Code, standard) : Verdict.Accepted,
            e.Version < 1 || e.Entries.Count == 0 || e.Entries.Distinct().Count() != e.Entries.Count
                ? Verdict.Refuse(AssessmentRefusals.NoEntries)
                : Verdict.Accepted),
        _ when state.Proposed is null => Verdict.Refuse(AssessmentRefusals.NotProposed),
        AssessmentEvent.Confirmed e => Decide(state, AssessmentStanding.Confirmed, e.Reason),
        AssessmentEvent.Dismissed e => Decide(state, AssessmentStanding.Dismissed, e.Reason),
        _ => throw new UnreachableEventException(proposed.Event),
    };

    /// <summary>Whether a command is about the finding whose stream it names.</summary>
    public static bool IsOfItsStream(RecordInAssessment command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var named = command.Facts.Concat<DomainEvent>(command.Amendments.OfType<Amendment.Corrected>().Select(correction => correction.Replacement));
        return named.OfType<AssessmentEvent.Proposed>().All(e => AssessmentId.Of(e.Rule, e.Version, e.Entries).Stream == command.Stream);
    }

    private static Verdict Decide(Assessment state, AssessmentStanding decision, FreeText reason) =>
        state.Standing == decision ? Verdict.AlreadySo : Limits.RequiredText(reason);
}
