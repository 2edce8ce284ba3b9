using Npgsql;

namespace Trials.Projections.Engine.Postgres;

/// <summary>Changes what others may be reading, and gives up where they read for long: everybody who comes later would wait behind.</summary>
internal static class PostgresPatience
{
    private const string HalfASecond = "SET LOCAL lock_timeout = '500ms'";

    /// <summary>Does something in one transaction.</summary>
    /// <returns>Whether it was done; else it is to be tried again.</returns>
    public static async ValueTask<bool> Try(NpgsqlConnection connection, Func<ValueTask> action, CancellationToken cancellation)
    {
        var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            try
            {
                await connection.Run([HalfASecond], cancellation).ConfigureAwait(false);
                await action().ConfigureAwait(false);
                await transaction.CommitAsync(cancellation).ConfigureAwait(false);
                return true;
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                return false;
            }
        }
    }
}
