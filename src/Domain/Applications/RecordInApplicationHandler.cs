namespace Trials.Domain.Applications;

/// <summary>Records in an application.</summary>
public sealed class RecordInApplicationHandler(DecisionLoop loop, ViewerAccessor viewers)
    : RecordingHandler<RecordInApplication, Application, ApplicationEvent>(loop, viewers);
