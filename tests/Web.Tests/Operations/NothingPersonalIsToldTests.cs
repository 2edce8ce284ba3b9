using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Trials.Domain;
using Trials.Domain.People;
using Trials.EventLog;
using Trials.EventLog.Serialization;
using Trials.Projections.Engine;
using Trials.Web.Recording;
using Trials.Web.Tests.Application;
using Trials.Web.Tests.Browser;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Operations;

/// <summary>Marked names and texts go through the whole product, well and badly, and stand in nothing that it tells whoever runs it.</summary>
public sealed class NothingPersonalIsToldTests
{
    private const string Marker = "Зебӯнисо-Marker";

    [Fact]
    public async Task What_was_recorded_refused_or_met_a_failure_is_in_no_log_measurement_trace_or_address()
    {
        using var told = new Everything();
        TroubledLog? log = null;
        await using var application = await RunningApplication.Start(demo: false, adjust: services =>
        {
            services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(told);
            services.AddSingleton<IEventLog>(provider => log = new(provider.GetRequiredService<MeasuredLog>()));
        });
        using var visitor = new Visitor(application.Address);

        // Recorded, sent again with other content, refused, and looked for.
        var form = await visitor.Get(RecordAddress.NewCase);
        var recorded = await visitor.Send(form, Opening("14.05.2026"));
        recorded.Status.Should().Be(HttpStatusCode.Found);
        (await visitor.Send(form, [.. Opening("14.05.2026").SkipLast(1), ("fact-Note", $"{Marker} again")])).Status.Should().Be(HttpStatusCode.Conflict);
        (await visitor.Send(await visitor.Get(RecordAddress.NewCase), Opening("31.02.2026"))).Address.Should().BeNull();
        var person = new PersonId(Guid.NewGuid());
        await application.Record(StreamName.Of(person), MatterId.Common, HappenedAt.On(new(2026, 5, 1)), new PersonEvent.Registered(PersonalText.From(Marker), Sex.Female, 1990));
        await application.Shown();
        (await visitor.Get(recorded.Address!)).Html.Should().Contain(Marker);
        (await visitor.Get($"/cases?q={Uri.EscapeDataString(Marker)}")).Status.Should().Be(HttpStatusCode.OK);
        (await visitor.Get($"/{Uri.EscapeDataString(Marker)}")).Status.Should().Be(HttpStatusCode.NotFound);

        // The log fails in words of its own, while somebody records and while the read models follow it.
        log!.Fails = new InvalidOperationException($"the log quotes {Marker}");
        (await visitor.Send(await visitor.Get(RecordAddress.NewCase), Opening("14.05.2026"))).Status.Should().Be(HttpStatusCode.InternalServerError);
        log.Cut();
        await Until(application, p => p.State == ProjectionState.Interrupted);
        log.Fails = null;
        await Until(application, p => p.State == ProjectionState.Running);

        // An entry that no read model can take.
        await log.Append([Unreadable()], -1, TestContext.Current.CancellationToken);
        await Until(application, p => p.State == ProjectionState.Stopped);
        (await visitor.Get("/operations")).Status.Should().Be(HttpStatusCode.OK);
        var ready = await visitor.Get("/health/ready");
        ready.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        ready.Html.Should().Contain("\"readModels\":\"stopped\"");
        told.Observe();

        told.Logged.Should().Contain(line => line.Contains("InvalidOperationException", StringComparison.Ordinal), "failures are told of");
        told.Measurements.Should().Contain(m => m.StartsWith("trials.log.append.duration", StringComparison.Ordinal))
            .And.Contain(m => m.StartsWith("trials.projection.stopped 1", StringComparison.Ordinal))
            .And.Contain(m => m.StartsWith("trials.projection.lag.events 1", StringComparison.Ordinal));
        told.Traces.Should().Contain(trace => trace.Contains("append", StringComparison.Ordinal)).And.Contain(trace => trace.Contains("Refused", StringComparison.Ordinal) || trace.Contains("record", StringComparison.Ordinal));
        told.All.Append(recorded.Address).Append(ready.Html).Should().NotContain(text => IsTold(text!));
    }

    private static bool IsTold(string text) => new[] { Marker, Uri.EscapeDataString(Marker), "Marker", "1-77/2026" }
        .Any(marker => text.Contains(marker, StringComparison.OrdinalIgnoreCase));

    private static (string Name, string Value)[] Opening(string day) =>
    [
        ("happened-date", day), ("source", "seen"), ("fact-Kind", "Civil"), ("fact-Reference", "1-77/2026"), ("fact-Note", $"What {Marker} said."),
    ];

    private static EncodedEvent Unreadable()
    {
        var (id, stream) = (new EventId(Guid.NewGuid()), StreamName.Of(new CaseId(Guid.NewGuid())));
        var data = Encoding.UTF8.GetBytes($$"""{"kind":"{{Marker}}","reference":"{{Marker}}"}""");
        var metadata = Encoding.UTF8.GetBytes("{}");
        return new(stream, 0, id, "case-opened.v1", metadata, data, new byte[32], EventHash.Of(stream, 0, id, "case-opened.v1", metadata, data, new byte[32]));
    }

    private static Task Until(RunningApplication application, Func<ProjectionStatus, bool> reached)
    {
        var projections = application.Services.GetRequiredService<IProjections>();
        return projections.Until(_ => projections.Status.Any(reached), TestContext.Current.CancellationToken);
    }

    /// <summary>A log that throws what it is told to.</summary>
    private sealed class TroubledLog(IEventLog log) : IEventLog
    {
        private TaskCompletionSource cut = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Exception? Fails { get; set; }

        /// <summary>Whoever follows meets the failure now.</summary>
        public void Cut() => Interlocked.Exchange(ref cut, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

        public ValueTask<AppendResult> Append(IReadOnlyList<EncodedEvent> events, long expectedRevision, CancellationToken cancellation) =>
            Fails is null ? log.Append(events, expectedRevision, cancellation) : throw Fails;

        public IAsyncEnumerable<StoredEvent> ReadStream(StreamName stream, long fromRevision, CancellationToken cancellation) => log.ReadStream(stream, fromRevision, cancellation);

        public IAsyncEnumerable<StoredEvent> ReadAll(LogPosition after, CancellationToken cancellation) => log.ReadAll(after, cancellation);

        public async IAsyncEnumerable<IReadOnlyList<StoredEvent>> Subscribe(LogPosition after, [EnumeratorCancellation] CancellationToken cancellation)
        {
            if (Fails is not null)
            {
                throw Fails;
            }

            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var isCut = cut.Task;
            var batches = log.Subscribe(after, stop.Token).GetAsyncEnumerator(CancellationToken.None);
            try
            {
                for (var next = batches.MoveNextAsync().AsTask(); await Task.WhenAny(next, isCut) == next && await next; next = batches.MoveNextAsync().AsTask())
                {
                    yield return batches.Current;
                }

                throw Fails ?? new OperationCanceledException(cancellation);
            }
            finally
            {
                await stop.CancelAsync();
            }
        }

        public ValueTask<LogPosition> Head(CancellationToken cancellation) => log.Head(cancellation);
    }
}
