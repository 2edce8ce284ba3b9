using Microsoft.AspNetCore.Antiforgery;

namespace Trials.Web.Security;

/// <summary>
/// Turns away, before any page sees it, a form that came without the mark that shows that it is ours. A page would answer it with nothing to read;
/// so whoever sent it learns what to do.
/// </summary>
public static class UnmarkedForms
{
    /// <summary>The longest form that is read, in bytes: a file that is too large by less than half is still answered by its form.</summary>
    public const int LongestForm = Domain.FileKinds.MaxLength / 2 * 3;

    /// <summary>Stands behind the check of the mark.</summary>
    public static void UseRefusalOfUnmarkedForms(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            context.Response.StatusCode = context.Request.ContentLength > LongestForm ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(context);
    });
}
