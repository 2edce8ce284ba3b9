using NodaTime;
using Npgsql;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Engine.Postgres;

/// <summary>Collects rows as one array a column, so that one statement writes them all.</summary>
internal sealed class PostgresArrays : IRowWriter
{
    private readonly Values[] columns;
    private int next;

    /// <summary>No rows yet.</summary>
    /// <param name="types">Of the columns that each row has, in order.</param>
    public PostgresArrays(IEnumerable<ColumnType> types) => columns = [.. types.Select(Of)];

    /// <summary>The arrays, for the places of a statement in order.</summary>
    public IEnumerable<NpgsqlParameter> Parameters => columns.Select(c => c.Parameter());

    public void Null() => Next().AddNull();

    public void Integer(long value) => Add<long?>(value);

    public void Text(string value) => Add<string?>(PostgresForm.Of(value));

    public void Bytes(ReadOnlySpan<byte> value) => Add<byte[]?>(value.ToArray());

    public void Uuid(Guid value) => Add<Guid?>(value);

    public void Date(LocalDate value) => Add<LocalDate?>(value);

    public void Moment(LocalDateTime value) => Add<LocalDateTime?>(value);

    public void Instant(Instant value) => Add<Instant?>(value);

    private static Values Of(ColumnType type) => type switch
    {
        ColumnType.Integer => new Values<long?>(),
        ColumnType.Text => new Values<string?>(),
        ColumnType.Bytes => new Values<byte[]?>(),
        ColumnType.Uuid => new Values<Guid?>(),
        ColumnType.Date => new Values<LocalDate?>(),
        ColumnType.Moment => new Values<LocalDateTime?>(),
        ColumnType.Instant => new Values<Instant?>(),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private void Add<T>(T value) => ((Values<T>)Next()).Add(value);

    private Values Next()
    {
        var column = columns[next];
        next = (next + 1) % columns.Length;
        return column;
    }

    private abstract class Values
    {
        public abstract void AddNull();

        public abstract NpgsqlParameter Parameter();
    }

    private sealed class Values<T> : Values
    {
        private readonly List<T> values = [];

        public void Add(T value) => values.Add(value);

        public override void AddNull() => values.Add(default!);

        public override NpgsqlParameter Parameter() => new NpgsqlParameter<T[]> { TypedValue = [.. values] };
    }
}
