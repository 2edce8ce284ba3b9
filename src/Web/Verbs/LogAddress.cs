using System.CommandLine;
using Trials.Domain;
using Trials.EventLog.EventStoreDb;
using Trials.EventLog.Keys;
using Trials.Web.Operations;

namespace Trials.Web.Verbs;

/// <summary>Which log a verb works on: the data folder's own, or that of a server.</summary>
public static class LogAddress
{
    /// <summary>The environment variable with a server's connection string, which a password in it keeps off the list of processes.</summary>
    public const string Variable = "TRIALS_LOG";

    /// <summary>The option that names a server.</summary>
    public static Option<string?> Option() => new("--log")
    {
        Description = $"The EventStoreDB server that holds the events, such as esdb://host:2113; the keys stay in the data folder. "
            + $"Default: what {Variable} holds, else the data folder itself. @FILE takes it from a file.",
    };

    /// <summary>The server that the option names, or else the environment; null for the data folder's own log.</summary>
    /// <exception cref="ConnectionStringException">It is no connection string, or holds a password where everybody on the machine could read it.</exception>
    public static EventStoreDbSettings? Server(string? option)
    {
        if (!string.IsNullOrWhiteSpace(option))
        {
            return EventStoreDbSettings.Parse(OnCommandLine(option));
        }

        var address = Environment.GetEnvironmentVariable(Variable);
        return string.IsNullOrWhiteSpace(address) ? null : EventStoreDbSettings.Parse(InFile.Read(address.Trim()));
    }

    /// <summary>The folder or server that an option names, itself or in a file.</summary>
    /// <exception cref="ConnectionStringException">It is no connection string, or holds a password where everybody on the machine could read it.</exception>
    public static string OnCommandLine(string option)
    {
        ArgumentNullException.ThrowIfNull(option);
        var place = InFile.Read(option.Trim());
        return !InFile.IsNamed(option.Trim()) && EventStoreDbSettings.IsConnectionString(place) && EventStoreDbSettings.Parse(place).Credentials is not null
            ? throw new ConnectionStringException(InFile.Instead)
            : place;
    }

    /// <summary>Refuses to write where a record would come apart: beside the log that holds it, or with keys that do not open it.</summary>
    /// <exception cref="WrongLogException">The events are elsewhere.</exception>
    /// <exception cref="KeyDatabaseMissingException">The server holds events, and the folder no keys.</exception>
    public static async Task Check(string folder, EventStoreDbSettings? server, CancellationToken cancellation)
    {
        if (server is null)
        {
            if (ReadModelsOrigin.Server(folder) is { } other)
            {
                throw new WrongLogException($"The events of the record in '{folder}' are on the server {other}: name it with --log, or bring them back with copy.");
            }

            return;
        }

        var keys = Path.Combine(folder, KeyStore.FileName);
        var (hasKeys, hasEvents) = (File.Exists(keys), OpenRecord.Exists(folder));
        if (hasKeys && !hasEvents)
        {
            return;
        }

        var log = new EventStoreDbLog(server, TimeProvider.System);
        await using (log.ConfigureAwait(false))
        {
            var isEmpty = await log.Head(cancellation).ConfigureAwait(false) == LogPosition.Start;
            if (isEmpty && hasEvents)
            {
                throw new WrongLogException($"The folder '{folder}' holds events and the server {server} none: copy them there first, with copy.");
            }

            if (!isEmpty && !hasKeys)
            {
                throw new KeyDatabaseMissingException(keys);
            }
        }
    }
}

/// <summary>The events of a record are in another log than the one that was named.</summary>
public sealed class WrongLogException(string why) : Exception(why);
