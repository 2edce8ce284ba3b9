namespace Trials.Domain.Activities;

/// <summary>Records an activity.</summary>
public sealed class RecordActivityHandler(DecisionLoop loop, ViewerAccessor viewers)
    : RecordingHandler<RecordActivity, Activity, ActivityEvent>(loop, viewers);
