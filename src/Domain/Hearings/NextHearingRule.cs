namespace Trials.Domain.Hearings;

/// <summary>What follows from a hearing in the stream of the next one.</summary>
/// <param name="Command">The entry that the next hearing's stream should have.</param>
/// <param name="Typist">In whose name: the system's, carrying on what this person entered.</param>
public sealed record NextHearingFollowUp(RecordInHearing Command, Actor Typist);

/// <summary>
/// A hearing that is adjourned or not held and names the next one schedules it: same case, round, kind, court, room and judges.
/// A correction of the date that was named corrects that schedule, a withdrawal of the adjournment withdraws it.
/// What a person recorded of the next hearing is left alone: one that somebody else scheduled, also where that is withdrawn, one whose later
/// entries would become impossible (it has opened), or a date that was amended there after it was set from here.
/// </summary>
public static class NextHearingRule
{
    /// <summary>Whether a command would have a hearing adjourned to itself.</summary>
    public static bool NamesItself(RecordInHearing command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Facts.Concat(command.Amendments.OfType<Amendment.Corrected>().Select(a => a.Replacement))
            .Any(e => Next(e) is { Hearing: var next } && StreamName.Of(next) == command.Stream);
    }

    /// <summary>Whether a command names a next hearing or may change which one is named.</summary>
    public static bool Concerns(RecordInHearing command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Amendments.Count > 0 || command.Facts.Any(Concerns);
    }

    /// <summary>Whether an event names a next hearing or may change which one is named.</summary>
    public static bool Concerns(DomainEvent data) => data is Amendment || Next(data) is not null;

    /// <summary>The hearings that a hearing's entries and their corrections ever named as the next one.</summary>
    /// <param name="hearing">The hearing's whole stream.</param>
    public static IReadOnlyList<HearingId> Named(IReadOnlyList<RecordedEvent> hearing) =>
        [.. hearing
            .Select(e => Next(e.Data is Amendment.Corrected correction ? correction.Replacement : e.Data)?.Hearing)
            .OfType<HearingId>()
            .Distinct()];

    /// <summary>What is left to record of <paramref name="next"/>; null where nothing is.</summary>
    /// <param name="hearing">The whole stream of the hearing that named it, read after <paramref name="its"/>.</param>
    /// <param name="next">One of those that were <see cref="Named"/>.</param>
    /// <param name="its">The next hearing's whole stream.</param>
    public static NextHearingFollowUp? Of(IReadOnlyList<RecordedEvent> hearing, HearingId next, IReadOnlyList<RecordedEvent> its)
    {
        ArgumentNullException.ThrowIfNull(hearing);
        ArgumentNullException.ThrowIfNull(its);
        var entries = EffectiveSequence.Of<HearingEvent>(hearing);
        if (LastChange(hearing, next) is not { } change
            || its.Any(theirs => hearing.Any(ours => ours.Revision >= change.Revision && ours.Id == theirs.Metadata.Cause))
            || its.Any(theirs => theirs.Data is HearingEvent.Scheduled && hearing.All(ours => ours.Id != theirs.Metadata.Cause))
            || entries.Select(e => e.Event).OfType<HearingEvent.Scheduled>().FirstOrDefault() is not { } own)
        {
            return null;
        }

        var scheduled = EffectiveSequence.Of<HearingEvent>(its).FirstOrDefault(e => e.Event is HearingEvent.Scheduled);
        return (Naming(entries, next), scheduled) switch
        {
            ({ } naming, null) => FollowUp(change, next, its, naming.Happened, Schedule(own, entries, Next(naming.Event)!), null),
            ({ } naming, { Event: HearingEvent.Scheduled present }) => FollowUp(
                change, next, its, change.Metadata.Happened, null, Redate(scheduled.Id, present, naming.Happened, Next(naming.Event)!)),
            (null, not null) => FollowUp(
                change, next, its, change.Metadata.Happened, null, new Amendment.Withdrawn(scheduled.Id, null)),
            _ => null,
        };
    }

    /// <summary>The event at which it last changed whether and when the next hearing is to be.</summary>
    private static RecordedEvent? LastChange(IReadOnlyList<RecordedEvent> hearing, HearingId next)
    {
        RecordedEvent? change = null;
        NextHearing? before = null;
        for (var i = 0; i < hearing.Count; i++)
        {
            if (!Concerns(hearing[i].Data))
            {
                continue;
            }

            var now = Naming(EffectiveSequence.Of<HearingEvent>(hearing.Take(i + 1)), next) is { } naming ? Next(naming.Event) : null;
            change = now == before ? change : hearing[i];
            before = now;
        }

        return change;
    }

    private static Entry<HearingEvent>? Naming(IReadOnlyList<Entry<HearingEvent>> entries, HearingId next) =>
        entries.LastOrDefault(e => Next(e.Event)?.Hearing == next);

    private static NextHearing? Next(DomainEvent data) => data switch
    {
        HearingEvent.Adjourned e => e.Next,
        HearingEvent.NotHeld e => e.Next,
        _ => null,
    };

    private static HearingEvent.Scheduled Schedule(HearingEvent.Scheduled own, IReadOnlyList<Entry<HearingEvent>> entries, NextHearing next) =>
        own with { Judges = Decision.Fold<Hearing, HearingEvent>(entries).Judges, Date = next.Date, Time = next.Time, Note = null };

    private static Amendment.Corrected Redate(EventId entry, HearingEvent.Scheduled present, HappenedAt ordered, NextHearing next) =>
        new(entry, present with { Date = next.Date, Time = next.Time }, ordered, null);

    private static NextHearingFollowUp FollowUp(
        RecordedEvent change, HearingId next, IReadOnlyList<RecordedEvent> its, HappenedAt happened, HearingEvent.Scheduled? fact, Amendment? amendment)
    {
        var metadata = change.Metadata;
        var purpose = amendment is Amendment.Withdrawn ? "no-next-hearing" : "next-hearing";
        var command = new RecordInHearing
        {
            Stream = StreamName.Of(next),
            Matter = metadata.Matter,
            Header = new(metadata.Command.Following(purpose), happened, metadata.Source)
            {
                Author = metadata.Author,
                SeenRevision = its.Count - 1,
                Cause = change.Id,
            },
            Facts = fact is null ? [] : [fact],
            Amendments = amendment is null ? [] : [amendment],
        };
        return new(command, new(metadata.Typist, ActorRole.System, []));
    }
}
