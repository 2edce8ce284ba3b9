using System.CommandLine;
using Trials.EventLog.EventStoreDb;
using Trials.Projections;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Postgres;
using Trials.Projections.Engine.Sqlite;
using Trials.Web.Operations;

namespace Trials.Web.Verbs;

/// <summary>Throws the read models away and builds them anew from the log. Not beside a running server, which keeps its own level with the log.</summary>
public static class RebuildVerb
{
    /// <summary>The verb with its options.</summary>
    public static Command Command()
    {
        var data = CommonOptions.Data();
        var log = LogAddress.Option();
        var json = CommonOptions.Json();
        var readModels = ReadModelsAddress.Option();
        var command = new Command("rebuild", "Throw the read models away and build them anew from the log. Stop the server first.") { data, log, readModels, json };
        command.SetAction((parsed, cancellation) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var error = parsed.InvocationConfiguration.Error;
            var asJson = parsed.GetValue(json);
            return Failures.InOneLine(
                () => Rebuild(
                    parsed.GetRequiredValue(data).FullName, LogAddress.Server(parsed.GetValue(log)), parsed.GetValue(readModels), asJson, output, error, cancellation),
                output,
                error,
                asJson);
        });
        return command;
    }

    private static async Task<int> Rebuild(
        string folder, EventStoreDbSettings? server, string? readModels, bool json, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (server is null && !OpenRecord.Exists(folder))
        {
            throw new NoRecordException(folder);
        }

        // To write, so that no server has the folder.
        await LogAddress.Check(folder, server, cancellation).ConfigureAwait(false);
        var record = OpenRecord.ToWrite(folder, server);
        await using (record.ConfigureAwait(false))
        {
            var database = Fresh(folder, server, ReadModelsAddress.Of(readModels, server));
            await using (database.ConfigureAwait(false))
            {
                var progress = new Steps(new ProgressLine(error, "Building read models, percent", TimeProvider.System));
                var engine = new ProjectionEngine(record.Log, record.Codec, database, ReadModels.All, OpenRecord.Clock, TimeProvider.System);
                await engine.Open(cancellation).ConfigureAwait(false);
                await engine.Rebuild([], progress, cancellation).ConfigureAwait(false);

                var stopped = engine.Status.Where(status => status.Stop is not null).ToList();
                foreach (var status in stopped)
                {
                    var stop = status.Stop!;
                    error.WriteLine(FormattableString.Invariant(
                        $"{status.Name} stopped at position {stop.Position.Value}, {stop.WireName} of {stop.Stream}@{stop.Revision}: {stop.Reason}"));
                }

                output.WriteLine(FormattableString.Invariant($"{engine.Status.Count - stopped.Count} read models were built from {progress.Events} events."));
                VerbResult.Print(output, json, new
                {
                    progress.Events,
                    Projections = engine.Status.Count,
                    Stopped = stopped.Select(status => status.Name),
                });
                return stopped.Count == 0 ? 0 : Failures.Failed;
            }
        }
    }

    /// <summary>The folder's read models are thrown away; those of a database server answer until the new ones are whole.</summary>
    private static ReadModelDatabase Fresh(string folder, EventStoreDbSettings? server, PostgresOptions? postgres)
    {
        if (postgres is not null)
        {
            return new PostgresReadModels(postgres with { TakeOver = true }, TimeProvider.System);
        }

        ReadModelsOrigin.ThrowAway(folder);
        ReadModelsOrigin.Note(folder, server);
        return new SqliteReadModels(Path.Combine(folder, ReadModelServices.FileName));
    }

    private sealed class Steps(ProgressLine line) : IProgress<RebuildProgress>
    {
        public long Events { get; private set; }

        public void Report(RebuildProgress value)
        {
            Events = value.Events;
            line.Report((value.Percent, 100));
        }
    }
}
