using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Trials.Domain;

namespace Trials.Web.Shell;

/// <summary>What somebody sees when a page cannot be made, is not there, or is not for them.</summary>
public static class ErrorPages
{
    /// <summary>Shows failures as pages in the reader's language; the status tells programs.</summary>
    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",

            // A page that failed on the way has used up its scope.
            CreateScopeForErrors = true,
            StatusCodeSelector = failure => failure switch
            {
                NotPermittedException => StatusCodes.Status403Forbidden,
                _ when IsAway(failure) => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            },

            // That a server is away, those say who follow it.
            SuppressDiagnosticsCallback = context =>
                context.Exception is NotPermittedException or LogUnreachableException { InnerException: not SqliteException },
        });
        app.UseStatusCodePagesWithReExecute("/error", "?status={0}", createScopeForStatusCodePages: true);

        // The page of a failed post is read, not posted again.
        app.Use((context, next) =>
        {
            if (context.Features.Get<IExceptionHandlerFeature>() is not null || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            {
                context.Request.Method = HttpMethods.Get;
            }

            return next(context);
        });
    }

    /// <summary>Which words tell what happened.</summary>
    public static string KindOf(int status, Exception? failure) => (status, failure) switch
    {
        (_, FileAlteredException) => "Error.FileAltered",
        (_, FilesUnavailableException) => "Error.FilesAway",
        (_, { } away) when AreReadModelsAway(away) => "Error.ReadModelsAway",
        (StatusCodes.Status403Forbidden, _) => "Error.NotPermitted",
        (StatusCodes.Status413PayloadTooLarge, _) => "Error.TooLarge",
        (StatusCodes.Status404NotFound, _) => "Error.NotFound",
        ( >= 400 and < 500, _) => "Error.NotTaken",
        (StatusCodes.Status503ServiceUnavailable, _) => "Error.LogAway",
        _ => "Error.Failed",
    };

    /// <summary>
    /// Whether it is the database of the read models that does not answer, or takes nobody more, for the moment; of one in a file also, whether its disk is full,
    /// read-only or broken. No other database's failure comes so far: the log's and the keys' are told as such.
    /// </summary>
    private static bool AreReadModelsAway(Exception failure) => failure is DbException { IsTransient: true } or SqliteException
    {
        SqliteErrorCode: raw.SQLITE_CANTOPEN or raw.SQLITE_IOERR or raw.SQLITE_FULL or raw.SQLITE_READONLY or raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL,
    };

    private static bool IsAway(Exception failure) => failure is LogUnreachableException or FilesUnavailableException || AreReadModelsAway(failure);
}
