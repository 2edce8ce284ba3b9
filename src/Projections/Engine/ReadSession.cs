using System.Data.Common;
using Dapper;
using NodaTime;
using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>Reads from one moment of the read models.</summary>
/// <remarks>
/// Answers come at once, without letting go of the thread, on every database: they take a millisecond or so, and a page that is rendered while it waits
/// for one would be half a page.
/// </remarks>
public abstract class ReadSession(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    /// <summary>The rows of a query.</summary>
    /// <param name="sql">Plain SQL.</param>
    /// <param name="arguments">The values of its <c>@names</c>; null for none.</param>
    /// <param name="read">Reads one row, its columns in order.</param>
    public ValueTask<List<T>> Query<T>(string sql, Arguments? arguments, Func<RowReader, T> read, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(read);
        var command = new CommandDefinition(Spell(sql), arguments?.Parameters, transaction, cancellationToken: cancellation);
        using var reader = (DbDataReader)connection.ExecuteReader(command);
        var row = Reader(reader);
        var rows = new List<T>();
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            row.Begin();
            rows.Add(read(row));
        }

        return new(rows);
    }

    /// <summary>The only row of a query, or the default value where there is none.</summary>
    public async ValueTask<T?> QueryFirst<T>(string sql, Arguments? arguments, Func<RowReader, T> read, CancellationToken cancellation) =>
        (await Query(sql, arguments, read, cancellation).ConfigureAwait(false)) is [var first, ..] ? first : default;

    /// <summary>The whole number that a query answers.</summary>
    public async ValueTask<long> Number(string sql, Arguments? arguments, CancellationToken cancellation) =>
        await QueryFirst(sql, arguments, row => row.IntegerOrNull() ?? 0, cancellation).ConfigureAwait(false);

    /// <summary>Up to where a projection answers here.</summary>
    public async ValueTask<LogPosition> Position(string projection, CancellationToken cancellation) =>
        new(await QueryFirst(
            "SELECT position FROM projection_checkpoints WHERE name = @name",
            NewArguments().Text("name", projection),
            row => row.Integer(),
            cancellation).ConfigureAwait(false));

    /// <summary>An empty list of values.</summary>
    public abstract Arguments NewArguments();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        transaction.Dispose();
        connection.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>A query as this database spells it.</summary>
    protected virtual string Spell(string sql) => sql;

    /// <summary>Reads the values of rows as this database keeps them.</summary>
    protected abstract RowReader Reader(DbDataReader reader);
}

/// <summary>The values of a query's parameters, in the form in which one database keeps them.</summary>
public abstract class Arguments
{
    internal DynamicParameters Parameters { get; } = new();

    /// <summary>Text.</summary>
    public Arguments Text(string name, string value) => Add(name, value);

    /// <summary>A whole number.</summary>
    public Arguments Integer(string name, long value) => Add(name, value);

    /// <summary>An id.</summary>
    public abstract Arguments Uuid(string name, Guid value);

    /// <summary>A day.</summary>
    public abstract Arguments Date(string name, LocalDate value);

    /// <summary>A moment on the wall clock.</summary>
    public abstract Arguments Moment(string name, LocalDateTime value);

    /// <summary>Several ids, for <c>IN @name</c>.</summary>
    public abstract Arguments Uuids(string name, IEnumerable<Guid> values);

    /// <summary>Several texts, for <c>IN @name</c>; at least one.</summary>
    public abstract Arguments Texts(string name, IEnumerable<string> values);

    /// <summary>A value as the database takes it.</summary>
    protected Arguments Add(string name, object value)
    {
        Parameters.Add(name, value);
        return this;
    }
}
