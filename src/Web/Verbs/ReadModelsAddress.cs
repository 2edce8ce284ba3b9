using System.CommandLine;
using Npgsql;
using Trials.EventLog.EventStoreDb;
using Trials.Projections.Engine.Postgres;
using Trials.Web.Operations;

namespace Trials.Web.Verbs;

/// <summary>Where a verb keeps the read models: in the data folder, or in a PostgreSQL database.</summary>
public static class ReadModelsAddress
{
    /// <summary>The environment variable with a database's connection string.</summary>
    public const string Variable = "TRIALS_READ_MODELS";

    /// <summary>The environment variable that names a file with the database's password, such as a container's secret.</summary>
    public const string PasswordFileVariable = "TRIALS_READ_MODELS_PASSWORD_FILE";

    /// <summary>The option that names a database.</summary>
    public static Option<string?> Option() => new("--read-models")
    {
        Description = "The PostgreSQL database that holds the read models, such as \"Host=db;Database=trials;Username=trials\". @FILE takes it from a file. "
            + $"Default: what {Variable} holds, else the data folder. The password: in that file, or in the one that {PasswordFileVariable} names.",
    };

    /// <summary>The database that the option names, or else the environment; null for the data folder.</summary>
    /// <param name="option">What the option says.</param>
    /// <param name="server">The server whose log they are computed of; null for the folder's own log.</param>
    /// <exception cref="ReadModelsAddressException">It is no connection string, or holds a password where everybody on the machine could read it.</exception>
    public static PostgresOptions? Of(string? option, EventStoreDbSettings? server) =>
        Of(option, Environment.GetEnvironmentVariable) is { } postgres ? postgres with { Log = ReadModelsOrigin.LogOf(server) } : null;

    /// <summary>The same, with the environment given.</summary>
    public static PostgresOptions? Of(string? option, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var isOption = !string.IsNullOrWhiteSpace(option);
        var named = (isOption ? option : environment(Variable))?.Trim();
        if (string.IsNullOrEmpty(named))
        {
            return null;
        }

        var settings = Parse(InFile.Read(named));
        if (isOption && !InFile.IsNamed(named) && settings.Password is not null)
        {
            throw new ReadModelsAddressException(InFile.Instead);
        }

        if (environment(PasswordFileVariable) is { Length: > 0 } passwordFile)
        {
            settings.Password = File.ReadAllText(passwordFile).Trim();
        }

        return new(settings.ToString());
    }

    private static NpgsqlConnectionStringBuilder Parse(string text)
    {
        try
        {
            return new(text);
        }
        catch (ArgumentException)
        {
            // What the parser says would quote the text.
            throw new ReadModelsAddressException("The read models' address is no connection string such as \"Host=db;Database=trials;Username=trials\".");
        }
    }
}

/// <summary>Where the read models are kept cannot be told.</summary>
public sealed class ReadModelsAddressException(string why) : Exception(why);
