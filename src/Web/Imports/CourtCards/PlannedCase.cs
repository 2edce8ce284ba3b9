using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;

namespace Trials.Web.Imports.CourtCards;

/// <summary>One case as its cards show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">The kind of proceeding; null where no card shows it.</param>
/// <param name="UniqueNumber">The number that its cards share; null where there is none.</param>
/// <param name="Cards">Its rounds, in the order in which they began.</param>
public sealed record PlannedCase(CaseId Id, CaseKind? Kind, string? UniqueNumber, IReadOnlyList<PlannedCard> Cards);

/// <summary>One card: one round of a case.</summary>
/// <param name="Id">The card's id among cards.</param>
/// <param name="Line">Its line in the file of cards.</param>
/// <param name="Number">The number that the court gave it.</param>
/// <param name="Category">The category of dispute; null where the cell is empty.</param>
/// <param name="Court">The court; null where neither card nor unique number names it.</param>
/// <param name="Round">The kind of round.</param>
/// <param name="Began">When it began.</param>
/// <param name="End">What it came to; null where the card shows none.</param>
/// <param name="Steps">Its steps, in the order of happening.</param>
/// <param name="Sittings">Its sittings, in the order of happening.</param>
/// <param name="Whole">Whether the events are all that the card has, so that what is not among them is not on the card.</param>
public sealed record PlannedCard(
    Guid Id,
    int Line,
    CardNumber Number,
    string? Category,
    CourtCode? Court,
    RoundKind Round,
    HappenedAt Began,
    PlannedEnd? End,
    IReadOnlyList<PlannedStep> Steps,
    IReadOnlyList<PlannedSitting> Sittings,
    bool Whole);

/// <summary>What a round came to.</summary>
/// <param name="Judgment">What was decided; null where the round ended without a judgment, or its content is not shown.</param>
/// <param name="Step">The step that stands in the judgment's place.</param>
/// <param name="Text">In the court's words.</param>
/// <param name="Happened">When.</param>
/// <param name="OfCard">Whether the row of the card says it, else the row of an event.</param>
/// <param name="Line">That row's line.</param>
public sealed record PlannedEnd(JudgmentOutcome? Judgment, StepKind Step, string Text, HappenedAt Happened, bool OfCard, int Line)
{
    /// <summary>It as a fact of a round.</summary>
    public CaseEvent Fact(int round) =>
        Judgment is { } outcome
            ? new CaseEvent.JudgmentGiven(round, outcome, FreeText.From(Text))
            : new CaseEvent.StepTaken(round, Step, FreeText.From(Text), null);
}

/// <summary>A procedural step.</summary>
/// <param name="Line">Its line in the file of events.</param>
/// <param name="Name">The step in the court's words.</param>
/// <param name="Date">The day.</param>
/// <param name="Time">The time; null where only the day is known.</param>
/// <param name="Kind">What kind of step.</param>
/// <param name="Text">The whole row in words.</param>
/// <param name="Until">The last day of a term that it sets.</param>
/// <param name="OfSitting">Whether it follows from a sitting's result, and the row is the sitting's.</param>
public sealed record PlannedStep(
    int Line, string Name, LocalDate Date, LocalTime? Time, StepKind Kind, string Text, LocalDate? Until, bool OfSitting = false);

/// <summary>A sitting of a court.</summary>
/// <param name="Line">Its line in the file of events.</param>
/// <param name="Name">What the court calls it.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Date">The day.</param>
/// <param name="Time">The time set; null where only the day is known.</param>
/// <param name="Room">The room, at most 100 characters; null where none is named.</param>
/// <param name="ScheduledBefore">The date was set before this day.</param>
/// <param name="Outcome">What its result means.</param>
/// <param name="Cause">Why it was adjourned or not held.</param>
/// <param name="Text">The whole row in words.</param>
public sealed record PlannedSitting(
    int Line,
    string Name,
    HearingKind Kind,
    LocalDate Date,
    LocalTime? Time,
    string? Room,
    LocalDate ScheduledBefore,
    SittingOutcome Outcome,
    HearingCause Cause,
    string Text)
{
    /// <summary>Its row.</summary>
    public RowRef Row => new(OfCards: false, Line);

    /// <summary>The day and time that are set.</summary>
    public SetMoment Moment => new(Date, Time);

    /// <summary>Whether it comes later than another.</summary>
    public bool After(PlannedSitting other) =>
        Date > other.Date || (Date == other.Date && Time is { } mine && other.Time is { } theirs && mine > theirs);
}
