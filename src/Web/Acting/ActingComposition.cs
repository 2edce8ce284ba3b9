using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Mvc;
using Trials.Domain;

namespace Trials.Web.Acting;

/// <summary>Who acts is a choice, kept in a cookie, among whom the installation offers.</summary>
public static class ActingComposition
{
    private const string Cookie = "acting";

    /// <summary>Registers the directory and where the guard finds who acts.</summary>
    public static IServiceCollection AddActing(this IServiceCollection services, bool demo)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton(ActorDirectory.Of(demo));
        services.AddScoped<ActingSource>();
        services.AddScoped<IActorSource>(provider => provider.GetRequiredService<ActingSource>());
        services.AddScoped<CircuitHandler, ActingSource.InCircuit>();
        return services;
    }

    /// <summary>Finds out who acts in each request.</summary>
    public static void UseActing(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var directory = context.RequestServices.GetRequiredService<ActorDirectory>();
        context.User = ActingSource.Principal(directory.Choose(context.Request.Cookies[Cookie]).Actor);
        return next(context);
    });

    /// <summary>Maps the form that chooses who acts.</summary>
    public static void MapActing(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/acting", ([FromForm] string actor, [FromForm] string? back, ActorDirectory directory, HttpContext context) =>
        {
            context.Response.Cookies.Append(
                Cookie,
                directory.Choose(actor).Actor.Id.Value.ToString("N"),
                new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps });
            return Results.LocalRedirect(LocalAddress.OrHome(back));
        });
}
