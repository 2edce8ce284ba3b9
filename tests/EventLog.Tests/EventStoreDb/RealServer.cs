namespace Trials.EventLog.Tests.EventStoreDb;

/// <summary>A real EventStoreDB that can be thrown away, where somebody names one. Tests write to streams of their own there and remove nothing.</summary>
internal static class RealServer
{
    /// <summary>The environment variable with its connection string.</summary>
    public const string Variable = "TRIALS_TEST_EVENTSTOREDB";

    /// <summary>Why nothing runs against it where nobody names one.</summary>
    public const string Missing = $"No server: {Variable} holds no connection string.";

    /// <summary>Its connection string; null where nobody names one.</summary>
    public static string? Address => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } address ? address : null;
}
