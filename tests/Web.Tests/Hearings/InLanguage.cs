using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Trials.Web.Tests.Hearings;

/// <summary>Where components are rendered in one language.</summary>
internal static class InLanguage
{
    public static TheoryData<string> Codes => [.. Language.All.Select(language => language.Code)];

    public static Texts Texts(string code) => new(TextCatalogue.BuiltIn, Language.Of(code)!);

    public static BunitContext Context(string code)
    {
        var context = new BunitContext();
        context.Services.AddSingleton(Texts(code));
        return context;
    }
}
