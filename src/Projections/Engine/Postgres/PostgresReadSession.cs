using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;
using NodaTime;
using Npgsql;

namespace Trials.Projections.Engine.Postgres;

internal sealed partial class PostgresReadSession(NpgsqlConnection connection, NpgsqlTransaction transaction) : ReadSession(connection, transaction)
{
    public override Arguments NewArguments() => new PostgresArguments();

    protected override RowReader Reader(DbDataReader reader) => new PostgresRowReader(reader);

    /// <summary>Several ids are one array here.</summary>
    protected override string Spell(string sql) => sql.Contains(" IN @", StringComparison.Ordinal) ? InList().Replace(sql, "= ANY(@$1)") : sql;

    [GeneratedRegex(@"IN @(\w+)")]
    private static partial Regex InList();
}

internal sealed class PostgresArguments : Arguments
{
    public override Arguments Uuid(string name, Guid value) => Add(name, value);

    public override Arguments Date(string name, LocalDate value) => Add(name, new Value<LocalDate>(value));

    public override Arguments Moment(string name, LocalDateTime value) => Add(name, new Value<LocalDateTime>(value));

    public override Arguments Uuids(string name, IEnumerable<Guid> values) => Add(name, new Value<Guid[]>([.. values]));

    public override Arguments Texts(string name, IEnumerable<string> values) => Add(name, new Value<string[]>([.. values]));

    /// <summary>A value whose type the driver knows and Dapper does not.</summary>
    private sealed class Value<T>(T value) : SqlMapper.ICustomQueryParameter
    {
        public void AddParameter(IDbCommand command, string name) => command.Parameters.Add(new NpgsqlParameter<T>(name, value));
    }
}

internal sealed class PostgresRowReader(DbDataReader reader) : RowReader(reader)
{
    protected override Guid Uuid(int ordinal) => Reader.GetGuid(ordinal);

    protected override LocalDate Date(int ordinal) => Reader.GetFieldValue<LocalDate>(ordinal);

    protected override LocalDateTime Moment(int ordinal) => Reader.GetFieldValue<LocalDateTime>(ordinal);

    protected override Instant Instant(int ordinal) => Reader.GetFieldValue<Instant>(ordinal);
}
