using Microsoft.AspNetCore.Localization;

namespace Trials.Web;

/// <summary>Which language somebody reads: the one chosen before, kept in a cookie, else what the browser asks for.</summary>
public static class LanguageChoice
{
    private const string Cookie = "language";
    private const int CookieDays = 400;

    /// <summary>Registers the texts, and how a request's language is found out.</summary>
    public static IServiceCollection AddTexts(this IServiceCollection services)
    {
        services.AddSingleton(TextCatalogue.BuiltIn);
        services.AddScoped(provider => new Texts(provider.GetRequiredService<TextCatalogue>()));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            var codes = Language.All.Select(language => language.Code).ToArray();
            options.SetDefaultCulture(Language.English.Code).AddSupportedCultures(codes).AddSupportedUICultures(codes);
            options.RequestCultureProviders =
            [
                new CustomRequestCultureProvider(context => Task.FromResult(Chosen(context))),
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
        return services;
    }

    /// <summary>Maps <c>/language/{code}?back=…</c>, which keeps the choice and goes back to a page of ours.</summary>
    public static void MapLanguageChoice(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/language/{code}", (string code, string? back, HttpContext context) =>
        {
            if (Language.Of(code) is { } language)
            {
                context.Response.Cookies.Append(Cookie, language.Code, new CookieOptions
                {
                    HttpOnly = true,
                    IsEssential = true,
                    MaxAge = TimeSpan.FromDays(CookieDays),
                    SameSite = SameSiteMode.Lax,
                });
            }

            return Results.LocalRedirect(LocalAddress.OrHome(back));
        });

    private static ProviderCultureResult? Chosen(HttpContext context) =>
        Language.Of(context.Request.Cookies[Cookie]) is { } language ? new(language.Code) : null;
}
