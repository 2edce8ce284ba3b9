using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>A projection in a group: up to where it got, and why it stopped if it did.</summary>
internal sealed class Member(Projection projection, LogPosition position)
{
    public Projection Projection => projection;

    /// <summary>Up to where its tables show the log.</summary>
    public LogPosition Position { get; private set; } = position;

    /// <summary>The last event that was taken since it is a member; null for none.</summary>
    public LogMark? Last { get; private set; }

    /// <summary>What events change by themselves that were folded and are not in the tables yet; null where none were.</summary>
    public Changes? Pending { get; set; }

    /// <summary>Whether it failed on one of the events that are not in the tables yet.</summary>
    public bool Fails { get; set; }

    public ProjectionStop? Stop { get; set; }

    public bool Runs => Stop is null;

    /// <summary>Its tables show the log up to an event.</summary>
    public void Took(LogMark last) => (Position, Last) = (last.Position, last);
}

/// <summary>
/// Projections that read the log together. Folds events, batch by batch, and tells what they change in the tables of each, as often as somebody wants to write it.
/// A projection that cannot take an event stops at the event before it; the others go on.
/// </summary>
internal sealed class ProjectionGroup
{
    private readonly IEventLog log;
    private readonly EventReader reader;
    private readonly StreamFolder folder;
    private readonly List<Member> members;
    private LogMark? folded;

    public ProjectionGroup(IEventLog log, IEventCodec codec, EventReader reader, IEnumerable<Member> members, int cacheCapacity)
    {
        this.log = log;
        this.reader = reader;
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

    /// <summary>Folds a batch, behind those folded before. A member that already stands behind it has no part in it.</summary>
    /// <param name="batch">One or more events, on one side of every member's position.</param>
    public async ValueTask Fold(IReadOnlyList<LogEvent> batch, CancellationToken cancellation)
    {
        await folder.Fold(batch, cancellation).ConfigureAwait(false);
        foreach (var member in members.Where(m => m.Runs && m.Position < batch[0].Position))
        {
            member.Pending ??= new();
            member.Fails = member.Fails || folder.Failures.Keys.Any(member.Projection.Folds.Contains) || !TryRecord(member, batch);
        }

        folded = LogMark.Of(batch[^1].Stored);
    }

    /// <summary>What the events changed that were folded since the last time. The members' positions stay until <see cref="Committed"/>.</summary>
    public async ValueTask<IReadOnlyList<ProjectionCommit>> TakeChanges(CancellationToken cancellation)
    {
        var commits = new List<ProjectionCommit>(members.Count);
        var stopped = false;
        foreach (var member in members.Where(m => m.Pending is not null))
        {
            var (changes, end) = (member.Pending!, folded);
            if (member.Fails || !TryWrite(member.Projection, changes))
            {
                (changes, end, var failure) = await WriteUpTo(member, cancellation).ConfigureAwait(false);
                member.Stop = StopAt(failure);
                stopped = true;
            }

            member.Pending = null;
            if (end?.Position > member.Position)
            {
                commits.Add(new(member.Projection, changes, member.Position, end));
            }
        }

        folder.End();
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
            members.Single(m => m.Projection == commit.Projection).Took(commit.To);
        }
    }

    /// <summary>What each event of a batch changes by itself; false where the projection cannot take one.</summary>
    private static bool TryRecord(Member member, IReadOnlyList<LogEvent> batch)
    {
        var projection = member.Projection;
        try
        {
            foreach (var logEvent in batch)
            {
                if (projection.Takes(logEvent.Category))
                {
                    projection.Record(logEvent.Stored, logEvent.Event ?? throw logEvent.Unreadable!, member.Pending!);
                }
            }

            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return false;
        }
    }

    /// <summary>What all streams that were folded on change, every fold having got through all of it; false where the projection itself fails.</summary>
    private bool TryWrite(Projection projection, Changes changes)
    {
        try
        {
            foreach (var slot in folder.Touched.Values)
            {
                WriteSlot(projection, slot, slot.States, changes);
            }

            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return false;
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
    /// What changes before the first event that the projection cannot take, and up to where. Reads again what was folded since the last time and tries event
    /// by event, which is slow and tells exactly which one it is.
    /// </summary>
    private async ValueTask<(Changes Changes, LogMark? End, FoldFailure Failure)> WriteUpTo(Member member, CancellationToken cancellation)
    {
        var (projection, changes, end) = (member.Projection, new Changes(), (LogMark?)null);
        var states = new Dictionary<StreamSlot, object?[]>();
        await foreach (var stored in log.ReadAll(member.Position, cancellation).ConfigureAwait(false))
        {
            var logEvent = reader.Read(stored);
            if (projection.Takes(logEvent.Category))
            {
                try
                {
                    var @event = logEvent.Event ?? throw logEvent.Unreadable!;
                    projection.Record(stored, @event, new());
                    if (folder.Touched.TryGetValue(logEvent.Stream, out var slot))
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

                    return (changes, end, new(logEvent, e));
                }

                projection.Record(stored, logEvent.Event, changes);
            }

            end = LogMark.Of(stored);
            if (end == folded)
            {
                break;
            }
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
