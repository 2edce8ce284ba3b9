using System.Text.Unicode;
using Mediator;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.EventLog;
using Trials.Projections;
using Trials.Projections.Engine;
using Trials.Web.Acting;
using Trials.Web.Activities;
using Trials.Web.Applications;
using Trials.Web.Assessments;
using Trials.Web.Cases;
using Trials.Web.Catalogues;
using Trials.Web.Claims;
using Trials.Web.Delays;
using Trials.Web.Demo;
using Trials.Web.Entries;
using Trials.Web.Hearings;
using Trials.Web.Naming;
using Trials.Web.Operations;
using Trials.Web.Petitions;
using Trials.Web.Pretrial;
using Trials.Web.Recording;
using Trials.Web.Security;
using Trials.Web.Shell;
using Trials.Web.Views;

namespace Trials.Web;

/// <summary>Puts the application together: which service stands behind which port, and in what order a request passes.</summary>
public static class Composition
{
    /// <summary>The application, ready to start.</summary>
    /// <param name="options">What it is started with.</param>
    /// <param name="adjust">Puts other services in the place of some, such as a clock that stands still; null for none.</param>
    public static WebApplication Build(ServeOptions options, Action<IServiceCollection>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Composition).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });

        // What the verb was told is all the configuration there is: no variable of the environment opens another address.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = UnmarkedForms.LongestForm;
        });
        builder.Logging.ClearProviders().AddPlainConsole(Environment.GetEnvironmentVariable(PlainLogging.Variable))
            .SetMinimumLevel(LogLevel.Information)
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.AddTelemetry(Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value, StringComparer.Ordinal));
        AddServices(builder.Services, options);
        adjust?.Invoke(builder.Services);

        var app = builder.Build();
        if (options.BehindProxy is not null)
        {
            app.UseForwardedHeaders(FromProxy());
        }

        Use(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, ServeOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<IClock>(SystemClock.Instance);
        services.AddMediator((MediatorOptions mediator) =>
        {
            mediator.ServiceLifetime = ServiceLifetime.Scoped;
            mediator.Assemblies = [typeof(Guard<,>), typeof(IProjections), typeof(Composition)];
            mediator.PipelineBehaviors = [typeof(Guard<,>)];
            mediator.StreamPipelineBehaviors = [typeof(StreamGuard<,>)];
        });
        services.AddSingleton<ViewerAccessor>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<DecisionLoop>();
        services.AddSingleton<NextHearings>();
        services.AddEventLog(new EventLogOptions
        {
            Folder = options.DataFolder,
            Server = options.Server,

            // With both on servers nothing in the folder is one process's own: web nodes share it for its keys.
            IsShared = options is { Server: not null, ReadModels: not null },
        });
        services.AddSingleton(provider => new ProjectionEngineOptions { OnTrouble = LogTrouble(provider) });
        services.AddReadModels(options.DataFolder, options.ReadModels);
        services.AddSingleton<ProjectionLag>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<ShippedCatalogues>();
        services.AddScoped<CatalogueImports>();
        services.AddSingleton<DemoRecord>();
        services.AddHostedService<RecordAtStart>();
        services.AddHostedService<ProjectionsRunning>();
        services.AddHostedService<NextHearingsAtStart>();
        services.AddHostedService<ErasuresAtStart>();
        services.AddTexts();
        services.AddActing(options.Demo);
        services.AddScoped<Names>();
        services.AddScoped<CaseReader>();
        services.AddScoped<ApplicationReader>();
        services.AddScoped<Recorder>();
        services.AddScoped<DocumentFiles>();
        services.AddScoped<FactPost>();
        services.AddScoped<Hearings.HearingPost>();
        services.AddScoped<CaseForms>();
        services.AddScoped<MatterForms>();
        services.AddScoped<AssessmentPost>();
        services.AddScoped<ViewPost>();

        // Cyrillic letters go as they are: as numbered entities a page would be several times as long.
        services.AddWebEncoders(encoders => encoders.TextEncoderSettings = new(UnicodeRanges.All));
        // A form is held in memory whole: what is uploaded is written in the clear nowhere.
        services.Configure<FormOptions>(form => form.MemoryBufferThreshold = UnmarkedForms.LongestForm);
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "form";
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts =
            ["localhost", "127.0.0.1", "[::1]", .. options.BehindProxy is { } host ? [host] : Array.Empty<string>()]);

        // A form that was open while the server was restarted must still be taken.
        services.AddDataProtection()
            .SetApplicationName("Trials")
            .PersistKeysToFileSystem(OwnersFolder.Create(options.WebKeys ?? Path.Combine(options.DataFolder, "web-keys")));
    }

    /// <summary>What a proxy says of how it was asked counts, whatever its address: nobody else reaches a node that is behind one.</summary>
    private static ForwardedHeadersOptions FromProxy()
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedFor };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        return options;
    }

    private static Action<Exception> LogTrouble(IServiceProvider provider)
    {
        var logger = provider.GetRequiredService<ILogger<ProjectionEngine>>();
        return trouble => logger.LogError(trouble, "The read models cannot follow the record; they try again.");
    }

    private static void Use(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseHostFiltering();
        app.UseRequestLocalization();
        app.UseActing();
        app.UseErrorPages();
        app.UseInPlacePosts();
        app.UseWaitingPages();
        app.UseAntiforgery();
        app.UseRefusalOfUnmarkedForms();

        app.MapStaticAssets();
        app.MapHealth();
        app.MapReadiness();
        app.MapLanguageChoice();
        app.MapActing();
        app.MapHearingCsv();
        app.MapPetitionCsv();
        app.MapClaimCsv();
        app.MapCasesCsv();
        app.MapJudgmentsCsv();
        app.MapPretrialCsv();
        app.MapApplicationCsv();
        app.MapActivityCsv();
        app.MapFigureCsv();
        app.MapCatalogueCsv();
        app.MapAssessmentCsv();
        app.MapFiles();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
