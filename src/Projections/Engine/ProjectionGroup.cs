using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>A projection in a group: up to where it got, and why it stopped if it did.</summary>
internal sealed class Member(Projection projection, LogPosition position)
{
    public Projection Projection => projection;

    public LogPosition Position { get; set; } = position;

    public ProjectionStop? Stop { get; set; }

    public bool Runs => Stop is null;
}

/// <summary>
/// Projections that read the log together. Turns a batch of events into what it changes in the tables of each.
/// A projection that cannot take an event stops at the event before it; the others go on.
/// </summary>
internal sealed class ProjectionGroup
{
    private readonly StreamFolder folder;
    private readonly List<Member> members;

    public ProjectionGroup(IEventLog log, IEventCodec codec, IEnumerable<Member> members, int cacheCapacity)
    {
        this.members = [.. members];
        folder = new(log, codec, cacheCapacity);
        UseFolds();
    }

    public IReadOnlyList<Member> Members => members;

    /// <summary>Takes in another projection, from its own position on.</summary>
    public void Join(Member member)
    {
        members.Add(member);
        UseFolds();
    }

    /// <summary>
    /// What a batch changes. The members' positions stay until <see cref="Committed"/>; a member that already stands behind the batch has no part in it.
    /// </summary>
    /// <param name="batch">One or more events, on one side of every member's position.</param>
    public async ValueTask<IReadOnlyList<ProjectionCommit>> Fold(IReadOnlyList<LogEvent> batch, CancellationToken cancellation)
    {
        var (items, failures) = await folder.Fold(batch, cancellation).ConfigureAwait(false);
        var commits = new List<ProjectionCommit>(members.Count);
        var stopped = false;
        foreach (var member in members.Where(m => m.Runs && m.Position < batch[0].Position))
        {
            var changes = Fails(member.Projection, items, failures) ? null : Write(member.Projection, items);
            var end = items.Length;
            if (changes is null)
            {
                (changes, var failure) = await WriteUpTo(member, items, cancellation).ConfigureAwait(false);
                end = Array.FindIndex(items, i => ReferenceEquals(i.Event, failure.Event));
                member.Stop = StopAt(failure);
                stopped = true;
            }

            if (end > 0)
            {
                commits.Add(new(member.Projection, changes, member.Position, items[end - 1].Event.Position));
            }
        }

        StreamFolder.End(items);
        if (stopped)
        {
            UseFolds();
        }

        return commits;
    }

    /// <summary>The database took the changes.</summary>
    public void Committed(IReadOnlyList<ProjectionCommit> commits)
    {
        foreach (var commit in commits)
        {
            members.Single(m => m.Projection == commit.Projection).Position = commit.To;
        }
    }

    /// <summary>Whether an event of the batch cannot be read by a projection that takes it, or a fold of it failed.</summary>
    private static bool Fails(Projection projection, BatchItem[] items, IReadOnlyDictionary<StreamFold, FoldFailure> failures) =>
        failures.Keys.Any(projection.Folds.Contains)
        || items.Any(i => i.Event.Unreadable is not null && projection.Takes(i.Event.Category));

    /// <summary>What a batch changes, every fold having got through all of it; null where the projection itself fails.</summary>
    private static Changes? Write(Projection projection, BatchItem[] items)
    {
        var changes = new Changes();
        var written = new HashSet<StreamSlot>();
        try
        {
            foreach (var (logEvent, slot) in items)
            {
                if (logEvent.Event is { } @event && projection.Takes(logEvent.Category))
                {
                    projection.Record(logEvent.Stored, @event, changes);
                    if (slot is not null && written.Add(slot))
                    {
                        WriteSlot(projection, slot, slot.States, changes);
                    }
                }
            }

            return changes;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static void WriteSlot(Projection projection, StreamSlot slot, object?[] states, Changes changes)
    {
        for (var f = 0; f < slot.Folds.Length; f++)
        {
            if (projection.Folds.Contains(slot.Folds[f]) && states[f] is { } after)
            {
                projection.Write(slot.Folds[f], slot.Before![f], after, changes);
            }
        }
    }

    /// <summary>
    /// What changes before the first event that the projection cannot take. Tries event by event, which is slow and tells exactly which one it is.
    /// </summary>
    private async ValueTask<(Changes Changes, FoldFailure Failure)> WriteUpTo(Member member, BatchItem[] items, CancellationToken cancellation)
    {
        var projection = member.Projection;
        var changes = new Changes();
        var states = new Dictionary<StreamSlot, object?[]>();
        for (var i = 0; i < items.Length; i++)
        {
            var (logEvent, slot) = items[i];
            if (!projection.Takes(logEvent.Category))
            {
                continue;
            }

            try
            {
                var @event = logEvent.Event ?? throw logEvent.Unreadable!;
                projection.Record(logEvent.Stored, @event, new());
                if (slot is not null)
                {
                    states[slot] = await Step(projection, slot, states.GetValueOrDefault(slot, slot.Before!), @event, cancellation)
                        .ConfigureAwait(false);
                }
            }
            catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
            {
                foreach (var (before, after) in states)
                {
                    WriteSlot(projection, before, after, changes);
                }

                return (changes, new(logEvent, e));
            }

            projection.Record(logEvent.Stored, logEvent.Event, changes);
        }

        throw new InvalidOperationException($"'{projection.Name}' failed on a batch, but on none of its events.");
    }

    /// <summary>The states of a stream after one more event, if the projection can tell what it changes.</summary>
    private async ValueTask<object?[]> Step(
        Projection projection, StreamSlot slot, object?[] before, RecordedEvent @event, CancellationToken cancellation)
    {
        var after = before.ToArray();
        for (var f = 0; f < slot.Folds.Length; f++)
        {
            if (projection.Folds.Contains(slot.Folds[f]))
            {
                after[f] = await folder.Next(slot.Folds[f], before[f], @event, cancellation).ConfigureAwait(false);
                projection.Write(slot.Folds[f], slot.Before![f], after[f]!, new());
            }
        }

        return after;
    }

    private static ProjectionStop StopAt(FoldFailure failure)
    {
        var @event = failure.Event.Stored.Event;
        var exception = failure.Exception;
        var where = exception.TargetSite is { } method ? $" in {method.DeclaringType?.Name}.{method.Name}" : "";
        return new(failure.Event.Position, @event.Stream, @event.Revision, @event.Id, @event.WireName, exception.GetType().Name + where);
    }

    private void UseFolds() => folder.Use(members.Where(m => m.Runs).SelectMany(m => m.Projection.Folds));
}
