using System.Text.Json;
using SQLitePCL;
using Trials.Benchmarks.Record;
using Trials.Domain;
using Trials.Projections;

namespace Trials.Benchmarks.Queries;

/// <summary>The same questions as SQL by hand, prepared once on a connection that stays open; the rows become no records.</summary>
internal sealed class BareQueries : IDisposable
{
    private const string Delayed = "SELECT court, judge, month, start, minutes, cause, n FROM delay_counts WHERE kind_group = 0 AND visibility <= 0";

    private readonly BareDatabase database;
    private readonly sqlite3_stmt timeline;
    private readonly sqlite3_stmt delays;
    private readonly sqlite3_stmt delaysOfRegion;
    private readonly sqlite3_stmt regions;

    public BareQueries(SampleRecord record)
    {
        database = new(Path.Combine(record.Folder, ReadModelServices.FileName), "PRAGMA query_only = ON");
        timeline = database.Prepare(
            "SELECT position, stream, revision, entry, wire_name, metadata, data FROM timeline_entries WHERE matter = ?1 AND visibility <= 0 ORDER BY position");
        delays = database.Prepare(Delayed);
        delaysOfRegion = database.Prepare(
            $"{Delayed} AND court IN (SELECT court FROM hearing_courts WHERE region = ?1) AND month BETWEEN ?2 AND ?3");
        regions = database.Prepare("SELECT court, region FROM hearing_courts");
    }

    /// <summary>Reads a case's entries, parses what they say and puts them in the order of happening; how many there are.</summary>
    public int Timeline(CaseId id)
    {
        var entries = new List<(string Happened, string Stream, JsonDocument Data)>();
        raw.sqlite3_bind_blob(timeline, 1, id.Value.ToByteArray(bigEndian: true));
        while (database.Step(timeline))
        {
            using var metadata = Parse(raw.sqlite3_column_blob(timeline, 5));
            entries.Add((
                metadata.RootElement.GetProperty("h"u8).GetProperty("t"u8).GetString()!,
                raw.sqlite3_column_text(timeline, 1).utf8_to_string(),
                Parse(raw.sqlite3_column_blob(timeline, 6))));
        }

        entries.Sort((a, b) => string.CompareOrdinal(a.Happened, b.Happened));
        entries.ForEach(e => e.Data.Dispose());
        return entries.Count;
    }

    /// <summary>Counts all delays under court, region, judge, month and cause; how many there are.</summary>
    public int Delays() => Count(delays);

    /// <summary>The same of a region's courts in some months.</summary>
    public int Delays(string region, int from, int to)
    {
        raw.sqlite3_bind_text(delaysOfRegion, 1, region);
        raw.sqlite3_bind_int(delaysOfRegion, 2, from);
        raw.sqlite3_bind_int(delaysOfRegion, 3, to);
        return Count(delaysOfRegion);
    }

    public void Dispose() => database.Dispose();

    private static JsonDocument Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        return JsonDocument.ParseValue(ref reader);
    }

    private int Count(sqlite3_stmt statement)
    {
        var regionOf = new Dictionary<string, string>();
        while (database.Step(regions))
        {
            regionOf.Add(Text(regions, 0), Text(regions, 1));
        }

        var groups = new Dictionary<(string What, string Which), SortedDictionary<int, int>>();
        while (database.Step(statement))
        {
            var (court, recorded) = (Text(statement, 0), raw.sqlite3_column_int(statement, 3) == 0);
            var (minutes, count) = (recorded ? raw.sqlite3_column_int(statement, 4) : int.MinValue, raw.sqlite3_column_int(statement, 6));
            ReadOnlySpan<(string, string)> keys =
            [
                ("all", ""), ("court", court), ("region", regionOf.GetValueOrDefault(court, "")), ("judge", Text(statement, 1)),
                ("month", Text(statement, 2)), ("cause", Text(statement, 5)),
            ];
            foreach (var key in keys)
            {
                if (!groups.TryGetValue(key, out var counts))
                {
                    groups.Add(key, counts = []);
                }

                counts[minutes] = counts.GetValueOrDefault(minutes) + count;
            }
        }

        return groups.TryGetValue(("all", ""), out var all) ? all.Where(c => c.Key > int.MinValue).Sum(c => c.Value) : 0;
    }

    private static string Text(sqlite3_stmt statement, int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();
}
