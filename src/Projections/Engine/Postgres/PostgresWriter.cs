using Npgsql;

namespace Trials.Projections.Engine.Postgres;

/// <summary>
/// The connection of the process whose turn it is to write. The turn is a lock of the connection, and a number that each new holder raises: whoever was cut
/// off in the middle finds another number and writes nothing.
/// </summary>
internal sealed class PostgresWriter : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly long epoch;
    private readonly SemaphoreSlim gate = new(1);

    private PostgresWriter(NpgsqlConnection connection, long epoch)
    {
        this.connection = connection;
        this.epoch = epoch;
    }

    /// <summary>Takes the turn, if nobody has it; null where somebody does.</summary>
    public static async ValueTask<PostgresWriter?> TryTake(NpgsqlDataSource source, PostgresNames names, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (await connection.Value<bool>("SELECT pg_try_advisory_lock($1)", [names.TurnLock], cancellation).ConfigureAwait(false))
            {
                return new(connection, await Raise(connection, cancellation).ConfigureAwait(false));
            }
        }
        catch
        {
            await GiveBack(connection).ConfigureAwait(false);
            throw;
        }

        await connection.DisposeAsync().ConfigureAwait(false);
        return null;
    }

    /// <summary>Lets the server end the connection where nothing is heard of this process any more.</summary>
    /// <param name="silence">How long nothing is heard at most.</param>
    public ValueTask<int> LimitSilence(TimeSpan silence, CancellationToken cancellation)
    {
        var milliseconds = (long)silence.TotalMilliseconds;
        return Alone(
            () => connection.Run(
                [
                    FormattableString.Invariant($"SET idle_session_timeout = {milliseconds}"),
                    FormattableString.Invariant($"SET idle_in_transaction_session_timeout = {milliseconds}"),
                    FormattableString.Invariant($"SET tcp_user_timeout = {milliseconds}"),
                ],
                cancellation),
            cancellation);
    }

    /// <summary>Says that it is there.</summary>
    /// <exception cref="TurnLostException">Another process has taken the turn.</exception>
    public ValueTask<bool> Ping(CancellationToken cancellation) => Alone(
        async () => await connection.Value<long>("SELECT epoch FROM projection_writer", [], cancellation).ConfigureAwait(false) == epoch
            ? true
            : throw new TurnLostException(),
        cancellation);

    /// <summary>Does something in one transaction, which ends before another process can take the turn.</summary>
    /// <exception cref="TurnLostException">Another process has taken the turn; nothing is written.</exception>
    public ValueTask<int> InTransaction(Func<NpgsqlConnection, ValueTask> action, CancellationToken cancellation) => Alone(
        async () =>
        {
            await InTransaction(connection, action, cancellation).ConfigureAwait(false);
            return 0;
        },
        cancellation);

    /// <summary>The same on a connection beside, while this one does other things.</summary>
    /// <exception cref="TurnLostException">Another process has taken the turn; nothing is written.</exception>
    public async ValueTask InTransaction(NpgsqlConnection beside, Func<NpgsqlConnection, ValueTask> action, CancellationToken cancellation)
    {
        var transaction = await beside.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await Fence(beside, cancellation).ConfigureAwait(false);
            await action(beside).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Makes sure that no other process takes the turn before a transaction ends.</summary>
    /// <exception cref="TurnLostException">One has.</exception>
    public async ValueTask Fence(NpgsqlConnection within, CancellationToken cancellation)
    {
        if (await within.Value<long>("SELECT epoch FROM projection_writer FOR SHARE", [], cancellation).ConfigureAwait(false) != epoch)
        {
            throw new TurnLostException();
        }
    }

    /// <summary>Gives the turn away.</summary>
    public async ValueTask DisposeAsync()
    {
        await GiveBack(connection).ConfigureAwait(false);
        gate.Dispose();
    }

    /// <summary>The number of a new holder. It waits for what the one before may still have under way, and outlives the machine: no other holder ever has it.</summary>
    private static async ValueTask<long> Raise(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await connection.Run(["SET LOCAL synchronous_commit = on"], cancellation).ConfigureAwait(false);
            var epoch = await connection.Value<long>(
                "UPDATE projection_writer SET epoch = epoch + 1 RETURNING epoch", [], cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
            return epoch;
        }
    }

    /// <summary>Gives a connection back without the lock.</summary>
    private static async ValueTask GiveBack(NpgsqlConnection connection)
    {
        try
        {
            await connection.Run(["RESET ALL", "SELECT pg_advisory_unlock_all()"], CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            // The connection is broken: the lock went with it.
        }

        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<T> Alone<T>(Func<ValueTask<T>> action, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await action().ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }
}
