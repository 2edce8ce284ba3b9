using NodaTime;
using Trials.Domain;
using Trials.EventLog.Keys;
using Trials.EventLog.Serialization;
using Trials.EventLog.Sqlite;

namespace Trials.Benchmarks.Record;

/// <summary>A data folder with the events of many cases, some hundred of them under way at the same time, as an office's years leave them.</summary>
internal sealed class SampleRecord : IDisposable
{
    private const int UnderWay = 500;
    private const int AppendsAtOnce = 500;
    private const int MinutesBetweenSteps = 10;
    private const int DaysOfCases = 3_650;

    private static readonly LocalDate FirstDay = new(2013, 1, 7);
    private static readonly ActorId Typist = new(DerivedGuid.From(Guid.Empty, "typist"));

    private readonly ScratchFolder folder;

    private SampleRecord(ScratchFolder folder, int cases, int events) => (this.folder, Cases, Events) = (folder, cases, events);

    public string Folder => folder.Path;

    public int Cases { get; }

    public int Events { get; }

    /// <summary>Writes a record of about so many events; not measured.</summary>
    public static Task<SampleRecord> Write(Settings settings, int events) =>
        Write(settings, Math.Max(1, events / SampleCase.Entries), SampleCase.Entries);

    /// <summary>Writes a record of so many cases; not measured.</summary>
    /// <param name="settings">Where.</param>
    /// <param name="cases">How many.</param>
    /// <param name="commands">How many commands each has at most.</param>
    public static async Task<SampleRecord> Write(Settings settings, int cases, int commands)
    {
        var folder = new ScratchFolder(settings);
        var written = 0;
        using var keys = KeyStore.Open(folder.Path, readOnly: false);
        var codec = new EventCodec(EventTypes.All, keys);
        await using var log = SqliteEventLog.Open(new() { Folder = folder.Path });
        var chains = new Dictionary<StreamName, (long Revision, ReadOnlyMemory<byte> Hash)>();
        foreach (var steps in SampleCatalogue.Steps(FirstDay).Concat(Interleaved(cases, commands)).Chunk(AppendsAtOnce))
        {
            var appends = new List<Task<AppendResult>>(AppendsAtOnce);
            foreach (var step in steps)
            {
                var (revision, hash) = chains.GetValueOrDefault(step.Stream, (-1, new byte[EventHash.Size]));
                var encoded = await Encode(codec, step, written, revision, hash);
                appends.Add(log.Append(encoded, revision, CancellationToken.None).AsTask());
                chains[step.Stream] = (encoded[^1].Revision, encoded[^1].Hash);
                written += encoded.Length;
            }

            if ((await Task.WhenAll(appends)).Any(result => result is not AppendResult.Appended))
            {
                throw new InvalidOperationException("An append failed.");
            }
        }

        return new(folder, cases, written);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>One step of each case in turn; a case that ends makes room for the next one.</summary>
    private static IEnumerable<Step> Interleaved(int cases, int commands)
    {
        var underWay = new Queue<IEnumerator<Step>>();
        var next = 0;
        do
        {
            while (next < cases && underWay.Count < UnderWay)
            {
                underWay.Enqueue(new SampleCase(next, FirstDay.PlusDays((int)((long)next * DaysOfCases / cases))).Steps().Take(commands).GetEnumerator());
                next++;
            }

            var turn = underWay.Dequeue();
            if (turn.MoveNext())
            {
                yield return turn.Current;
                underWay.Enqueue(turn);
            }
        }
        while (underWay.Count > 0 || next < cases);
    }

    /// <summary>Encodes what one command records behind what its stream has.</summary>
    public static async Task<EncodedEvent[]> Encode(EventCodec codec, Step step, int index, long revision, ReadOnlyMemory<byte> hash)
    {
        var command = new CommandId(DerivedGuid.From(Guid.Empty, $"command {index}"));
        var recorded = FirstDay.AtMidnight().PlusMinutes((long)index * MinutesBetweenSteps).InUtc().ToInstant();
        var encoded = new EncodedEvent[step.Events.Count];
        for (var i = 0; i < encoded.Length; i++)
        {
            var metadata = new EventMetadata(
                step.Matter,
                HappenedAt.Exactly(step.At),
                recorded,
                Typist,
                Typist,
                ActorRole.Lawyer,
                new Source.SeenMyself(),
                command,
                i,
                null,
                command.Value.ToString("N"));
            encoded[i] = await codec.Encode(
                step.Stream, revision + 1 + i, EventId.Of(step.Stream, command).At(i), step.Events[i], metadata, hash, CancellationToken.None);
            hash = encoded[i].Hash;
        }

        return encoded;
    }
}
