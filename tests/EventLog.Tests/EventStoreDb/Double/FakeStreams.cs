using System.Text.RegularExpressions;
using Grpc.Core;
using Microsoft.AspNetCore.Connections.Features;
using Trials.EventLog.EventStoreDb.Wire;
using static Trials.EventLog.EventStoreDb.Wire.ReadReq.Types;

namespace Trials.EventLog.Tests.EventStoreDb.Double;

/// <summary>The service that appends and reads, as the protocol documents it, and as its script says.</summary>
internal sealed class FakeStreams(MessageStore store, Script script) : Streams.StreamsBase
{
    public override async Task<AppendResp> Append(IAsyncStreamReader<AppendReq> requestStream, ServerCallContext context)
    {
        Admit(context);
        AppendReq.Types.Options? options = null;
        var messages = new List<AppendReq.Types.ProposedMessage>();
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            options = request.Options ?? options;
            messages.AddRange(request.ProposedMessage is { } message ? [message] : []);
        }

        var expected = options!.ExpectedStreamRevisionCase == AppendReq.Types.Options.ExpectedStreamRevisionOneofCase.Revision ? (long)options.Revision : -1;
        var stream = options.StreamIdentifier.StreamName.ToStringUtf8();
        var fault = script.NextAppend();
        switch (fault)
        {
            case AppendFault.DropBefore:
                Drop(context);
                break;
            case AppendFault.StallBefore:
                await script.Stall(context.CancellationToken);
                break;
            case AppendFault.UnavailableBefore:
                throw Failure(StatusCode.Unavailable);
            case AppendFault.NotLeader:
                throw Failure(
                    StatusCode.NotFound,
                    ("exception", "not-leader"),
                    ("leader-endpoint-host", script.Leader!.Address.Host),
                    ("leader-endpoint-port", $"{script.Leader.Address.Port}"));
            case AppendFault.AccessDenied:
                throw Denied();
        }

        var answer = store.Append(stream, expected, messages)
            ?? throw Failure(StatusCode.InvalidArgument, ("exception", "maximum-append-size-exceeded"), ("maximum-append-size", "1048576"));
        switch (fault)
        {
            case AppendFault.DropAfter:
                Drop(context);
                break;
            case AppendFault.StallAfter:
                await script.Stall(context.CancellationToken);
                break;
            case AppendFault.UnavailableAfter:
                throw Failure(StatusCode.Unavailable);
            case AppendFault.WrongAfter:
                return new() { WrongExpectedVersion = new() { CurrentRevision = (ulong)store.Stream(stream)!.Count - 1 } };
            case AppendFault.NoPosition:
                answer.Success.NoPosition = new();
                break;
        }

        return answer;
    }

    public override async Task Read(ReadReq request, IServerStreamWriter<ReadResp> responseStream, ServerCallContext context)
    {
        Admit(context);
        var searches = request.Options is { StreamOptionCase: Options.StreamOptionOneofCase.All, Filter: not null, Subscription: null };
        if (script.StallsReadings || (script.SearchesForEver && searches))
        {
            await script.Stall(context.CancellationToken);
        }

        var options = request.Options;
        var rest = script.TakeCut();
        if (options.StreamOptionCase == Options.StreamOptionOneofCase.Stream)
        {
            await ReadStream(options, responseStream);
        }
        else if (options.CountOptionCase == Options.CountOptionOneofCase.Subscription)
        {
            await Follow(options, rest, responseStream, context);
        }
        else
        {
            await ReadAll(options, rest, responseStream, context);
        }
    }

    private static void Drop(ServerCallContext context)
    {
        context.GetHttpContext().Features.Get<IConnectionLifetimeFeature>()!.Abort();
        throw Failure(StatusCode.Aborted);
    }

    private static RpcException Denied() => Failure(StatusCode.PermissionDenied, ("exception", "access-denied"));

    private static RpcException Failure(StatusCode status, params (string Key, string Value)[] trailers)
    {
        var metadata = new Metadata();
        foreach (var (key, value) in trailers)
        {
            metadata.Add(key, value);
        }

        return new(new(status, status.ToString()), metadata);
    }

    private static Func<StoredMessage, bool> Passes(Options options) => options.Filter switch
    {
        null => _ => true,
        { EventType.Regex: var pattern } => e => Regex.IsMatch(e.Type, pattern),
        { StreamIdentifier.Prefix: var prefixes } => e => prefixes.Any(p => e.Stream.StartsWith(p, StringComparison.Ordinal)),
    };

    private void Admit(ServerCallContext context)
    {
        script.Headers = context.RequestHeaders.ToDictionary(h => h.Key, h => h.Value);
        if (script.Denies)
        {
            throw Denied();
        }
    }

    private async Task ReadStream(Options options, IServerStreamWriter<ReadResp> responses)
    {
        if (store.Stream(options.Stream.StreamIdentifier.StreamName.ToStringUtf8()) is not { } events)
        {
            await responses.WriteAsync(new() { StreamNotFound = new() { StreamIdentifier = options.Stream.StreamIdentifier } });
            return;
        }

        foreach (var e in events.Where(e => e.Revision >= options.Stream.Revision).Take((int)Math.Min(options.Count, int.MaxValue)))
        {
            await responses.WriteAsync(e.Sent);
        }
    }

    private async Task ReadAll(Options options, int rest, IServerStreamWriter<ReadResp> responses, ServerCallContext context)
    {
        IEnumerable<StoredMessage> events = store.All();
        events = options.ReadDirection == Options.Types.ReadDirection.Backwards
            ? events.Reverse()
            : events.Where(e => options.All.Position is not { } from || e.Position >= from.CommitPosition);
        foreach (var e in events.Where(Passes(options)).Take((int)Math.Min(options.Count, int.MaxValue)))
        {
            await Send(e, rest--, responses, context);
        }
    }

    /// <summary>Sends an event, or drops the connection where none is left to be sent before.</summary>
    private Task Send(StoredMessage e, int rest, IServerStreamWriter<ReadResp> responses, ServerCallContext context)
    {
        if (rest == 0)
        {
            Drop(context);
        }

        script.CountSent();
        return responses.WriteAsync(e.Sent);
    }

    private async Task Follow(Options options, int rest, IServerStreamWriter<ReadResp> responses, ServerCallContext context)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, script.Cut);
        await responses.WriteAsync(new() { Confirmation = new() { SubscriptionId = "1" } });
        var after = options.All.Position?.CommitPosition ?? 0;
        var passes = Passes(options);
        for (var caughtUp = false; ; caughtUp = true)
        {
            var changed = store.Changed;
            foreach (var e in store.All().Where(e => e.Position > after))
            {
                if (passes(e))
                {
                    await Send(e, rest--, responses, context);
                }

                after = e.Position;
            }

            await responses.WriteAsync(new() { Checkpoint = new() { CommitPosition = after, PreparePosition = after } });
            if (!caughtUp)
            {
                await responses.WriteAsync(new() { CaughtUp = new() });
            }

            try
            {
                await changed.WaitAsync(stop.Token);
            }
            catch (OperationCanceledException)
            {
                throw Failure(StatusCode.Unavailable);
            }
        }
    }
}
