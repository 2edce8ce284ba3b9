namespace Trials.Domain.Assessments;

/// <summary>Records decisions on a finding.</summary>
public sealed class RecordInAssessmentHandler(DecisionLoop loop, ViewerAccessor viewers)
    : RecordingHandler<RecordInAssessment, Assessment, AssessmentEvent>(loop, viewers)
{
    /// <inheritdoc/>
    public override ValueTask<Outcome> Handle(RecordInAssessment command, CancellationToken cancellationToken) =>
        Assessment.IsOfItsStream(command)
            ? base.Handle(command, cancellationToken)
            : new(new Outcome.Refused(Refusal.Because(AssessmentRefusals.OtherBasis)));
}
