using Trials.EventLog.EventStoreDb;
using Trials.Projections.Engine.Postgres;

namespace Trials.Web;

/// <summary>What the application is started with.</summary>
/// <param name="DataFolder">Where the record is kept; created where it does not exist.</param>
/// <param name="Demo">Whether the record is invented and people to act as are offered.</param>
/// <param name="Urls">Where to listen; loopback addresses, separated by semicolons.</param>
public sealed record ServeOptions(string DataFolder, bool Demo, string Urls)
{
    /// <summary>The server that keeps the events; null where they are kept in the folder.</summary>
    public EventStoreDbSettings? Server { get; init; }

    /// <summary>The PostgreSQL database that holds the read models; null where they are kept in the folder.</summary>
    public PostgresOptions? ReadModels { get; init; }

    /// <summary>
    /// The name under which a proxy that ends TLS serves it to others; null where it is served to this machine alone. The proxy lets in only whom it should, and
    /// nobody else reaches the addresses.
    /// </summary>
    public string? BehindProxy { get; init; }

    /// <summary>The folder of the keys that protect forms and cookies, which all web nodes share; null for one within the data folder.</summary>
    public string? WebKeys { get; init; }
}
