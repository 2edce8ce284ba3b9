using Trials.Domain;
using Trials.EventLog.Keys;
using Trials.EventLog.Serialization;

namespace Trials.Benchmarks.Append;

/// <summary>The product's codec and one of its logs.</summary>
internal sealed class ProductLog : IMeasured
{
    private readonly ScratchFolder folder;
    private readonly Load load;
    private readonly KeyStore keys;
    private readonly EventCodec codec;
    private readonly IEventLog log;

    /// <summary>Of each writer: they come with the forms.</summary>
    private readonly CommandId[][] commands;

    /// <param name="settings">Where the keys are put.</param>
    /// <param name="load">What is appended.</param>
    /// <param name="open">Opens the log, given the folder of its keys.</param>
    public ProductLog(Settings settings, Load load, Func<string, IEventLog> open)
    {
        this.load = load;
        folder = new(settings);
        keys = KeyStore.Open(folder.Path, readOnly: false);
        codec = new(EventTypes.All, keys);
        log = open(folder.Path);
        commands = [.. Enumerable.Range(0, load.Writers).Select(_ => Enumerable.Range(0, load.Appends).Select(_ => new CommandId(Guid.NewGuid())).ToArray())];
    }

    public async Task<int> Work()
    {
        await Task.WhenAll(commands.Select(own => Task.Run(() => Write(own))));
        return load.Events;
    }

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)log).DisposeAsync();
        keys.Dispose();
        folder.Dispose();
    }

    private async Task Write(CommandId[] commands)
    {
        var (stream, revision, previous) = (default(StreamName), SampleEvents.PerStream - 1, (ReadOnlyMemory<byte>)default);
        var events = new EncodedEvent[load.Batch];
        for (var append = 0; append < load.Appends; append++)
        {
            if (revision == SampleEvents.PerStream - 1)
            {
                (stream, revision, previous) = (StreamName.Of(new HearingId(Guid.NewGuid())), -1, new byte[EventHash.Size]);
            }

            var command = commands[append];
            var first = EventId.Of(stream, command);
            var fingerprint = command.Value.ToString("N");
            for (var i = 0; i < events.Length; i++)
            {
                var index = (append * load.Batch) + i;
                var metadata = SampleEvents.Metadata(index, command, i, fingerprint);
                events[i] = await codec.Encode(
                    stream, revision + 1 + i, first.At(i), SampleEvents.At(index), metadata, previous, CancellationToken.None);
                previous = events[i].Hash;
            }

            if (await log.Append(events, revision, CancellationToken.None) is not AppendResult.Appended)
            {
                throw new InvalidOperationException("An append failed.");
            }

            revision += events.Length;
        }
    }
}
