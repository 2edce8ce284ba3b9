using System.Data.Common;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Trials.Projections.Engine.Sqlite;

internal sealed class SqliteReadSession(SqliteConnection connection, SqliteTransaction transaction) : ReadSession(connection, transaction)
{
    public override Arguments NewArguments() => new SqliteArguments();

    protected override RowReader Reader(DbDataReader reader) => new SqliteRowReader(reader);
}

internal sealed class SqliteArguments : Arguments
{
    public override Arguments Uuid(string name, Guid value) => Add(name, SqliteForm.Of(value));

    public override Arguments Date(string name, LocalDate value) => Add(name, SqliteForm.Of(value));

    public override Arguments Moment(string name, LocalDateTime value) => Add(name, SqliteForm.Of(value));

    public override Arguments Uuids(string name, IEnumerable<Guid> values) => Add(name, values.Select(SqliteForm.Of).ToList());

    public override Arguments Texts(string name, IEnumerable<string> values) => Add(name, values.ToList());
}

internal sealed class SqliteRowReader(DbDataReader reader) : RowReader(reader)
{
    protected override Guid Uuid(int ordinal) => new(Reader.GetFieldValue<byte[]>(ordinal), bigEndian: true);

    protected override LocalDate Date(int ordinal) => SqliteForm.Date(Reader.GetInt64(ordinal));

    protected override LocalDateTime Moment(int ordinal) => SqliteForm.Moment(Reader.GetInt64(ordinal));

    protected override Instant Instant(int ordinal) => SqliteForm.Instant(Reader.GetInt64(ordinal));
}
