namespace Trials.Domain.Cases;

/// <summary>Records in a case.</summary>
public sealed class RecordInCaseHandler(DecisionLoop loop, ViewerAccessor viewers)
    : RecordingHandler<RecordInCase, Case, CaseEvent>(loop, viewers);
