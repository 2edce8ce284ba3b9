namespace Trials.Domain;

/// <summary>The codes of what the loop itself refuses, whatever the stream; without parameters where none are named.</summary>
public static class LoopRefusals
{
    /// <summary>The command's id was used for other content.</summary>
    public const string CommandIdReused = "command-id-reused";

    /// <summary>Somebody else recorded the same thing since the form was shown.</summary>
    public const string ChangedMeanwhile = "changed-meanwhile";

    /// <summary>The stream, or the case that an entry names, belongs to another matter. An entry cannot be moved: withdraw it, and record it there.</summary>
    public const string OtherMatter = "other-matter";

    /// <summary>Too many people write to the same stream at this moment.</summary>
    public const string TooManyWriters = "too-many-writers";

    /// <summary>An amendment names an entry that the stream does not have, or corrects an amendment; undo that one.</summary>
    public const string NoSuchEntry = "no-such-entry";

    /// <summary>A correction of an entry that is withdrawn; undo the withdrawal first.</summary>
    public const string EntryWithdrawn = "entry-withdrawn";

    /// <summary>An amendment of an entry that cannot be taken back, such as that a person was erased.</summary>
    public const string EntryFinal = "entry-final";

    /// <summary>An amendment says why.</summary>
    public const string NoReason = "amendment-without-reason";

    /// <summary>A correction that would put another kind of event in an entry's place.</summary>
    public const string OtherKindOfEntry = "other-kind-of-entry";

    /// <summary>
    /// An amendment after which later entries would be impossible. Parameters <c>entries</c> (their ids, in order) and <c>first</c>
    /// (the <see cref="Refusal"/> of the first of them).
    /// </summary>
    public const string LaterEntriesImpossible = "later-entries-impossible";

    /// <summary>It cannot have happened later than a day from now. Parameters <c>at</c> and <c>now</c>, both on the place's wall clock.</summary>
    public const string HappenedInFuture = "happened-in-future";

    /// <summary>Nothing is recorded from so long ago. Parameters <c>at</c>, <c>min</c> (a year).</summary>
    public const string HappenedTooEarly = "happened-too-early";

    /// <summary>Only an approximate moment is give or take, 1 to <c>max</c> minutes. Parameters <c>minutes</c>, <c>max</c>.</summary>
    public const string PlusMinus = "happened-plus-minus";

    /// <summary>There is no such time zone. Parameter <c>zone</c>.</summary>
    public const string UnknownZone = "unknown-zone";

    /// <summary>The log's queue is full.</summary>
    public const string LogBusy = "log-busy";

    /// <summary>The disk is full.</summary>
    public const string LogDiskFull = "log-disk-full";

    /// <summary>The log cannot be written.</summary>
    public const string LogUnavailable = "log-unavailable";

    /// <summary>The server is shutting down.</summary>
    public const string LogShuttingDown = "log-shutting-down";

    /// <summary>It could not be found out whether the entry was written; sending the same form again is safe.</summary>
    public const string LogOutcomeUnknown = "log-outcome-unknown";

    /// <summary>The code for a log's failure.</summary>
    public static string Of(LogFailure failure) => failure switch
    {
        LogFailure.Busy => LogBusy,
        LogFailure.DiskFull => LogDiskFull,
        LogFailure.ShuttingDown => LogShuttingDown,
        LogFailure.OutcomeUnknown => LogOutcomeUnknown,
        _ => LogUnavailable,
    };

    /// <summary>Whether the same command, sent again later, may well be taken.</summary>
    public static bool IsPassing(string code) =>
        code is TooManyWriters or LogBusy or LogDiskFull or LogUnavailable or LogShuttingDown or LogOutcomeUnknown;
}
