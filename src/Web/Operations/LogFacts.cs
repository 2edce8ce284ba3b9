using Mediator;
using Trials.Domain;

namespace Trials.Web.Operations;

/// <summary>How the log and the data folder are, for the operations page.</summary>
public sealed record LogFacts : Query<LogFacts, LogFactsView>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.Operate;
}

/// <summary>How the log and the data folder are, now.</summary>
/// <param name="Head">The position of the last event; null where the log cannot be reached.</param>
/// <param name="Folder">The data folder.</param>
/// <param name="LogBytes">How large the log is; null where a server keeps it.</param>
/// <param name="FolderBytes">How large everything in the folder is, the log among it.</param>
/// <param name="FreeBytes">How much room is left where the folder is.</param>
public sealed record LogFactsView(LogPosition? Head, string Folder, long? LogBytes, long FolderBytes, long FreeBytes)
{
    /// <summary>Below this it is time to make room: half a gigabyte.</summary>
    public const long LittleRoom = 500_000_000;

    /// <summary>The server that keeps the log; null where the folder does.</summary>
    public string? Server { get; init; }

    /// <summary>Whether it is time to make room.</summary>
    public bool IsTight => FreeBytes < LittleRoom;
}

/// <summary>Answers <see cref="LogFacts"/>.</summary>
public sealed class LogFactsHandler(IEventLog log, ServeOptions options) : IQueryHandler<LogFacts, LogFactsView>
{
    private const string LogFile = "events.db";

    /// <inheritdoc/>
    public async ValueTask<LogFactsView> Handle(LogFacts query, CancellationToken cancellationToken)
    {
        var folder = new DirectoryInfo(options.DataFolder);
        var files = folder.GetFiles("*", SearchOption.AllDirectories);
        return new(
            await Head(cancellationToken),
            folder.FullName,
            options.Server is not null ? null : files.Where(file => file.Name.StartsWith(LogFile, StringComparison.Ordinal)).Sum(file => file.Length),
            files.Sum(file => file.Length),
            new DriveInfo(folder.FullName).AvailableFreeSpace)
        {
            Server = options.Server?.ToString(),
        };
    }

    private async ValueTask<LogPosition?> Head(CancellationToken cancellation)
    {
        try
        {
            return await log.Head(cancellation);
        }
        catch (LogUnreachableException)
        {
            return null;
        }
    }
}
