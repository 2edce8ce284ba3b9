namespace Trials.Web.Recording;

/// <summary>
/// Answers forms that our script posts in place: where a browser would be sent on to another page, the script is told its address,
/// and goes there itself.
/// </summary>
public static class InPlacePosts
{
    private const string Asked = "Trials-In-Place";
    private const string Next = "Trials-Next";

    /// <summary>Turns a redirect into an answer with its address.</summary>
    public static void UseInPlacePosts(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Headers.ContainsKey(Asked))
        {
            context.Response.OnStarting(() =>
            {
                var response = context.Response;
                if (response.StatusCode is StatusCodes.Status302Found or StatusCodes.Status303SeeOther)
                {
                    response.Headers[Next] = response.Headers.Location;
                    response.Headers.Remove("Location");
                    response.StatusCode = StatusCodes.Status200OK;
                }

                return Task.CompletedTask;
            });
        }

        return next(context);
    });
}
