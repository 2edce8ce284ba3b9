namespace Trials.Web.Security;

/// <summary>What every answer tells the browser not to do.</summary>
public static class SecurityHeaders
{
    /// <summary>Scripts, styles and connections of our own only; nothing inline, nothing framed, nothing posted elsewhere.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; "
        + "frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    /// <summary>For what strangers made: nothing of it runs, loads or is shown, should a browser open it all the same.</summary>
    public const string SandboxPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private static readonly object Sandboxed = new();

    /// <summary>Marks an answer as something that strangers made.</summary>
    public static void Sandbox(HttpContext context) => context.Items[Sandboxed] = true;

    /// <summary>Adds them to every answer, errors included.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = context.Items.ContainsKey(Sandboxed) ? SandboxPolicy : ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
