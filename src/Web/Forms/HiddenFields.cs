using Trials.Domain;

namespace Trials.Web.Forms;

/// <summary>What every form carries beside what is typed.</summary>
public static class HiddenFields
{
    /// <summary>The form's id: the same wish, however often it arrives.</summary>
    public const string Command = "command";

    /// <summary>The id of the stream that the form begins.</summary>
    public const string Stream = "stream";

    /// <summary>Who acted when the form was shown.</summary>
    public const string Acting = "acting";

    /// <summary>The name of the form among those of its page; the framework adds it.</summary>
    public const string Handler = "_handler";

    /// <summary>The form that is being posted; null where the page is only asked for.</summary>
    public static Typed? Posted(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType ? new Typed(http.Request.Form) : null;

    /// <summary>The id of the stream that a posted form begins; a new one where the page is only asked for.</summary>
    public static Guid NewStream(HttpContext http) =>
        Posted(http) is { } typed && Guid.TryParseExact(typed[Stream], "N", out var id) ? id : Guid.NewGuid();

    /// <summary>The id of a posted form. A form without one is as good as new.</summary>
    public static CommandId CommandOf(Typed typed) =>
        CommandId.From(Guid.TryParseExact(typed[Command], "N", out var id) ? id : Guid.NewGuid());
}
