using System.Collections;
using NodaTime;
using Trials.Domain;

namespace Trials.Projections.Engine.Tables;

/// <summary>What a database needs to know of a column to make it.</summary>
public sealed record Column(string Name, ColumnType Type, bool Nullable);

/// <summary>The columns of a table with where each takes its value from a row, in order.</summary>
public sealed class Columns<TRow> : IEnumerable<Column>
{
    private readonly List<Column> shapes = [];
    private readonly List<Action<TRow, IRowWriter>> values = [];

    /// <summary>How many columns there are.</summary>
    public int Count => shapes.Count;

    /// <summary>A whole number.</summary>
    public Columns<TRow> Integer(string name, Func<TRow, long> get) => Add(name, ColumnType.Integer, false, (row, to) => to.Integer(get(row)));

    /// <summary>A whole number or nothing.</summary>
    public Columns<TRow> IntegerOrNull(string name, Func<TRow, long?> get) =>
        Add(name, ColumnType.Integer, true, (row, to) => Write(to, get(row), static (to, v) => to.Integer(v)));

    /// <summary>Text.</summary>
    public Columns<TRow> Text(string name, Func<TRow, string> get) => Add(name, ColumnType.Text, false, (row, to) => to.Text(get(row)));

    /// <summary>Text or nothing.</summary>
    public Columns<TRow> TextOrNull(string name, Func<TRow, string?> get) =>
        Add(name, ColumnType.Text, true, (row, to) =>
        {
            if (get(row) is { } text)
            {
                to.Text(text);
            }
            else
            {
                to.Null();
            }
        });

    /// <summary>Bytes.</summary>
    public Columns<TRow> Bytes(string name, Func<TRow, ReadOnlyMemory<byte>> get) =>
        Add(name, ColumnType.Bytes, false, (row, to) => to.Bytes(get(row).Span));

    /// <summary>Bytes or nothing.</summary>
    public Columns<TRow> BytesOrNull(string name, Func<TRow, ReadOnlyMemory<byte>?> get) =>
        Add(name, ColumnType.Bytes, true, (row, to) => Write(to, get(row), static (to, v) => to.Bytes(v.Span)));

    /// <summary>An id.</summary>
    public Columns<TRow> Uuid(string name, Func<TRow, Guid> get) => Add(name, ColumnType.Uuid, false, (row, to) => to.Uuid(get(row)));

    /// <summary>An id or nothing.</summary>
    public Columns<TRow> UuidOrNull(string name, Func<TRow, Guid?> get) =>
        Add(name, ColumnType.Uuid, true, (row, to) => Write(to, get(row), static (to, v) => to.Uuid(v)));

    /// <summary>A day.</summary>
    public Columns<TRow> Date(string name, Func<TRow, LocalDate> get) => Add(name, ColumnType.Date, false, (row, to) => to.Date(get(row)));

    /// <summary>A day or nothing.</summary>
    public Columns<TRow> DateOrNull(string name, Func<TRow, LocalDate?> get) =>
        Add(name, ColumnType.Date, true, (row, to) => Write(to, get(row), static (to, v) => to.Date(v)));

    /// <summary>A moment on the global time line.</summary>
    public Columns<TRow> Instant(string name, Func<TRow, Instant> get) =>
        Add(name, ColumnType.Instant, false, (row, to) => to.Instant(get(row)));

    /// <summary>A moment on the wall clock.</summary>
    public Columns<TRow> Moment(string name, Func<TRow, LocalDateTime> get) => Add(name, ColumnType.Moment, false, (row, to) => to.Moment(get(row)));

    /// <summary>A moment on the wall clock, or nothing.</summary>
    public Columns<TRow> MomentOrNull(string name, Func<TRow, LocalDateTime?> get) =>
        Add(name, ColumnType.Moment, true, (row, to) => Write(to, get(row), static (to, v) => to.Moment(v)));

    /// <summary>Four columns that hold when something happened: <c>_at</c>, <c>_zone</c>, <c>_precision</c>, <c>_minutes</c>; null together.</summary>
    public Columns<TRow> Happened(string name, Func<TRow, HappenedAt?> get) =>
        Add($"{name}_at", ColumnType.Moment, true, (row, to) => Write(to, get(row), static (to, v) => to.Moment(v.Local)))
            .Add($"{name}_zone", ColumnType.Text, true, (row, to) => Write(to, get(row), static (to, v) => to.Text(v.Zone)))
            .Add($"{name}_precision", ColumnType.Integer, true, (row, to) => Write(to, get(row), static (to, v) => to.Integer((int)v.Precision)))
            .Add($"{name}_minutes", ColumnType.Integer, true, (row, to) => Write(to, get(row), static (to, v) => to.Integer(v.PlusMinusMinutes)));

    /// <inheritdoc/>
    public IEnumerator<Column> GetEnumerator() => shapes.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void WriteRow(TRow row, IRowWriter to)
    {
        foreach (var value in values)
        {
            value(row, to);
        }
    }

    internal void WriteFirst(TRow row, IRowWriter to) => values[0](row, to);

    private static void Write<T>(IRowWriter to, T? value, Action<IRowWriter, T> write)
        where T : struct
    {
        if (value is { } v)
        {
            write(to, v);
        }
        else
        {
            to.Null();
        }
    }

    private Columns<TRow> Add(string name, ColumnType type, bool nullable, Action<TRow, IRowWriter> value)
    {
        shapes.Add(new(name, type, nullable));
        values.Add(value);
        return this;
    }
}
