namespace Trials.Domain.Petitions;

/// <summary>Records in a petition.</summary>
public sealed class RecordInPetitionHandler(DecisionLoop loop, ViewerAccessor viewers)
    : RecordingHandler<RecordInPetition, Petition, PetitionEvent>(loop, viewers);
