using Trials.EventLog.EventStoreDb;

namespace Trials.Web;

/// <summary>What the application is started with.</summary>
/// <param name="DataFolder">Where the record is kept; created where it does not exist.</param>
/// <param name="Demo">Whether the record is invented and people to act as are offered.</param>
/// <param name="Urls">Where to listen; loopback addresses, separated by semicolons.</param>
public sealed record ServeOptions(string DataFolder, bool Demo, string Urls)
{
    /// <summary>The server that keeps the events; null where they are kept in the folder.</summary>
    public EventStoreDbSettings? Server { get; init; }
}
