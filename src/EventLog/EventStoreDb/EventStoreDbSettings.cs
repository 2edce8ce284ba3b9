using System.Globalization;
using Trials.Domain;

namespace Trials.EventLog.EventStoreDb;

/// <summary>Where a server listens.</summary>
/// <param name="Host">A name or an address; IPv6 without brackets.</param>
/// <param name="Port">1 to 65535.</param>
public sealed record ServerAddress(string Host, int Port)
{
    /// <inheritdoc/>
    public override string ToString() => Host.Contains(':', StringComparison.Ordinal)
        ? string.Create(CultureInfo.InvariantCulture, $"[{Host}]:{Port}")
        : string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}

/// <summary>A user of the server. It never shows its password.</summary>
public sealed record ServerCredentials(string User, string Password)
{
    /// <inheritdoc/>
    public override string ToString() => $"{User}:•••";
}

/// <summary>How a server or cluster is reached. The defaults are those of a connection string that says nothing else.</summary>
public sealed record EventStoreDbSettings
{
    /// <summary>The servers named, one or more.</summary>
    public required ValueList<ServerAddress> Seeds { get; init; }

    /// <summary>Whether the servers named are asked who leads; otherwise the only one named is the server.</summary>
    public bool Discover { get; init; }

    /// <summary>Whether the connection is encrypted and the server's certificate checked.</summary>
    public bool Tls { get; init; } = true;

    /// <summary>A PEM file with the certificate authorities that are trusted in place of the machine's; null for the machine's.</summary>
    public string? CaFile { get; init; }

    /// <summary>Who asks; null for nobody in particular.</summary>
    public ServerCredentials? Credentials { get; init; }

    /// <summary>What the server's own listings call the connection.</summary>
    public string ConnectionName { get; init; } = "trials";

    /// <summary>
    /// Stands before the name of every stream, where other applications share the server: lower-case letters, digits and hyphens. Events of streams without it
    /// are not seen.
    /// </summary>
    public string StreamPrefix { get; init; } = "";

    /// <summary>How long one attempt to append, or the wait for the next event of a reading, lasts before the connection counts as broken.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a server is given to say who leads.</summary>
    public TimeSpan GossipTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often an idle connection is tried; <see cref="Timeout.InfiniteTimeSpan"/> for never.</summary>
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long such a try may take.</summary>
    public TimeSpan KeepAliveTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many appends may be under way, 1 or more; one more is refused as busy.</summary>
    public int QueueLimit { get; init; } = EventLogOptions.DefaultQueueLimit;

    /// <summary>Reads a connection string such as <c>esdb://user:password@host:2113?tlsCaFile=ca.crt</c>.</summary>
    /// <exception cref="ConnectionStringException">It is none, or asks for what is not offered.</exception>
    public static EventStoreDbSettings Parse(string connectionString) => ConnectionString.Parse(connectionString);

    /// <summary>Whether a text is meant as a connection string, and not as a folder.</summary>
    public static bool IsConnectionString(string text) => ConnectionString.SchemeOf(text) is not null;

    /// <summary>Where it leads, for people: no user, no password.</summary>
    public override string ToString() => $"esdb{(Discover ? "+discover" : "")}://{string.Join(',', Seeds)}";
}

/// <summary>A connection string cannot be used. The message never repeats it, for it may hold a password.</summary>
public sealed class ConnectionStringException(string why) : Exception($"The connection string of the event store cannot be used: {why}");
