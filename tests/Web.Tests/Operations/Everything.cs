using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Trials.Web.Operations;

namespace Trials.Web.Tests.Operations;

/// <summary>Hears everything that the application tells whoever runs it: its log as it stands on the console, the names and tags of its measurements and traces.</summary>
internal sealed class Everything : ILoggerProvider
{
    private readonly PlainFormatter formatter = new(json: true, TimeProvider.System);
    private readonly MeterListener meters = new();
    private readonly ActivityListener traces;

    public Everything()
    {
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (Telemetry.Meters.Contains(instrument.Meter.Name))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measured(instrument, value, tags));
        meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Measured(instrument, value, tags));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measured(instrument, value, tags));
        meters.Start();
        traces = new()
        {
            ShouldListenTo = source => Telemetry.Sources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = trace => Traces.Add($"{trace.DisplayName} {trace.StatusDescription} {string.Join(' ', trace.TagObjects)} {string.Join(' ', trace.Events.SelectMany(e => e.Tags))}"),
        };
        ActivitySource.AddActivityListener(traces);
    }

    public ConcurrentBag<string> Logged { get; } = [];

    public ConcurrentBag<string> Measurements { get; } = [];

    public ConcurrentBag<string> Traces { get; } = [];

    public IEnumerable<string> All => [.. Logged, .. Measurements, .. Traces];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <summary>Asks the instruments that are asked.</summary>
    public void Observe() => meters.RecordObservableInstruments();

    public void Dispose()
    {
        meters.Dispose();
        traces.Dispose();
    }

    private void Measured<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Measurements.Add($"{instrument.Name} {value} {string.Join(' ', tags.ToArray())}");

    private sealed class Logger(Everything all, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, Microsoft.Extensions.Logging.EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            using var line = new StringWriter();
            all.formatter.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), null, line);
            all.Logged.Add(line.ToString());
        }
    }
}
