using Trials.EventLog.EventStoreDb;
using Trials.Projections;
using Trials.Web.Security;

namespace Trials.Web.Operations;

/// <summary>
/// Of which log the read models in a data folder were computed. Positions are a log's own: what was computed of one cannot go on behind another, although both
/// hold the same events.
/// </summary>
public static class ReadModelsOrigin
{
    private const string FileName = "readmodels-log";
    private const string Embedded = "the folder's own";

    /// <summary>The server whose log they were computed of; null for the folder's own log.</summary>
    public static string? Server(string folder) => Noted(folder) is var noted && noted == Embedded ? null : noted.TrimEnd();

    /// <summary>Throws the read models away where they were computed of another log; they are computed anew at start.</summary>
    public static void Settle(string folder, EventStoreDbSettings? server)
    {
        if (Noted(folder) != LogOf(server))
        {
            OwnersFolder.Create(folder);
            ThrowAway(folder);
            Note(folder, server);
        }
    }

    /// <summary>Throws the read models away, and what else stands for a position in the log.</summary>
    public static void ThrowAway(string folder)
    {
        foreach (var ending in new[] { "", "-wal", "-shm" })
        {
            File.Delete(Path.Combine(folder, ReadModelServices.FileName + ending));
        }

        File.Delete(Path.Combine(folder, NextHearingsAtStart.FileName));
    }

    /// <summary>Notes of which log they are computed from now on.</summary>
    public static void Note(string folder, EventStoreDbSettings? server)
    {
        OwnersFolder.Create(folder);
        File.WriteAllText(Path.Combine(folder, FileName), LogOf(server));
    }

    /// <summary>What a log is called; holds no password.</summary>
    public static string LogOf(EventStoreDbSettings? server) => server is null ? Embedded : $"{server} {server.StreamPrefix}";

    private static string Noted(string folder)
    {
        var file = Path.Combine(folder, FileName);
        return File.Exists(file) ? File.ReadAllText(file) : Embedded;
    }
}
