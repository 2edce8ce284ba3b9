using System.Data.Common;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Trials.Domain;
using Trials.EventLog;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Postgres;

namespace Trials.Web.Operations;

/// <summary>
/// Writes what is logged, one entry a line, as text or as JSON. What an exception says may quote what somebody typed or recorded, so of an exception only its
/// kind and where it came from are written, and what it says is cut out of the message; but for the few that speak of machines alone.
/// </summary>
public sealed class PlainFormatter(bool json, TimeProvider time) : ConsoleFormatter(json ? JsonName : TextName)
{
    /// <summary>The formatter's name where it writes JSON.</summary>
    public const string JsonName = "plain-json";

    /// <summary>The formatter's name where it writes text.</summary>
    public const string TextName = "plain";

    private const string CutOut = "…";
    private const int FramesShown = 12;

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        ArgumentNullException.ThrowIfNull(textWriter);
        var message = logEntry.Formatter?.Invoke(logEntry.State, null) ?? "";
        var failure = logEntry.Exception is { } exception ? Describe(exception) : null;
        foreach (var said in Chain(logEntry.Exception).Select(e => e.Message).Where(said => said.Length > 0))
        {
            message = message.Replace(said, CutOut, StringComparison.Ordinal);
        }

        if (json)
        {
            textWriter.WriteLine(JsonSerializer.Serialize(
                new { time = time.GetUtcNow(), level = logEntry.LogLevel.ToString(), category = logEntry.Category, message, failure }));
        }
        else
        {
            textWriter.WriteLine($"{Level(logEntry.LogLevel)}: {logEntry.Category}[{logEntry.EventId.Id}] {OneLine(message)}{(failure is null ? "" : " " + failure)}");
        }
    }

    /// <summary>The kinds of an exception and its causes, each with the methods that it passed.</summary>
    private static string Describe(Exception exception) => string.Join(" <- ", Chain(exception).Select(e => $"{e.GetType().FullName}{Said(e)}{Frames(e)}"));

    /// <summary>What an exception says, where it is one whose words are about machines; of a database's failure its code.</summary>
    private static string Said(Exception exception) => exception switch
    {
        LogUnreachableException or LogUnavailableException or OtherLogException or TurnLostException or CheckpointMovedException or SocketException
            => $" \"{OneLine(exception.Message)}\"",
        DbException { SqlState: { } state } => $" {state}",
        SqliteException sqlite => $" {sqlite.SqliteExtendedErrorCode}",
        _ => "",
    };

    private static string Frames(Exception exception) =>
        string.Concat((exception.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(FramesShown).Select(frame => " " + frame));

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }

    private static string Level(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}

/// <summary>Puts the formatter in its place.</summary>
public static class PlainLogging
{
    /// <summary>The environment variable that chooses the form of the log on the console: <c>json</c>, else text.</summary>
    public const string Variable = "TRIALS_CONSOLE";

    /// <summary>Logs on the console as <see cref="PlainFormatter"/> writes it.</summary>
    public static ILoggingBuilder AddPlainConsole(this ILoggingBuilder logging, string? form)
    {
        var json = string.Equals(form, "json", StringComparison.OrdinalIgnoreCase);
        logging.Services.AddSingleton<ConsoleFormatter>(provider => new PlainFormatter(json, provider.GetRequiredService<TimeProvider>()));
        return logging.AddConsole(console => console.FormatterName = json ? PlainFormatter.JsonName : PlainFormatter.TextName);
    }
}
