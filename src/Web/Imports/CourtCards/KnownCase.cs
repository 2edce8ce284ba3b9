using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Hearings;

namespace Trials.Web.Imports.CourtCards;

/// <summary>What the record holds of a case already.</summary>
/// <param name="Entries">The entries of the case's own stream.</param>
/// <param name="Hearings">Its hearings.</param>
public sealed record KnownCase(IReadOnlyList<KnownEntry<CaseEvent>> Entries, IReadOnlyList<KnownHearing> Hearings)
{
    /// <summary>A case that nobody recorded yet.</summary>
    public static KnownCase Nothing { get; } = new([], []);
}

/// <summary>What the record holds of a hearing already.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Entries">Its entries.</param>
public sealed record KnownHearing(HearingId Id, IReadOnlyList<KnownEntry<HearingEvent>> Entries)
{
    private IEnumerable<KnownEntry<HearingEvent>> InForce => Entries.Where(entry => !entry.IsWithdrawn);

    /// <summary>The entry that scheduled it; null where that is withdrawn.</summary>
    public KnownEntry<HearingEvent>? Scheduled => InForce.FirstOrDefault(entry => entry.Event is HearingEvent.Scheduled);

    /// <summary>What the entry that scheduled it says.</summary>
    public HearingEvent.Scheduled? Schedule => Scheduled?.Event as HearingEvent.Scheduled;

    /// <summary>The entry that set its date and time last.</summary>
    public KnownEntry<HearingEvent>? SetLast => InForce.LastOrDefault(entry => entry.Event is HearingEvent.Scheduled or HearingEvent.Rescheduled);

    /// <summary>Every day and time that was ever set for it, the one that holds now first.</summary>
    public IReadOnlyList<SetMoment> Moments { get; } =
    [
        .. Entries.Where(entry => !entry.IsWithdrawn).SelectMany(entry => SetMoment.Of(entry.First.Data, entry.Event)).Reverse(),
    ];

    /// <summary>Whether it was adjourned, ended or not held.</summary>
    public bool IsOver => InForce.Any(entry => entry.Event is HearingEvent.Adjourned or HearingEvent.Ended or HearingEvent.NotHeld);

    /// <summary>Whether the court entered, as far as is recorded.</summary>
    public bool IsOpened => InForce.Any(entry => entry.Event is HearingEvent.Opened);
}

/// <summary>A day and time that was set for a hearing.</summary>
public readonly record struct SetMoment(LocalDate Date, LocalTime? Time)
{
    /// <summary>What the events set, in order; nothing for one that sets no date.</summary>
    public static IEnumerable<SetMoment> Of(params DomainEvent[] events) => events.SelectMany(e => e switch
    {
        HearingEvent.Scheduled set => [new(set.Date, set.Time)],
        HearingEvent.Rescheduled set => [new(set.Date, set.Time)],
        _ => Enumerable.Empty<SetMoment>(),
    });
}
