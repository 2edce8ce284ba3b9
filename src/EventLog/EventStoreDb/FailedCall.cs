using System.Globalization;
using System.Security.Authentication;
using Grpc.Core;

namespace Trials.EventLog.EventStoreDb;

/// <summary>What a failed call to the server means to somebody who wants to append.</summary>
internal enum CallFailure
{
    /// <summary>No connection came about: nothing was sent.</summary>
    NotSent,

    /// <summary>The server does not lead and says so: nothing was written.</summary>
    NotLeader,

    /// <summary>The server will not have it (access denied, stream deleted): nothing was written.</summary>
    Refused,

    /// <summary>It is larger than the server takes at once: nothing was written.</summary>
    TooLarge,

    /// <summary>It may or may not have been carried out.</summary>
    Unknown,
}

/// <summary>Reads the failure of a call as the protocol documents it: a status, and trailers that name an exception.</summary>
internal static class FailedCall
{
    private const string Exception = "exception";

    public static CallFailure Of(RpcException failure) => failure.Trailers.GetValue(Exception) switch
    {
        "not-leader" => CallFailure.NotLeader,
        "access-denied" or "stream-deleted" or "user-not-found" => CallFailure.Refused,
        "maximum-append-size-exceeded" => CallFailure.TooLarge,
        _ when failure.StatusCode is StatusCode.PermissionDenied or StatusCode.Unauthenticated => CallFailure.Refused,
        _ when failure.StatusCode is StatusCode.Unavailable or StatusCode.Internal && NoConnection(failure.Status.DebugException) => CallFailure.NotSent,
        _ => CallFailure.Unknown,
    };

    /// <summary>The leader that a follower names; null where it names none.</summary>
    public static ServerAddress? Leader(RpcException failure) =>
        failure.Trailers.GetValue("leader-endpoint-host") is { Length: > 0 } host
        && int.TryParse(failure.Trailers.GetValue("leader-endpoint-port"), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? new(host, port)
            : null;

    /// <summary>What went wrong in a few words, for whoever runs the server: no data, no credentials.</summary>
    public static string Describe(RpcException failure) => failure.Trailers.GetValue(Exception) ?? (Cause(failure.Status.DebugException) switch
    {
        AuthenticationException => "its certificate is not trusted",
        { } cause => $"{failure.StatusCode}, {cause.GetType().Name}",
        null => failure.StatusCode.ToString(),
    });

    private static bool NoConnection(Exception? cause)
    {
        for (var e = cause; e is not null; e = e.InnerException)
        {
            if (e is HttpRequestException
                {
                    HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
                })
            {
                return true;
            }
        }

        return false;
    }

    private static Exception? Cause(Exception? outer)
    {
        for (var e = outer; e is not null; e = e.InnerException)
        {
            if (e is AuthenticationException || e.InnerException is null)
            {
                return e;
            }
        }

        return null;
    }
}
