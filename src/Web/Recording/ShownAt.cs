using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Trials.Domain;

namespace Trials.Web.Recording;

/// <summary>Addresses of pages that must show what was just recorded: <c>?at=</c> and the position that they wait for.</summary>
public static class ShownAt
{
    private const string At = "at";
    private const string Same = "same";

    /// <summary>The page, showing at least the log up to a position.</summary>
    public static string Address(string page, LogPosition position) => With(page, At, position.Value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The page, saying that nothing was added because it was so already.</summary>
    public static string Unchanged(string page) => With(page, Same, "1");

    /// <summary>The position that a request waits for; null for none.</summary>
    public static LogPosition? Of(HttpRequest request) =>
        long.TryParse(request.Query[At], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? new LogPosition(value) : null;

    /// <summary>Whether a request comes from a form that added nothing.</summary>
    public static bool IsUnchanged(HttpRequest request) => request.Query.ContainsKey(Same);

    private static string With(string page, string name, string value)
    {
        var fragment = page.IndexOf('#', StringComparison.Ordinal);
        return fragment < 0
            ? QueryHelpers.AddQueryString(page, name, value)
            : QueryHelpers.AddQueryString(page[..fragment], name, value) + page[fragment..];
    }
}
