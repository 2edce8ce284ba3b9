using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Claims;
using Trials.Domain.Hearings;
using Trials.Domain.Petitions;
using Trials.Projections.Cases;
using Trials.Projections.Claims;
using Trials.Projections.Hearings;
using Trials.Projections.Petitions;

namespace Trials.Projections.Timelines;

/// <summary>Tells from everything recorded in a matter what spans time: rounds, hearings, waiting petitions and claims.</summary>
public static class TimelineSpansOf
{
    /// <summary>Rounds that began, by number.</summary>
    public static IReadOnlyList<RoundSpan> Rounds(IEnumerable<RecordedEvent> recorded) =>
        [.. Streams(recorded, CaseFold.Fold.Category)
            .SelectMany(s => Fold<CaseFacts, CaseEvent>(s, CaseFold.Initial, CaseFold.Apply).Rounds)
            .Where(r => r.Began is not null)
            .Select(r => new RoundSpan(r.Round, r.Kind, r.Court, r.Began!.Value, r.Judged, r.Judgment))];

    /// <summary>Hearings that were scheduled, by the time set.</summary>
    public static IReadOnlyList<HearingSpan> Hearings(IEnumerable<RecordedEvent> recorded) =>
        [.. Streams(recorded, HearingFold.Fold.Category)
            .Select(s => (Id: new HearingId(s.Key.LeadingGuid), Facts: Fold<HearingFacts, HearingEvent>(s, HearingFold.Initial, HearingFold.Apply)))
            .Where(h => h.Facts.Scheduled is not null)
            .OrderBy(h => h.Facts.Date)
            .ThenBy(h => h.Facts.Time)
            .Select(h => new HearingSpan(
                h.Id, h.Facts.Scheduled!.Kind, h.Facts.Stage, h.Facts.Date, h.Facts.Time, h.Facts.Opened, h.Facts.Closed, h.Facts.DelayMinutes))];

    /// <summary>Petitions that were filed, by the moment of filing.</summary>
    public static IReadOnlyList<PetitionSpan> Petitions(IReadOnlyCollection<RecordedEvent> recorded)
    {
        var ends = Streams(recorded, CaseFold.Fold.Category)
            .SelectMany(s => CompetenceEnd.Linked(new(s.Key.LeadingGuid), EffectiveSequence.Of<CaseEvent>(s).InOrderOfHappening()))
            .ToLookup(linked => linked.Link, linked => linked.End);
        return
        [
            .. Streams(recorded, PetitionFold.Fold.Category)
                .Select(s => (Stream: s, Id: new PetitionId(s.Key.LeadingGuid), Facts: Fold<PetitionFacts, PetitionEvent>(s, PetitionFold.Initial, PetitionFold.Apply)))
                .Where(p => p.Facts.Filed is not null)
                .OrderBy(p => p.Facts.FiledAt)
                .Select(p => new PetitionSpan(p.Id, p.Facts.Filed!.Kind, p.Facts.FiledAt, p.Facts.HeldOver, p.Facts.Closed, p.Facts.Decision)
                {
                    Overtaken = Overtaken(PetitionWait.Of(EffectiveSequence.Of<PetitionEvent>(p.Stream)), p.Facts.Filed!, ends),
                }),
        ];
    }

    /// <summary>Claims that were brought, by the moment of filing.</summary>
    public static IReadOnlyList<ClaimSpan> Claims(IEnumerable<RecordedEvent> recorded) =>
        [.. Streams(recorded, ClaimFold.Fold.Category)
            .Select(s => (Id: new ClaimId(s.Key.LeadingGuid), Facts: Fold<ClaimFacts, ClaimEvent>(s, ClaimFold.Initial, ClaimFold.Apply)))
            .Where(c => c.Facts.Filed is not null)
            .OrderBy(c => c.Facts.FiledAt)
            .Select(c => new ClaimSpan(c.Id, c.Facts.FiledAt, c.Facts.EndedAt, c.Facts.Outstanding))];

    private static HappenedAt? Overtaken(PetitionWait? wait, PetitionEvent.Filed filed, ILookup<string, CompetenceEnd> ends) =>
        wait?.Link(filed) is { } link ? ends[link].Where(end => end.Until >= wait.From).MinBy(end => end.Until)?.At : null;

    private static IEnumerable<IGrouping<StreamName, RecordedEvent>> Streams(IEnumerable<RecordedEvent> recorded, string category) =>
        recorded.Where(e => e.Stream.Category == category).GroupBy(e => e.Stream);

    private static TState Fold<TState, TEvent>(IEnumerable<RecordedEvent> stream, TState initial, Func<TState, Entry<TEvent>, TState> apply)
        where TEvent : DomainEvent =>
        EffectiveSequence.Of<TEvent>(stream).Aggregate(initial, apply);
}
