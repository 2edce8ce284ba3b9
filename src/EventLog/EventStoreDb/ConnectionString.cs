using System.Globalization;

namespace Trials.EventLog.EventStoreDb;

/// <summary>
/// Reads <c>esdb://[user:password@]host[:port][,host[:port]…][/][?parameter=value&amp;…]</c>; <c>kurrentdb</c> and <c>kdb</c> are the same scheme under the
/// product's later name, and <c>+discover</c> behind the scheme, or several hosts, asks the servers who leads. A parameter that is not known is an error:
/// one that was misspelt must not pass for one that was set.
/// </summary>
internal static class ConnectionString
{
    private const int DefaultPort = 2113;
    private const string DiscoverSuffix = "+discover";
    private const string AfterScheme = "://";

    private static readonly string[] Schemes = ["esdb", "kurrentdb", "kurrent", "kdb"];

    /// <summary>The scheme with its suffix, in lower case; null where the text has none of these.</summary>
    public static string? SchemeOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = text.IndexOf(AfterScheme, StringComparison.Ordinal);
        var scheme = end < 0 ? "" : text[..end].ToLowerInvariant();
        return Schemes.Contains(scheme.EndsWith(DiscoverSuffix, StringComparison.Ordinal) ? scheme[..^DiscoverSuffix.Length] : scheme) ? scheme : null;
    }

    public static EventStoreDbSettings Parse(string text)
    {
        var scheme = SchemeOf(text) ?? throw new ConnectionStringException("it begins with esdb:// or esdb+discover://.");
        var rest = text[(scheme.Length + AfterScheme.Length)..].Trim();
        var query = Cut(ref rest, '?');
        rest = rest.TrimEnd('/');
        var at = rest.LastIndexOf('@');
        ServerAddress[] seeds = [.. rest[(at + 1)..].Split(',').Select(Address)];
        var settings = new EventStoreDbSettings
        {
            Seeds = [.. seeds],
            Discover = seeds.Length > 1 || scheme.EndsWith(DiscoverSuffix, StringComparison.Ordinal),
            Credentials = at < 0 ? null : Credentials(rest[..at]),
        };
        foreach (var parameter in (query ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = parameter;
            var value = Uri.UnescapeDataString(Cut(ref name, '=') ?? "");
            settings = With(settings, name, value);
        }

        return settings;
    }

    private static EventStoreDbSettings With(EventStoreDbSettings settings, string name, string value) => name.ToLowerInvariant() switch
    {
        "tls" => settings with { Tls = Flag(name, value) },
        "tlsverifycert" => Flag(name, value) || !settings.Tls
            ? settings
            : throw new ConnectionStringException("a certificate is never taken unchecked; name the certificate authority with tlsCaFile."),
        "tlscafile" => settings with { CaFile = File.Exists(value) ? value : throw new ConnectionStringException("the file that tlsCaFile names is not there.") },
        "connectionname" => settings with { ConnectionName = Plain(name, value) },
        "streamprefix" => settings with { StreamPrefix = Prefix(value) },
        "defaultdeadline" => settings with { Deadline = Span(name, value) ?? settings.Deadline },
        "gossiptimeout" => settings with { GossipTimeout = Span(name, value) ?? settings.GossipTimeout },
        "keepaliveinterval" => settings with { KeepAliveInterval = Span(name, value) ?? Timeout.InfiniteTimeSpan },
        "keepalivetimeout" => settings with { KeepAliveTimeout = Span(name, value) ?? settings.KeepAliveTimeout },
        "nodepreference" => string.Equals(value, "leader", StringComparison.OrdinalIgnoreCase)
            ? settings
            : throw new ConnectionStringException("only the leader is asked (nodePreference=leader): what was just recorded must be seen at once."),

        // Official clients' own ways of trying again and of telling a conflict; ours has its own.
        "maxdiscoverattempts" or "discoveryinterval" or "throwonappendfailure" => settings,
        _ => throw new ConnectionStringException($"the parameter '{Shown(name)}' is not known."),
    };

    private static ServerAddress Address(string text)
    {
        var colon = text.LastIndexOf(':');
        var hasPort = colon > text.LastIndexOf(']');
        var host = (hasPort ? text[..colon] : text).Trim().TrimStart('[').TrimEnd(']');
        var port = DefaultPort;
        return Uri.CheckHostName(host) == UriHostNameType.Unknown
            || (hasPort && !(int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= ushort.MaxValue))
            ? throw new ConnectionStringException("behind the user it names hosts, each with a port: host:2113, separated by commas.")
            : new(host, port);
    }

    private static ServerCredentials Credentials(string text)
    {
        var user = text;
        var password = Cut(ref user, ':') ?? throw new ConnectionStringException("a user has a password: user:password@host, both percent-encoded.");
        return new(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password));
    }

    private static bool Flag(string name, string value) =>
        bool.TryParse(value, out var flag) ? flag : throw new ConnectionStringException($"'{Shown(name)}' is true or false.");

    /// <summary>Milliseconds; null for -1, which stands for never or for the default.</summary>
    private static TimeSpan? Span(string name, string value) =>
        !int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds) || milliseconds is 0 or < -1
            ? throw new ConnectionStringException($"'{Shown(name)}' is a number of milliseconds.")
            : milliseconds == -1 ? null : TimeSpan.FromMilliseconds(milliseconds);

    private static string Prefix(string value) => value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        ? value
        : throw new ConnectionStringException("streamPrefix holds lower-case letters, digits and hyphens.");

    private static string Plain(string name, string value) => value.All(c => char.IsAscii(c) && !char.IsControl(c))
        ? value
        : throw new ConnectionStringException($"'{Shown(name)}' holds printable ASCII characters.");

    private static string Shown(string name) => name.Length > 40 || !name.All(char.IsAsciiLetterOrDigit) ? "…" : name;

    /// <summary>Cuts a text at the first separator; gives what stands behind it, null where there is none.</summary>
    private static string? Cut(ref string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var behind = text[(at + 1)..];
        text = text[..at];
        return behind;
    }
}
