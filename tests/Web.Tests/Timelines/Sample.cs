using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Hearings;
using Trials.Domain.Petitions;
using Trials.Projections.Timelines;
using Trials.Web.Acting;

namespace Trials.Web.Tests.Timelines;

/// <summary>Entries as a projection gives them, for tests.</summary>
internal static class Sample
{
    public static readonly CaseId Case = new(Guid.Parse("0b5c0000000000000000000000000118"));

    public static Texts Texts(string code = "en") => new(TextCatalogue.BuiltIn, Language.Of(code)!);

    public static EventId Id(int number) => new(Guid.Parse($"{number:x32}"));

    public static TimelineEntry Entry(
        int number, DomainEvent data, HappenedAt happened, StreamName? stream = null, EntryState state = EntryState.AsRecorded, Source? source = null)
    {
        var recorded = Instant.FromUtc(2026, 5, 14, 8, 20);
        return new(
            new LogPosition(number),
            stream ?? StreamOf(data),
            number,
            Id(number),
            EventTypes.All.NameOf(data.GetType()),
            state,
            data,
            happened,
            recorded,
            DemoPeople.Lawyer.Actor.Id,
            DemoPeople.Lawyer.Actor.Id,
            ActorRole.Lawyer,
            source ?? new Source.SeenMyself(),
            source is Source.Document { File: not null } ? Id(number) : null,
            [Version(Id(number), data, happened, inForce: state == EntryState.AsRecorded, source: source)]);
    }

    public static EntryVersion Version(
        EventId id, DomainEvent? data, HappenedAt? happened, string? reason = null, bool inForce = true, EntryVersion? undone = null, Source? source = null) => new(
        id,
        data,
        happened,
        FreeText.From(reason),
        source ?? new Source.SeenMyself(),
        Instant.FromUtc(2026, 5, 14, 9, 0),
        DemoPeople.Lawyer.Actor.Id,
        DemoPeople.Lawyer.Actor.Id,
        ActorRole.Lawyer,
        inForce,
        undone);

    public static TimelineEntry Step(int number, HappenedAt happened, string text = "step", EntryState state = EntryState.AsRecorded) =>
        Entry(number, new CaseEvent.StepTaken(null, StepKind.Other, FreeText.From(text), null), happened, state: state);

    public static HappenedAt Day(int year, int month, int day) => HappenedAt.On(new LocalDate(year, month, day));

    /// <summary>A text whose key was destroyed.</summary>
    public static FreeText Erased() => FreeText.Stored(new SealedText(Id(99), "text", Guid.Empty, default, default), []);

    public static MatterTimeline Timeline(
        IReadOnlyList<TimelineEntry> entries,
        IReadOnlyList<RoundSpan>? rounds = null,
        IReadOnlyList<HearingSpan>? hearings = null,
        IReadOnlyList<PetitionSpan>? petitions = null,
        IReadOnlyList<ClaimSpan>? claims = null) =>
        new(entries, rounds ?? [], hearings ?? [], petitions ?? [], claims ?? [], new LogPosition(entries.Count == 0 ? -1 : entries.Max(e => e.Position.Value)));

    private static StreamName StreamOf(DomainEvent data) => data switch
    {
        HearingEvent => StreamName.Of(new HearingId(Guid.Parse("11110000000000000000000000000001"))),
        PetitionEvent => StreamName.Of(new PetitionId(Guid.Parse("22220000000000000000000000000002"))),
        _ => StreamName.Of(Case),
    };
}
