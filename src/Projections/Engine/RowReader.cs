using System.Data.Common;
using NodaTime;
using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>Reads the columns of a row one after another, in the form in which one database keeps them.</summary>
public abstract class RowReader(DbDataReader reader)
{
    private int next;

    /// <summary>The reader beneath.</summary>
    protected DbDataReader Reader => reader;

    /// <summary>A whole number.</summary>
    public long Integer() => reader.GetInt64(next++);

    /// <summary>A whole number of 32 bits, or a member of an enumeration.</summary>
    public int Int() => (int)reader.GetInt64(next++);

    /// <summary>A whole number or nothing.</summary>
    public long? IntegerOrNull() => IsNull() ? null : Integer();

    /// <summary>A whole number of 32 bits or nothing.</summary>
    public int? IntOrNull() => IsNull() ? null : Int();

    /// <summary>Text.</summary>
    public string Text() => reader.GetString(next++);

    /// <summary>Text or nothing.</summary>
    public string? TextOrNull() => IsNull() ? null : Text();

    /// <summary>Bytes.</summary>
    public byte[] Bytes() => reader.GetFieldValue<byte[]>(next++);

    /// <summary>Bytes or nothing.</summary>
    public byte[]? BytesOrNull() => IsNull() ? null : Bytes();

    /// <summary>An id.</summary>
    public Guid Uuid() => Uuid(next++);

    /// <summary>An id or nothing.</summary>
    public Guid? UuidOrNull() => IsNull() ? null : Uuid();

    /// <summary>A day.</summary>
    public LocalDate Date() => Date(next++);

    /// <summary>A day or nothing.</summary>
    public LocalDate? DateOrNull() => IsNull() ? null : Date();

    /// <summary>A moment on the global time line.</summary>
    public Instant Instant() => Instant(next++);

    /// <summary>A moment on the global time line or nothing.</summary>
    public Instant? InstantOrNull() => IsNull() ? null : Instant();

    /// <summary>When something happened, from four columns; null together.</summary>
    public HappenedAt? HappenedOrNull()
    {
        if (!IsNull())
        {
            return Happened();
        }

        next += 3;
        return null;
    }

    /// <summary>When something happened, from four columns.</summary>
    public HappenedAt Happened() => new(Moment(next++), Text(), (Precision)Int(), Int());

    internal void Begin() => next = 0;

    /// <summary>Reads an id.</summary>
    protected abstract Guid Uuid(int ordinal);

    /// <summary>Reads a day.</summary>
    protected abstract LocalDate Date(int ordinal);

    /// <summary>Reads a wall-clock moment.</summary>
    protected abstract LocalDateTime Moment(int ordinal);

    /// <summary>Reads a moment on the global time line.</summary>
    protected abstract Instant Instant(int ordinal);

    /// <summary>Whether the next column is null, which is then passed over.</summary>
    private bool IsNull()
    {
        if (!reader.IsDBNull(next))
        {
            return false;
        }

        next++;
        return true;
    }
}
