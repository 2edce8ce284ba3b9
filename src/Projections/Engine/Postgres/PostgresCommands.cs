using Npgsql;

namespace Trials.Projections.Engine.Postgres;

/// <summary>Short forms for statements.</summary>
internal static class PostgresCommands
{
    /// <summary>The first value of a statement's first row.</summary>
    public static async ValueTask<T> Value<T>(
        this NpgsqlConnection connection, string sql, IReadOnlyList<object> values, CancellationToken cancellation)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false))
        {
            foreach (var value in values)
            {
                command.Parameters.Add(new() { Value = value });
            }

            return (T)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false)
                ?? throw new InvalidOperationException("The statement gave no row."));
        }
    }

    /// <summary>The first values of a statement's rows.</summary>
    public static async ValueTask<List<T>> Values<T>(
        this NpgsqlConnection connection, string sql, IReadOnlyList<object> values, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false))
        {
            foreach (var value in values)
            {
                command.Parameters.Add(new() { Value = value });
            }

            var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var rows = new List<T>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    rows.Add(read(reader));
                }

                return rows;
            }
        }
    }

    /// <summary>Runs statements in one round trip.</summary>
    /// <returns>How many rows they changed.</returns>
    public static async ValueTask<int> Run(
        this NpgsqlConnection connection, IEnumerable<NpgsqlBatchCommand> commands, CancellationToken cancellation)
    {
        var batch = new NpgsqlBatch(connection);
        await using (batch.ConfigureAwait(false))
        {
            foreach (var command in commands)
            {
                batch.BatchCommands.Add(command);
            }

            return batch.BatchCommands.Count == 0 ? 0 : await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Runs statements without values.</summary>
    public static ValueTask<int> Run(this NpgsqlConnection connection, IEnumerable<string> sql, CancellationToken cancellation) =>
        connection.Run(sql.Select(s => new NpgsqlBatchCommand(s)), cancellation);

    /// <summary>A statement with values for its places in order.</summary>
    public static NpgsqlBatchCommand With(string sql, params IEnumerable<NpgsqlParameter> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(value);
        }

        return command;
    }
}
