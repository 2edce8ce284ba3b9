using Microsoft.Data.Sqlite;
using SQLitePCL;
using Trials.Domain;

namespace Trials.EventLog.Sqlite;

/// <summary>What failures of the disk mean to somebody who wants to append.</summary>
internal static class SqliteFailure
{
    private const int NoSpaceLeft = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>Why a file or database of the folder cannot be used.</summary>
    public static LogFailure Of(Exception exception) => exception switch
    {
        SqliteException e => BeforeCommit(e.SqliteExtendedErrorCode),
        KeysUnavailableException e => e.Failure,
        IOException { HResult: NoSpaceLeft or WindowsDiskFull } => LogFailure.DiskFull,
        _ => LogFailure.Unavailable,
    };

    /// <summary>Why an append failed whose transaction did not reach its commit.</summary>
    public static LogFailure BeforeCommit(int code) => (code & 0xFF) == raw.SQLITE_FULL ? LogFailure.DiskFull : LogFailure.Unavailable;

    /// <summary>
    /// Why a commit failed. Where a write fails, on a full disk or another, the last frame is missing and the others are void. After any other failure of
    /// input or output the frames may be whole in the file, and a crash before they are overwritten would bring them to life.
    /// </summary>
    public static LogFailure AtCommit(int code) =>
        (code & 0xFF) == raw.SQLITE_IOERR && code != raw.SQLITE_IOERR_WRITE ? LogFailure.OutcomeUnknown : BeforeCommit(code);
}
