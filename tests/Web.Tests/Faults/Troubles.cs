using Npgsql;
using Trials.Benchmarks.Postgres;
using Trials.EventLog.Tests.EventStoreDb.Double;

namespace Trials.Web.Tests.Faults;

/// <summary>One thing after another goes wrong while a crew is at work, and each is mended when the crew has met it.</summary>
/// <param name="nodes">The web nodes.</param>
/// <param name="log">The event server; null where it is a real one, which is left alone.</param>
/// <param name="postgres">The database of the read models.</param>
/// <param name="ledger">Tells how the crew goes on.</param>
internal sealed class Troubles(Nodes nodes, FakeServer? log, PostgresServer postgres, Ledger ledger)
{
    /// <summary>What is answered to whoever reads while the database of the read models is away.</summary>
    public const string PagesAway = "GET 503 'The pages cannot be made at this moment'";

    private const int WellFor = 6;
    private const int MetBy = 12;
    private const string Own = "troubles";

    private static readonly AppendFault[] Appends =
    [
        AppendFault.DropBefore, AppendFault.DropAfter, AppendFault.UnavailableBefore, AppendFault.UnavailableAfter, AppendFault.WrongAfter, AppendFault.NoPosition,
    ];

    /// <summary>Makes all of them, in turn.</summary>
    public async Task Make()
    {
        for (var node = 0; node < nodes.Count; node++)
        {
            await Node(node);
            await Log();
            await Database();
        }

        await Answers();
        await Connections();
        await NoConnectionLeft();
        await ledger.MoreAcknowledged(WellFor);
    }

    private async Task Node(int node)
    {
        await ledger.MoreAcknowledged(WellFor);
        nodes.Kill(node);
        await ledger.MoreAnswered(MetBy);

        // Of a real server nobody here knows whether it is up: somebody may be killing it meanwhile.
        await (log is null ? nodes.StartInTheEnd(node) : nodes.Start(node));
    }

    private async Task Log()
    {
        if (log is null)
        {
            return;
        }

        await ledger.MoreAcknowledged(WellFor);
        await log.Stop();
        await ledger.MoreAnswered(MetBy);
        await log.StartAgain();
    }

    /// <summary>Appends whose connection breaks or whose answer is not true, before and after they were written.</summary>
    private async Task Answers()
    {
        if (log is null)
        {
            return;
        }

        foreach (var fault in Appends)
        {
            await ledger.MoreAcknowledged(2);
            log.Script.Append(fault);
        }
    }

    private async Task Database()
    {
        await ledger.MoreAcknowledged(WellFor);
        ledger.NextEra();
        postgres.Kill();
        await ledger.MoreOf(PagesAway, MetBy / 2);
        postgres.Start();
        await ledger.MoreAcknowledged(WellFor);
        ledger.NextEra();
    }

    private async Task Connections()
    {
        await ledger.MoreAcknowledged(WellFor);
        await using var own = await Connect();
        await Cut(own);
    }

    /// <summary>Takes every connection that the server gives, also those that the nodes had, and gives them back.</summary>
    private async Task NoConnectionLeft()
    {
        await ledger.MoreAcknowledged(WellFor);
        var taken = new List<NpgsqlConnection>();
        try
        {
            for (var turn = 0; turn < 3; turn++)
            {
                await TakeAll(taken);
                await Cut(taken[0]);
            }

            await TakeAll(taken);
            await ledger.MoreAnswered(MetBy);
        }
        finally
        {
            foreach (var connection in taken)
            {
                await connection.DisposeAsync();
            }
        }
    }

    private async Task TakeAll(List<NpgsqlConnection> taken)
    {
        try
        {
            while (true)
            {
                taken.Add(await Connect());
            }
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.TooManyConnections)
        {
            // It gives no more.
        }
    }

    private async Task<NpgsqlConnection> Connect()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Pooling = false, ApplicationName = Own }.ToString());
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>Breaks every connection but those of this test.</summary>
    private static async Task Cut(NpgsqlConnection own)
    {
        await using var cut = new NpgsqlCommand(
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name <> '{Own}' AND backend_type = 'client backend'", own);
        await cut.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
