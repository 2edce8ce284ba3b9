using Mediator;
using Trials.Domain;
using Trials.Projections.Engine;
using Trials.Projections.Hearings;

namespace Trials.Projections.Timelines;

/// <summary>Answers <see cref="StepDurations"/>: from what is recorded itself, so that every kind of entry can be asked about, corrections applied.</summary>
public sealed class StepDurationsHandler(ReadModelDatabase database, IEventCodec codec, ViewerAccessor viewers)
    : IQueryHandler<StepDurations, StepDurationReport>
{
    /// <inheritdoc/>
    public async ValueTask<StepDurationReport> Handle(StepDurations query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var names = EventTypes.All.WireNames.Where(name => Kind(name) == query.From || Kind(name) == query.To).ToHashSet(StringComparer.Ordinal);
        var arguments = session.NewArguments().Integer("clearance", (int)viewers.Viewer.Clearance);
        var asked = names.Select((name, i) => (Name: name, Place: $"w{i}")).ToList();
        asked.ForEach(a => arguments.Text(a.Place, a.Name));
        var recorded = await session.Query(
            $"{TimelineRow.Select} WHERE visibility <= @clearance "
            + $"AND (wire_name IN ('entry-corrected.v1', 'entry-withdrawn.v1'){string.Concat(asked.Select(a => $" OR wire_name = @{a.Place}"))}) ORDER BY position",
            arguments,
            row => codec.Decode(TimelineRow.Read(row)),
            cancellationToken).ConfigureAwait(false);
        var pairs = new List<StepPair>();
        var withoutEnd = 0;
        foreach (var matter in recorded.GroupBy(e => e.Metadata.Matter))
        {
            var entries = TimelineEntries.Of(matter).Where(e => e.State != EntryState.Withdrawn).ToList();
            var from = entries.Where(e => Kind(e.WireName) == query.From).ToList();
            var to = query.From == query.To ? from : [.. entries.Where(e => Kind(e.WireName) == query.To)];
            var subject = StepSubject.Of(from, to);
            var ends = to.ToLookup(subject, entry => entry.Happened);
            withoutEnd += from.GroupBy(subject, entry => entry.Happened)
                .Sum(begun => Pair(matter.Key, [.. begun], [.. ends[begun.Key]], query.From == query.To, pairs));
        }

        return new(
            new([.. pairs.Where(p => p.Days is not null).Select(p => new ValueCount(p.Days!.Value, 1))]),
            pairs.Count(p => p.Days is null),
            withoutEnd,
            [.. pairs.OrderByDescending(p => p.Days ?? -1).ThenBy(p => p.From.Local)]);
    }

    /// <summary>Pairs first entries with second ones, both in order of happening.</summary>
    /// <returns>How many first entries no second one came after.</returns>
    private static int Pair(MatterId matter, List<HappenedAt> from, List<HappenedAt> to, bool isSame, List<StepPair> pairs)
    {
        if (isSame)
        {
            pairs.AddRange(from.Zip(from.Skip(1), (one, next) => StepPair.Of(matter, one, next)));
            return from.Count > 0 ? 1 : 0;
        }

        var next = 0;
        var withoutEnd = 0;
        foreach (var first in from)
        {
            while (next < to.Count && to[next].Named < first.Named && to[next].CertainlyBefore(first))
            {
                next++;
            }

            if (next < to.Count)
            {
                pairs.Add(StepPair.Of(matter, first, to[next++]));
            }
            else
            {
                withoutEnd++;
            }
        }

        return withoutEnd;
    }

    private static string Kind(string wireName) => wireName[..wireName.LastIndexOf('.')];
}
