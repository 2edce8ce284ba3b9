using System.Globalization;
using Trials.Domain;

namespace Trials.Web.Recording;

/// <summary>
/// Carries along, for a minute, what somebody has recorded: whichever web node answers next shows it, also on a page that no form leads to.
/// Holds a number and nothing else.
/// </summary>
public static class CarriedPosition
{
    private const string Cookie = "at";

    private static readonly TimeSpan While = TimeSpan.FromMinutes(1);

    /// <summary>Lets the browser bring a position with its next requests.</summary>
    public static void Carry(HttpContext context, LogPosition position) => context.Response.Cookies.Append(
        Cookie,
        position.Value.ToString(CultureInfo.InvariantCulture),
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = While, IsEssential = true });

    /// <summary>The position that a browser brings; null for none.</summary>
    public static LogPosition? Of(HttpRequest request) =>
        long.TryParse(request.Cookies[Cookie], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? new LogPosition(value) : null;
}
