using Mediator;
using Trials.Domain;
using Trials.Web.Recording;
using Trials.Web.Security;

namespace Trials.Web.Entries;

/// <summary>
/// The file of an entry's document, to be saved: a browser neither shows it in the application's place nor guesses what it is. Its address holds ids only.
/// </summary>
public static class FileDownload
{
    /// <summary>Maps what <see cref="RecordAddress.File"/> names.</summary>
    public static void MapFiles(this IEndpointRouteBuilder routes) => routes.MapGet(
        "/entries/{stream}/{entry:guid}/file",
        async (string stream, Guid entry, HttpContext http, ISender sender, CancellationToken cancellation) =>
        {
            if (stream.Split('-', 2) is not [{ Length: > 0 }, { Length: > 0 }]
                || await sender.Send(new FileOfEntry(new StreamName(stream), new EventId(entry)), cancellation) is not { } found)
            {
                return Results.NotFound();
            }

            SecurityHeaders.Sandbox(http);
            http.Response.Headers.CacheControl = "no-store";
            return Results.Bytes(found.File.Content, FileKinds.MediaType(found.Kind), NameOf(found));
        });

    /// <summary>What it was called, with an end that says what it is.</summary>
    private static string NameOf(EntryFile found)
    {
        var (name, ends) = (found.File.Name, FileKinds.Extensions(found.Kind));
        return name.Length > 0 && ends.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            ? name
            : (name.Length > 0 ? name : "document") + ends[0];
    }
}
