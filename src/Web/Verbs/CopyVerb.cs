using System.CommandLine;
using Trials.Domain;
using Trials.EventLog;
using Trials.EventLog.EventStoreDb;
using Trials.EventLog.Sqlite;
using Trials.Web.Operations;

namespace Trials.Web.Verbs;

/// <summary>Copies a record's events between a data folder and a server, either way. The keys are not events: they stay in their folder.</summary>
public static class CopyVerb
{
    /// <summary>The verb with its options.</summary>
    public static Command Command()
    {
        var from = new Option<string>("--from") { Description = "A data folder, or a server such as esdb://host:2113. @FILE takes it from a file.", Required = true };
        var to = new Option<string>("--to") { Description = "The same. It is empty, or holds the beginning of the source, after which it is gone on with.", Required = true };
        var json = CommonOptions.Json();
        var command = new Command("copy", "Copy every event into another log, and check that both are the same. Stop the server first.") { from, to, json };
        command.SetAction((parsed, cancellation) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var error = parsed.InvocationConfiguration.Error;
            var asJson = parsed.GetValue(json);
            return Failures.InOneLine(
                () => Copy(LogAddress.OnCommandLine(parsed.GetRequiredValue(from)), LogAddress.OnCommandLine(parsed.GetRequiredValue(to)), asJson, output, error, cancellation),
                output,
                error,
                asJson);
        });
        return command;
    }

    private static async Task<int> Copy(string from, string to, bool json, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var source = OpenedLog.ToRead(from);
        await using (source.ConfigureAwait(false))
        {
            var target = OpenedLog.ToWrite(to);
            await using (target.ConfigureAwait(false))
            {
                var progress = new ProgressLine(error, "Copying, position in the source", TimeProvider.System);
                var report = await new LogCopy(source.Log, target.Log).Run(progress, cancellation).ConfigureAwait(false);
                if (!EventStoreDbSettings.IsConnectionString(to))
                {
                    ReadModelsOrigin.Settle(Path.GetFullPath(to), server: null);
                }

                output.WriteLine(FormattableString.Invariant(
                    $"{report.Copied} events copied. Both logs hold the same {report.Events} events of {report.Streams} streams, as they were written."));
                VerbResult.Print(output, json, report);
                return 0;
            }
        }
    }

    /// <summary>One end of a copy.</summary>
    private sealed class OpenedLog(IEventLog log, WriterLock? writing) : IAsyncDisposable
    {
        public IEventLog Log => log;

        public static OpenedLog ToRead(string place) => EventStoreDbSettings.IsConnectionString(place)
            ? OnServer(place)
            : OpenRecord.Exists(place)
                ? new(SqliteEventLog.Open(new() { Folder = Path.GetFullPath(place), ReadOnly = true }), null)
                : throw new NoRecordException(place);

        public static OpenedLog ToWrite(string place)
        {
            if (EventStoreDbSettings.IsConnectionString(place))
            {
                return OnServer(place);
            }

            var folder = Path.GetFullPath(place);
            var writing = WriterLock.Acquire(folder);
            try
            {
                return new(SqliteEventLog.Open(new() { Folder = folder }), writing);
            }
            catch
            {
                writing.Dispose();
                throw;
            }
        }

        public async ValueTask DisposeAsync()
        {
            await ((IAsyncDisposable)log).DisposeAsync().ConfigureAwait(false);
            writing?.Dispose();
        }

        private static OpenedLog OnServer(string place) => new(new EventStoreDbLog(EventStoreDbSettings.Parse(place), TimeProvider.System), null);
    }
}
