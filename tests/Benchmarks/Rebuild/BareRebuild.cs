using System.Text.Json;
using SQLitePCL;
using Trials.Projections;
using Trials.Projections.Engine;

namespace Trials.Benchmarks.Rebuild;

/// <summary>
/// What no rebuild can do without: reads every event, parses its JSON, writes it into the timeline, and the finished rows of all other tables beside, each
/// once, in transactions of the same size; makes the indexes then, or before. The rows are made beforehand: no record types, no folds, no state, nothing compared.
/// </summary>
internal static class BareRebuild
{
    private const string Pragmas =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8192";

    /// <summary>How many events share a transaction: as many as in the product.</summary>
    public static int Batch { get; } = new ProjectionEngineOptions().RebuildBatchSize;

    /// <summary>Builds the tables of a record in another folder; how many events were read.</summary>
    public static int Into(string folder, string record, MakeIndexes indexes = MakeIndexes.Last)
    {
        using var log = new BareDatabase(Path.Combine(record, "events.db"), "PRAGMA query_only = ON");
        using var target = new BareDatabase(Path.Combine(folder, ReadModelServices.FileName), Pragmas);
        using var rows = new FinishedRows(record);
        rows.Tables.ForEach(target.Execute);
        Index(MakeIndexes.First);
        var inserts = rows.Inserts.Select(target.Prepare).ToArray();
        var timeline = target.Prepare("INSERT INTO timeline_entries VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0)");
        var (begin, commit) = (target.Prepare("BEGIN IMMEDIATE"), target.Prepare("COMMIT"));
        var streams = StreamNames(log);
        var events = log.Prepare("SELECT position, stream, revision, id, wire_name, metadata, data FROM events ORDER BY position");
        var count = 0;
        for (var more = true; more;)
        {
            target.Step(begin);
            for (var end = count + Batch; count < end && (more = log.Step(events)); count++)
            {
                Take(events, streams[raw.sqlite3_column_int64(events, 1)], timeline, target);
            }

            rows.WritePiece(inserts, target);
            target.Step(commit);
        }

        while (rows.WritePiece(inserts, target))
        {
        }

        Index(MakeIndexes.Last);
        return count;

        void Index(MakeIndexes now)
        {
            if (now == indexes)
            {
                rows.Indexes.ForEach(target.Execute);
            }
        }
    }

    private static Dictionary<long, byte[]> StreamNames(BareDatabase log)
    {
        var names = new Dictionary<long, byte[]>();
        var select = log.Prepare("SELECT number, name FROM streams");
        while (log.Step(select))
        {
            names.Add(raw.sqlite3_column_int64(select, 0), raw.sqlite3_column_blob(select, 1).ToArray());
        }

        return names;
    }

    private static void Take(sqlite3_stmt source, byte[] stream, sqlite3_stmt timeline, BareDatabase target)
    {
        var metadata = raw.sqlite3_column_blob(source, 5);
        var data = raw.sqlite3_column_blob(source, 6);
        var reader = new Utf8JsonReader(metadata);
        using var said = JsonDocument.ParseValue(ref reader);
        reader = new(data);
        using var what = JsonDocument.ParseValue(ref reader);
        var matter = said.RootElement.GetProperty("m"u8).GetString()!;
        if (!matter.AsSpan().ContainsAnyExcept('0'))
        {
            return;
        }

        raw.sqlite3_bind_int64(timeline, 1, raw.sqlite3_column_int64(source, 0));
        raw.sqlite3_bind_blob(timeline, 2, Convert.FromHexString(matter));
        raw.sqlite3_bind_text(timeline, 3, stream);
        raw.sqlite3_bind_int64(timeline, 4, raw.sqlite3_column_int64(source, 2));
        raw.sqlite3_bind_blob(timeline, 5, raw.sqlite3_column_blob(source, 3));
        raw.sqlite3_bind_text(timeline, 6, raw.sqlite3_column_blob(source, 4));
        raw.sqlite3_bind_blob(timeline, 7, metadata);
        raw.sqlite3_bind_blob(timeline, 8, data);
        target.Step(timeline);
    }
}
