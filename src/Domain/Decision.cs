namespace Trials.Domain;

/// <summary>What a command comes to on a given history: what to append, or why not. Pure.</summary>
/// <param name="Events">What to append; empty where everything is already so.</param>
/// <param name="Refusal">Why nothing is appended; null otherwise.</param>
public sealed record Decision(IReadOnlyList<DomainEvent> Events, Refusal? Refusal)
{
    /// <summary>Decides a command: amendments against the whole history, facts one after another against the state that the ones before leave.</summary>
    public static Decision Of<TState, TEvent>(IReadOnlyList<RecordedEvent> history, IStreamCommand command, ActorId author)
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(command);
        var recorded = history.Select(EffectiveSequence.Recorded.Of).ToList();
        var first = EventId.Of(command.Stream, command.Header.Command);
        var amendments = command.Events.OfType<Amendment>().ToList();
        var accepted = new List<DomainEvent>();
        if (amendments.Count > 0 && Amend<TState, TEvent>(recorded, amendments, command.Header, first, accepted) is { } unfit)
        {
            return new([], unfit);
        }

        var state = Fold<TState, TEvent>(EffectiveSequence.Of<TEvent>(recorded));
        foreach (var fact in command.Events.OfType<TEvent>())
        {
            var entry = new Entry<TEvent>(first.At(accepted.Count), fact, command.Header.Happened, author);
            switch (TState.Judge(state, entry))
            {
                case Verdict.Refused(var refusal):
                    return new([], refusal);
                case Verdict.Accept:
                    accepted.Add(fact);
                    state = TState.Apply(state, entry);
                    break;
            }
        }

        return new(accepted, null);
    }

    /// <summary>The state after a list of effective entries.</summary>
    public static TState Fold<TState, TEvent>(IEnumerable<Entry<TEvent>> entries)
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent =>
        entries.Aggregate(TState.Initial, TState.Apply);

    /// <summary>Adds the amendments to the history if each names a fitting entry and no entry becomes impossible that was possible before.</summary>
    private static Refusal? Amend<TState, TEvent>(
        List<EffectiveSequence.Recorded> recorded, List<Amendment> amendments, CommandHeader header, EventId first, List<DomainEvent> accepted)
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent
    {
        var before = Impossible<TState, TEvent>(EffectiveSequence.Of<TEvent>(recorded)).Select(e => e.Entry).ToHashSet();
        foreach (var amendment in amendments)
        {
            var inForce = EffectiveSequence.Amendments(recorded);
            if (Unfit<TEvent>(recorded, inForce, amendment, header) is { } unfit)
            {
                return unfit;
            }

            if (AlreadyInForce(inForce, recorded, amendment) && !IsKnownOtherwise(recorded, amendment, header))
            {
                continue;
            }

            recorded.Add(new(first.At(accepted.Count), amendment, header.Happened, default, header.Source));
            accepted.Add(amendment);
        }

        var now = Impossible<TState, TEvent>(EffectiveSequence.Of<TEvent>(recorded)).Where(e => !before.Contains(e.Entry)).ToList();
        if (now.Count == 0)
        {
            return null;
        }

        var corrected = amendments.OfType<Amendment.Corrected>().Select(a => a.Entry).ToHashSet();
        return corrected.Contains(now[0].Entry)
            ? now[0].Refusal
            : Refusal.Because(
                LoopRefusals.LaterEntriesImpossible,
                ("entries", now.Select(e => e.Entry).ToValueList()),
                ("first", now[0].Refusal));
    }

    /// <summary>Why an amendment does not fit the entry that it names; null where it does.</summary>
    private static Refusal? Unfit<TEvent>(
        List<EffectiveSequence.Recorded> recorded, IReadOnlyDictionary<EventId, Amendment> inForce, Amendment amendment, CommandHeader header)
        where TEvent : DomainEvent =>
        (recorded.Find(r => r.Id == amendment.Entry).Data, amendment) switch
        {
            (null, _) => Refusal.Because(LoopRefusals.NoSuchEntry),
            (not TEvent, Amendment.Corrected) => Refusal.Because(LoopRefusals.NoSuchEntry),
            (IFinal, _) => Refusal.Because(LoopRefusals.EntryFinal),
            ({ } target, Amendment.Corrected { Replacement: var other }) when other.GetType() != target.GetType() =>
                Refusal.Because(LoopRefusals.OtherKindOfEntry),
            (_, Amendment.Corrected) when inForce.GetValueOrDefault(amendment.Entry) is Amendment.Withdrawn =>
                Refusal.Because(LoopRefusals.EntryWithdrawn),
            (_, { Reason: null }) when header.Cause is null => Refusal.Because(LoopRefusals.NoReason),
            _ when Limits.Text(amendment.Reason) is Verdict.Refused(var tooLong) => tooLong,
            _ => null,
        };

    private static bool AlreadyInForce(
        IReadOnlyDictionary<EventId, Amendment> inForce, List<EffectiveSequence.Recorded> recorded, Amendment amendment) =>
        inForce.TryGetValue(amendment.Entry, out var present)
            ? (present, amendment) switch
            {
                (Amendment.Withdrawn, Amendment.Withdrawn) => true,
                (Amendment.Corrected a, Amendment.Corrected b) => a.Replacement.Equals(b.Replacement) && a.Happened == b.Happened,
                _ => false,
            }
            : amendment is Amendment.Corrected same
                && recorded.Exists(r => r.Id == same.Entry && r.Data.Equals(same.Replacement) && r.Happened == same.Happened);

    /// <summary>
    /// Whether somebody says nothing but how an entry is known: another document, or its file. What follows from elsewhere, and an import, which names the line
    /// of whichever file it reads, say nothing by that.
    /// </summary>
    private static bool IsKnownOtherwise(List<EffectiveSequence.Recorded> recorded, Amendment amendment, CommandHeader header) =>
        amendment is Amendment.Corrected
        && header is { Cause: null, Source: not Source.Import }
        && !KnownFrom.OfAll(recorded)[amendment.Entry].Says(header.Source);

    private static IEnumerable<(EventId Entry, Refusal Refusal)> Impossible<TState, TEvent>(IEnumerable<Entry<TEvent>> entries)
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent
    {
        var state = TState.Initial;
        foreach (var entry in entries)
        {
            if (TState.Judge(state, entry) is Verdict.Refused(var refusal))
            {
                yield return (entry.Id, refusal);
            }

            state = TState.Apply(state, entry);
        }
    }
}
