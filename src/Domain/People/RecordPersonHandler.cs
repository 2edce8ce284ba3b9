namespace Trials.Domain.People;

/// <summary>Records what is known of a person.</summary>
public sealed class RecordPersonHandler(DecisionLoop loop, ViewerAccessor viewers)
    : RecordingHandler<RecordPerson, Person, PersonEvent>(loop, viewers);
