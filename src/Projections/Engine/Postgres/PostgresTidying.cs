using Npgsql;

namespace Trials.Projections.Engine.Postgres;

/// <summary>
/// Lets analysts read the tables that answer, then throws away those that did before. On a connection beside: it may wait for whoever reads those.
/// What the server refuses of it is told and tried again, but holds up nothing else: pages do not need it.
/// </summary>
internal sealed class PostgresTidying(
    PostgresOptions options, PostgresNames names, PostgresSchemas schemas, TimeProvider time, Action<Exception>? onTrouble) : IDisposable
{
    private readonly PostgresPublishing publishing = new(options, names);
    private readonly SemaphoreSlim gate = new(1);
    private string refusedLast = "";

    /// <summary>Does so once.</summary>
    /// <param name="source">Gives the connection beside.</param>
    /// <param name="turn">Whose turn it is to write.</param>
    /// <param name="whole">The generation of each projection whose tables are whole.</param>
    /// <param name="cancellation">Honoured until it is done.</param>
    public async ValueTask Run(NpgsqlDataSource source, PostgresWriter turn, IReadOnlyDictionary<string, long> whole, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            await using var closing = connection.ConfigureAwait(false);
            if (await publishing.Publish(connection, turn, whole, cancellation).ConfigureAwait(false))
            {
                await schemas.DropOld(connection, options.OldTablesStay, time, cancellation).ConfigureAwait(false);
            }

            refusedLast = "";
        }
        catch (PostgresException refused) when (!refused.IsTransient)
        {
            Tell(refused);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    /// <summary>Once for each kind of refusal, not with every heartbeat.</summary>
    private void Tell(PostgresException refused)
    {
        if (refusedLast != refused.SqlState)
        {
            refusedLast = refused.SqlState;
            onTrouble?.Invoke(new PublishingException(refused));
        }
    }
}
