using Bunit;
using Bunit.TestDoubles;
using Mediator;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Projections;
using Trials.Projections.Catalogues;
using Trials.Projections.Engine;
using Trials.Projections.Views;
using Trials.Web.Naming;
using Trials.Web.Tests.Operations;

namespace Trials.Web.Tests.Pages;

/// <summary>Where a page is rendered in one language, its queries answered by the test.</summary>
internal sealed class PageContext : BunitContext
{
    /// <summary>The moment at which tests look: still 13 May in London, already the 14th in Dushanbe.</summary>
    public static readonly Instant Now = Instant.FromUtc(2026, 5, 13, 20, 0);

    public static readonly LocalDate Today = new(2026, 5, 14);

    public static readonly CourtCode Navobod = new("navobod");
    public static readonly RegionCode Soghd = new("soghd");
    public static readonly OfficialCode Judge = new("j-1");

    public PageContext(string code)
    {
        T = new Texts(TextCatalogue.BuiltIn, Language.Of(code)!);
        var (mediator, answers) = AnsweringMediator.Create();
        Answers = answers.On<CatalogueEntries, IReadOnlyList<CatalogueRow>>(query => query.Kind switch
        {
            "courts" => [Row(Navobod.Value, "Court of Navobod city", "Суд города Навобод", "Суди шаҳри Навобод")],
            "regions" => [Row(Soghd.Value, "Soghd", "Согд", "Суғд")],
            _ => [Row(Judge.Value, "F. Saidzoda", "Ф. Саидзода", "Ф. Саидзода")],
        });
        Answers.On<SavedViews, Page<SavedView>>(query => new([], 0, query.Page));
        Services.AddSingleton(T);
        Services.AddSingleton(mediator);
        Services.AddSingleton<ISender>(mediator);
        Services.AddSingleton<IClock>(new FakeClock(Now));
        Services.AddSingleton<ITextOpener>(new PlainTexts());
        Services.AddSingleton<IProjections>(new Progress());
        Services.AddSingleton<IActorSource>(new Nobody());
        Services.AddScoped<Names>();
    }

    public static TheoryData<string> Codes => [.. Language.All.Select(language => language.Code)];

    public Texts T { get; }

    public AnsweringMediator Answers { get; }

    public IMediator Mediator => Services.GetRequiredService<IMediator>();

    public string Address => Services.GetRequiredService<NavigationManager>().Uri;

    /// <summary>Renders a page as it is asked for under an address.</summary>
    public IRenderedComponent<TPage> Open<TPage>(string address)
        where TPage : IComponent
    {
        Services.GetRequiredService<BunitNavigationManager>().NavigateTo(address);
        return Render<TPage>();
    }

    private static CatalogueRow Row(string code, string en, string ru, string tg) =>
        new(code, new LocalName(en, ru, tg), [], null, null, "test", true, false);

    private sealed class Nobody : IActorSource
    {
        public Actor? Current => null;
    }

    /// <summary>Opens what was never sealed; a text without words stands for an erased one.</summary>
    private sealed class PlainTexts : ITextOpener
    {
        public string? Open(ProtectedText text) => text.Plain;
    }
}
