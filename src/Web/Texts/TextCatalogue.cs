using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Trials.Web;

/// <summary>
/// Every text of the interface in every language, read once from the resource files in <c>Texts/Resources</c>:
/// one file an area and language. A text's key is its area, a dot and its name in the file.
/// </summary>
public sealed class TextCatalogue
{
    private const string Prefix = "Trials.Web.Texts.Resources.";
    private const string Suffix = ".resources";

    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> byLanguage;

    private TextCatalogue(FrozenDictionary<string, FrozenDictionary<string, string>> byLanguage) => this.byLanguage = byLanguage;

    /// <summary>The catalogue that is built into the program.</summary>
    public static TextCatalogue BuiltIn { get; } = Load(typeof(TextCatalogue).Assembly);

    /// <summary>All texts of one language by key.</summary>
    public IReadOnlyDictionary<string, string> In(Language language) => byLanguage[language.Code];

    /// <summary>A text as written, its placeholders unfilled; null where there is none.</summary>
    public string? Find(Language language, string key) => byLanguage[language.Code].GetValueOrDefault(key);

    private static TextCatalogue Load(Assembly assembly)
    {
        var areas = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Suffix.Length])
            .ToList();
        return new(Language.All.ToFrozenDictionary(
            language => language.Code,
            language => areas.SelectMany(area => Texts(assembly, area, language)).ToFrozenDictionary(StringComparer.Ordinal)));
    }

    private static IEnumerable<KeyValuePair<string, string>> Texts(Assembly assembly, string area, Language language)
    {
        var manager = new ResourceManager(Prefix + area, assembly);

        // English stands in the program itself, which is the invariant culture's place.
        var culture = language == Language.English ? CultureInfo.InvariantCulture : language.Culture;
        var texts = manager.GetResourceSet(culture, createIfNotExists: true, tryParents: false)
            ?? throw new MissingManifestResourceException($"There are no texts of '{area}' in '{language.Code}'.");
        return texts.Cast<DictionaryEntry>().Select(entry => KeyValuePair.Create($"{area}.{entry.Key}", (string)entry.Value!));
    }
}
