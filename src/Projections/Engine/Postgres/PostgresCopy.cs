using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using NodaTime;
using Npgsql;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Engine.Postgres;

/// <summary>Rows in the binary form of COPY, encoded without a detour through objects and sent whenever a buffer is full.</summary>
internal sealed class PostgresCopy : IRowWriter, IAsyncDisposable
{
    private const int BufferBytes = 256 * 1024;

    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];

    private readonly ArrayBufferWriter<byte> buffer;
    private readonly NpgsqlRawCopyStream stream;
    private readonly short columns;
    private bool complete;

    private PostgresCopy(NpgsqlRawCopyStream stream, int columns, ArrayBufferWriter<byte> buffer)
    {
        this.stream = stream;
        this.columns = (short)columns;
        this.buffer = buffer;
        buffer.ResetWrittenCount();
        buffer.Write(Header);
    }

    /// <summary>Copies rows.</summary>
    /// <param name="connection">On which nothing else is done meanwhile.</param>
    /// <param name="into">The table and its columns, as the statement names them.</param>
    /// <param name="columns">How many columns a row has.</param>
    /// <param name="count">How many rows there are; for none nothing is sent.</param>
    /// <param name="write">Writes a row's values, given which.</param>
    /// <param name="buffer">To be used again for the next copy; what it holds is forgotten.</param>
    /// <param name="cancellation">Ends the wait for the server.</param>
    public static async ValueTask Rows(
        NpgsqlConnection connection, string into, int columns, int count, Action<int, IRowWriter> write, ArrayBufferWriter<byte> buffer, CancellationToken cancellation)
    {
        if (count == 0)
        {
            return;
        }

        var copy = await Begin(connection, into, columns, buffer, cancellation).ConfigureAwait(false);
        await using (copy.ConfigureAwait(false))
        {
            for (var i = 0; i < count; i++)
            {
                copy.Row();
                write(i, copy);
                if (copy.buffer.WrittenCount >= BufferBytes)
                {
                    await copy.Send(cancellation).ConfigureAwait(false);
                }
            }

            await copy.Complete(cancellation).ConfigureAwait(false);
        }
    }

    public void Null() => Write(-1);

    public void Integer(long value)
    {
        Write(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(buffer.GetSpan(sizeof(long)), value);
        buffer.Advance(sizeof(long));
    }

    public void Text(string value)
    {
        var text = PostgresForm.Of(value);
        var span = buffer.GetSpan(sizeof(int) + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, span[sizeof(int)..]);
        BinaryPrimitives.WriteInt32BigEndian(span, length);
        buffer.Advance(sizeof(int) + length);
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Write(value.Length);
        buffer.Write(value);
    }

    public void Uuid(Guid value)
    {
        const int length = 16;
        Write(length);
        value.TryWriteBytes(buffer.GetSpan(length), bigEndian: true, out _);
        buffer.Advance(length);
    }

    public void Date(LocalDate value)
    {
        Write(sizeof(int));
        Write(PostgresForm.Of(value));
    }

    public void Moment(LocalDateTime value) => Integer(PostgresForm.Of(value));

    public void Instant(Instant value) => Integer(PostgresForm.Of(value));

    public async ValueTask DisposeAsync()
    {
        if (!complete)
        {
            await stream.CancelAsync().ConfigureAwait(false);
        }

        await stream.DisposeAsync().ConfigureAwait(false);
    }

    private static async ValueTask<PostgresCopy> Begin(
        NpgsqlConnection connection, string into, int columns, ArrayBufferWriter<byte> buffer, CancellationToken cancellation)
    {
        var stream = await connection.BeginRawBinaryCopyAsync($"COPY {into} FROM STDIN (FORMAT BINARY)", cancellation).ConfigureAwait(false);
        return new(stream, columns, buffer);
    }

    private void Row() => Write(columns);

    private async ValueTask Send(CancellationToken cancellation)
    {
        await stream.WriteAsync(buffer.WrittenMemory, cancellation).ConfigureAwait(false);
        buffer.ResetWrittenCount();
    }

    /// <summary>Ends the copy: without it the server throws the rows away.</summary>
    private async ValueTask Complete(CancellationToken cancellation)
    {
        Write((short)-1);
        await Send(cancellation).ConfigureAwait(false);
        await stream.FlushAsync(cancellation).ConfigureAwait(false);
        complete = true;
    }

    private void Write(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(buffer.GetSpan(sizeof(short)), value);
        buffer.Advance(sizeof(short));
    }

    private void Write(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(buffer.GetSpan(sizeof(int)), value);
        buffer.Advance(sizeof(int));
    }
}
