using Microsoft.AspNetCore.Diagnostics;

namespace Trials.Web.Shell;

/// <summary>The address that somebody asked for: what the browser shows, also above a page that says why there is another one in its place.</summary>
public static class AskedAddress
{
    /// <summary>The path and query of a request; of one that failed, those that it failed at.</summary>
    public static string Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.Request;
        return context.Features.Get<IStatusCodeReExecuteFeature>() is { } status ? status.OriginalPathBase + status.OriginalPath + status.OriginalQueryString
            : context.Features.Get<IExceptionHandlerPathFeature>() is { } failure ? failure.Path + request.QueryString
            : request.Path + request.QueryString;
    }
}
