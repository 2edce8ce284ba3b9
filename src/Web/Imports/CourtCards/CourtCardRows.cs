using NodaTime;

namespace Trials.Web.Imports.CourtCards;

/// <summary>A card as its row says it; empty cells are empty strings.</summary>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Number">The case number.</param>
/// <param name="File">What the publisher called the card.</param>
/// <param name="Source">Who published it.</param>
/// <param name="UniqueNumber">The number that all rounds of a case share.</param>
/// <param name="Filed">When the file came to the court.</param>
/// <param name="Category">The category of dispute.</param>
/// <param name="Considered">The day of the judgment.</param>
/// <param name="Result">The judgment.</param>
/// <param name="Events">How many events the whole card has; null where it does not say.</param>
public sealed record CardRow(
    int Line,
    CardNumber Number,
    string File,
    string Source,
    string UniqueNumber,
    LocalDate? Filed,
    string Category,
    LocalDate? Considered,
    string Result,
    int? Events);

/// <summary>An event as its row says it; empty cells are empty strings.</summary>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Number">The case number of its card.</param>
/// <param name="File">What the publisher called its card.</param>
/// <param name="Name">What happened, in the court's words.</param>
/// <param name="Date">The day.</param>
/// <param name="Time">The time; null where only the day is known.</param>
/// <param name="Place">The room.</param>
/// <param name="Result">What it came to.</param>
/// <param name="Basis">On which ground.</param>
/// <param name="Note">More of it.</param>
/// <param name="Published">When the court published the event.</param>
/// <param name="Text">Every filled cell behind the time, each on a line of its own behind its header, after the name.</param>
public sealed record EventRow(
    int Line,
    CardNumber Number,
    string File,
    string Name,
    LocalDate Date,
    LocalTime? Time,
    string Place,
    string Result,
    string Basis,
    string Note,
    LocalDate? Published,
    string Text);
