using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Domain.Petitions;

namespace Trials.Projections.Timelines;

/// <summary>A round from its beginning to its judgment.</summary>
/// <param name="Round">From 1.</param>
/// <param name="Kind">What kind of pass.</param>
/// <param name="Court">Where; null for an investigation or an unknown court.</param>
/// <param name="Began">When.</param>
/// <param name="Judged">When it was decided; null for not yet.</param>
/// <param name="Outcome">What was decided; null for nothing yet.</param>
public sealed record RoundSpan(int Round, RoundKind Kind, CourtCode? Court, HappenedAt Began, HappenedAt? Judged, JudgmentOutcome? Outcome);

/// <summary>A hearing from the time set for it to its end.</summary>
/// <param name="Hearing">Which.</param>
/// <param name="Kind">What for.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Date">The day set.</param>
/// <param name="Time">The time set; null where only the day is known.</param>
/// <param name="Opened">When the court entered; null where nobody recorded it.</param>
/// <param name="Ended">When it ended, was adjourned or turned out not to be held; null for not yet.</param>
/// <param name="DelayMinutes">Whole minutes, early is negative; null where the start is not recorded.</param>
public sealed record HearingSpan(
    HearingId Hearing,
    HearingKind Kind,
    HearingStage Stage,
    LocalDate Date,
    LocalTime? Time,
    HappenedAt? Opened,
    HappenedAt? Ended,
    int? DelayMinutes);

/// <summary>A petition from its filing to its decision.</summary>
/// <param name="Petition">Which.</param>
/// <param name="Kind">What is asked for.</param>
/// <param name="Filed">When.</param>
/// <param name="HeldOver">When the decision was put off, each time.</param>
/// <param name="Closed">When it was decided or withdrawn; null while it waits, also after it was forwarded.</param>
/// <param name="Decision">What was decided last; null for nothing.</param>
public sealed record PetitionSpan(
    PetitionId Petition, PetitionKind Kind, HappenedAt Filed, ValueList<HappenedAt> HeldOver, HappenedAt? Closed, PetitionDecision? Decision)
{
    /// <summary>When, without a decision, whoever had to decide no longer could; null where that is not so.</summary>
    public HappenedAt? Overtaken { get; init; }
}

/// <summary>A claim from its filing to its decision.</summary>
/// <param name="Claim">Which.</param>
/// <param name="Filed">When it was brought.</param>
/// <param name="Ended">When it was decided, settled, returned, taken back, or closed while it waited; null while it waits.</param>
/// <param name="Outstanding">What is still to be paid, in dirams; null while nothing was awarded or agreed.</param>
public sealed record ClaimSpan(ClaimId Claim, HappenedAt Filed, HappenedAt? Ended, long? Outstanding);
