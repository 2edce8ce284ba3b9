using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Trials.Domain;
using Trials.Domain.Catalogues;

namespace Trials.Web.Imports.CourtCards;

/// <summary>
/// The ids of what comes from court cards. They follow from the source, the court and the number, so that the same card makes the same ids on
/// every machine and however often it is imported.
/// </summary>
public static class CourtCardIds
{
    /// <summary>The fact that a case was taken over.</summary>
    public const string TakenOver = "taken-over";

    /// <summary>The fact that a round began.</summary>
    public const string Round = "round";

    /// <summary>The fact that a round was judged.</summary>
    public const string Judgment = "judgment";

    /// <summary>The fact that a round ended without a judgment that the card shows.</summary>
    public const string End = "end";

    private static readonly Guid Scope = new("6f0d3c0e-5a0b-4a53-9d0f-2f6f3c1f8a11");

    /// <summary>The id that a card has among cards, whatever its number becomes later.</summary>
    public static Guid Card(CardRow card, CourtCode? court) =>
        DerivedGuid.From(Scope, "card", card.Source, court?.Value ?? $"file:{card.File}", card.Number.Lasting);

    /// <summary>The case of a card: all cards of one unique number share it; a card without one has a case of its own.</summary>
    public static CaseId Case(CardRow card, CourtCode? court) =>
        new(card.UniqueNumber.Length > 0
            ? DerivedGuid.From(Scope, "case", card.UniqueNumber)
            : DerivedGuid.From(Card(card, court), "case"));

    /// <summary>The command that records a fact which a card states once, such as its round or its judgment.</summary>
    public static CommandId Once(Guid card, string fact) => new(DerivedGuid.From(card, "once", fact));

    /// <summary>The command that records a step.</summary>
    /// <param name="card">The card.</param>
    /// <param name="name">The step in the court's words.</param>
    /// <param name="date">The day that the card showed when the step was first imported.</param>
    /// <param name="time">The time that it showed then.</param>
    /// <param name="copy">0 for the first of several with the same name, day and time.</param>
    public static CommandId Step(Guid card, string name, LocalDate date, LocalTime? time, int copy) =>
        new(DerivedGuid.From(card, ["step", name, .. Moment(date, time, copy)]));

    /// <summary>A sitting, by what the card showed of it when it was first imported.</summary>
    public static HearingId Sitting(Guid card, string name, LocalDate date, LocalTime? time, int copy) =>
        new(DerivedGuid.From(card, ["sitting", name, .. Moment(date, time, copy)]));

    /// <summary>The command that records something of a sitting, such as its schedule or its result.</summary>
    public static CommandId OfSitting(HearingId sitting, string fact) => new(DerivedGuid.From(sitting.Value, "court-card", fact));

    /// <summary>The command that changes an entry from what it says now to other content.</summary>
    /// <param name="entry">The entry, or the amendment of it that is in force: what it said so far.</param>
    /// <param name="content">A digest of what it is to say.</param>
    public static CommandId Change(EventId entry, string content) => new(DerivedGuid.From(entry.Value, "change", content));

    /// <summary>The command that sets another date for a sitting.</summary>
    /// <param name="said">The entry, or the amendment of it, that set the date so far.</param>
    /// <param name="date">The day.</param>
    /// <param name="time">The time.</param>
    public static CommandId Reschedule(EventId said, LocalDate date, LocalTime? time) =>
        new(DerivedGuid.From(said.Value, ["reschedule", .. Moment(date, time, 0)]));

    /// <summary>The command that puts a court into the catalogue.</summary>
    public static CommandId Court(CourtCode court) => new(DerivedGuid.From(Scope, "court", court.Value));

    private static string[] Moment(LocalDate date, LocalTime? time, int copy) =>
    [
        LocalDatePattern.Iso.Format(date),
        time is { } known ? LocalTimePattern.ExtendedIso.Format(known) : "",
        copy.ToString(CultureInfo.InvariantCulture),
    ];
}
