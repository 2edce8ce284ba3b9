using Npgsql;
using Trials.Domain;
using Trials.EventLog;
using Trials.EventLog.EventStoreDb;
using Trials.EventLog.Keys;
using Trials.EventLog.Sqlite;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Postgres;
using Trials.Web.Imports;

namespace Trials.Web.Verbs;

/// <summary>Tells a verb's failures that somebody can do something about in one line, and no stack.</summary>
public static class Failures
{
    /// <summary>The exit code of a verb that failed.</summary>
    public const int Failed = 1;

    private const int Interrupted = 130;

    /// <summary>Runs a verb.</summary>
    /// <param name="verb">Gives the exit code.</param>
    /// <param name="output">Where the JSON object of a failure goes.</param>
    /// <param name="error">Where the line goes.</param>
    /// <param name="json">Whether the last line is one JSON object.</param>
    public static async Task<int> InOneLine(Func<Task<int>> verb, TextWriter output, TextWriter error, bool json)
    {
        try
        {
            return await verb().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return Tell("Interrupted. What was done so far stays; run it again to go on.", Interrupted);
        }
        catch (Exception e) when (IsTold(e))
        {
            return Tell(e.Message, Failed);
        }

        int Tell(string message, int code)
        {
            error.WriteLine(message.ReplaceLineEndings(" "));
            VerbResult.Print(output, json, new { error = message });
            return code;
        }
    }

    private static bool IsTold(Exception e) => e is NoRecordException or UnreadableTableException or ImportStoppedException
        or FolderInUseException or LogUnavailableException or LogUnreachableException or LogCorruptException or ConnectionStringException
        or WrongLogException or CopyStoppedException or MasterKeyException or KeyDatabaseMissingException or KeyMissingException or UnknownEventException
        or ReadModelsAddressException or OtherLogException or TurnLostException or NpgsqlException or IOException or UnauthorizedAccessException;
}
