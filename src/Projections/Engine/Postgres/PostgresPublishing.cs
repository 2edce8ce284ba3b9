using System.Security.Cryptography;
using Npgsql;
using Trials.Projections.Published;

namespace Trials.Projections.Engine.Postgres;

/// <summary>The views for analysts could not be made. Pages do not need them; it is tried again.</summary>
public sealed class PublishingException(PostgresException refused)
    : Exception($"The views for analysts cannot be made now ({refused.SqlState}). Pages do not need them.", refused);

/// <summary>
/// Makes the schema for analysts anew whenever other tables answer than before. They wait for no page and no page waits for them:
/// where one of them reads for long, it is tried again later.
/// </summary>
internal sealed class PostgresPublishing(PostgresOptions options, PostgresNames names)
{
    private const int KeyBytes = 32;
    private const int BlockBytes = 64;
    private const byte InnerPad = 0x36;
    private const byte OuterPad = 0x5C;

    private string published = "";

    /// <summary>Makes the schema, its views and comments, and the role that may read them, in one transaction.</summary>
    /// <param name="connection">On which nothing else is done meanwhile.</param>
    /// <param name="turn">Whose turn it is to write.</param>
    /// <param name="generations">Of the projections whose tables are whole: views of others stay as they are.</param>
    /// <param name="cancellation">Honoured until the views are made.</param>
    /// <returns>Whether analysts read from the tables that answer.</returns>
    public async ValueTask<bool> Publish(
        NpgsqlConnection connection, PostgresWriter turn, IReadOnlyDictionary<string, long> generations, CancellationToken cancellation)
    {
        var state = string.Join(' ', generations.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => names.Of(g.Key, g.Value)));
        if (state == published || options.Published is not { } schema)
        {
            return true;
        }

        var views = PublishedViews.All.Where(v => ProjectionsOf(v).All(generations.ContainsKey));
        var done = await PostgresPatience.Try(
            connection,
            async () =>
            {
                await turn.Fence(connection, cancellation).ConfigureAwait(false);
                await connection.Run([.. Once(schema), Keyed()], cancellation).ConfigureAwait(false);
                await connection.Run([.. views.SelectMany(v => View(schema, v, generations)), Granted(schema)], cancellation).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
        published = done ? state : published;
        return done;
    }

    private static IEnumerable<string> ProjectionsOf(PublishedView view) =>
        view.From.Split('{').Skip(1).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)]);

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Makes what stays. Without the right to make roles, an administrator makes the analysts' role.</summary>
    private IEnumerable<string> Once(string schema) =>
    [
        $"CREATE SCHEMA IF NOT EXISTS {schema}",
        $"COMMENT ON SCHEMA {schema} IS 'Open matters for analysis, under pseudonyms. Made by the application: build nothing on it in this database.'",
        $"CREATE TABLE IF NOT EXISTS {names.Schema}.published_key (inner_pad bytea NOT NULL, outer_pad bytea NOT NULL)",
        $"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{options.Analysts}') THEN CREATE ROLE {options.Analysts} NOLOGIN; END IF; "
            + "EXCEPTION WHEN insufficient_privilege OR duplicate_object OR unique_violation THEN NULL; END $$",
    ];

    /// <summary>The key of the pseudonyms, made once for ever: another one would give everything another pseudonym.</summary>
    private string Keyed()
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        return $"INSERT INTO {names.Schema}.published_key SELECT '\\x{Pad(InnerPad)}'::bytea, '\\x{Pad(OuterPad)}'::bytea "
            + $"WHERE NOT EXISTS (SELECT 1 FROM {names.Schema}.published_key)";

        string Pad(byte pad) => Convert.ToHexString([.. Enumerable.Range(0, BlockBytes).Select(i => (byte)((i < KeyBytes ? key[i] : 0) ^ pad))]);
    }

    private IEnumerable<string> View(string schema, PublishedView view, IReadOnlyDictionary<string, long> generations)
    {
        var name = $"{schema}.{view.Name}";
        var columns = string.Join(", ", view.Columns.Select(c => $"{c.Value} AS {c.Name}"));
        var from = view.From.Replace(" WHERE ", $" CROSS JOIN {names.Schema}.published_key k WHERE ", StringComparison.Ordinal);
        yield return $"DROP VIEW IF EXISTS {name} CASCADE";
        yield return $"CREATE VIEW {name} WITH (security_barrier) AS SELECT {InPlace(columns, generations)} FROM {InPlace(from, generations)}";
        yield return $"COMMENT ON VIEW {name} IS {Quoted(view.Comment)}";
        foreach (var column in view.Columns)
        {
            yield return $"COMMENT ON COLUMN {name}.{column.Name} IS {Quoted(column.Comment)}";
        }
    }

    private string InPlace(string sql, IReadOnlyDictionary<string, long> generations) =>
        generations.Aggregate(sql, (text, g) => text.Replace($"{{{g.Key}}}", names.Of(g.Key, g.Value), StringComparison.Ordinal));

    private string Granted(string schema) =>
        $"DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{options.Analysts}') THEN "
        + $"GRANT USAGE ON SCHEMA {schema} TO {options.Analysts}; GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {options.Analysts}; END IF; END $$";
}
