using NodaTime;

namespace Trials.Projections.Engine.Tables;

/// <summary>Takes the values of one row, column by column, in the form in which one database keeps them.</summary>
public interface IRowWriter
{
    /// <summary>No value.</summary>
    void Null();

    /// <summary>A whole number.</summary>
    void Integer(long value);

    /// <summary>Text, compared by code point.</summary>
    void Text(string value);

    /// <summary>Bytes, compared one by one.</summary>
    void Bytes(ReadOnlySpan<byte> value);

    /// <summary>An id.</summary>
    void Uuid(Guid value);

    /// <summary>A calendar day.</summary>
    void Date(LocalDate value);

    /// <summary>A wall-clock moment without a zone, to the microsecond.</summary>
    void Moment(LocalDateTime value);

    /// <summary>A moment on the global time line, to the microsecond.</summary>
    void Instant(Instant value);
}

/// <summary>What a column holds.</summary>
public enum ColumnType
{
    /// <summary>A whole number of 64 bits.</summary>
    Integer,

    /// <summary>Text, compared by code point.</summary>
    Text,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>An id of 128 bits.</summary>
    Uuid,

    /// <summary>A calendar day; the difference of two is their distance in days.</summary>
    Date,

    /// <summary>A wall-clock moment without a zone.</summary>
    Moment,

    /// <summary>A moment on the global time line.</summary>
    Instant,
}
