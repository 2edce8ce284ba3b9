using System.Reflection;
using System.Text.RegularExpressions;
using Trials.Domain;
using Trials.Projections;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;

namespace Trials.Web.Tests.Languages;

/// <summary>Every language says everything, and nothing is said that nobody asks for.</summary>
public sealed partial class TextCatalogueTests
{
    private static readonly Assembly[] Ours = [typeof(DomainEvent).Assembly, typeof(IProjections).Assembly];
    private static readonly string[] PluralForms = ["one", "few", "many", "other"];

    public static TheoryData<string> Codes => [.. Language.All.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_language_has_the_keys_that_English_has(string code) =>
        Keys(Language.Of(code)!).Should().Equal(Keys(Language.English));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_text_has_the_places_that_the_English_one_has(string code)
    {
        var english = Places(Language.English);

        foreach (var (key, places) in Places(Language.Of(code)!))
            places.Should().BeEquivalentTo(english[key], $"'{key}' in '{code}' must say the same");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void No_text_is_blank(string code) =>
        TextCatalogue.BuiltIn.In(Language.Of(code)!).Where(text => string.IsNullOrWhiteSpace(text.Value)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_counted_text_has_the_forms_of_its_language(string code)
    {
        var language = Language.Of(code)!;
        var forms = Enumerable.Range(0, 200).Select(number => language.PluralForm(number)).Distinct().Order().ToList();

        var counted = TextCatalogue.BuiltIn.In(language).Keys
            .Where(IsCounted)
            .GroupBy(Base, key => key[(key.LastIndexOf('.') + 1)..]);

        foreach (var key in counted)
            key.Order().Should().Equal(forms, $"'{key.Key}' is counted");
    }

    [Fact]
    public void Every_refusal_says_what_is_wrong_and_what_to_do()
    {
        var codes = Ours.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Refusals", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToList();

        codes.Should().NotBeEmpty();
        Missing(codes.SelectMany(code => new[] { $"Refusal.{code}", $"Refusal.{code}.do" })).Should().BeEmpty();
    }

    [Fact]
    public void A_refusal_s_text_asks_for_no_value_that_the_refusal_does_not_give()
    {
        var given = Directory.EnumerateFiles(Repository.Path("src", "Domain"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => DocumentedConstant().Matches(File.ReadAllText(file)))
            .ToDictionary(
                match => match.Groups["code"].Value,
                match => DocumentedParameter().Matches(match.Groups["doc"].Value).Select(name => $"{{{name.Groups[1].Value}}}").ToList());

        given.Should().ContainKey(LoopRefusals.CommandIdReused);
        foreach (var (key, places) in Places(Language.English).Where(text => text.Key.StartsWith("Refusal.", StringComparison.Ordinal)))
        {
            var code = key.Split('.')[1];
            places.Should().BeSubsetOf(given[code], $"'{key}' is filled from that refusal");
        }
    }

    /// <summary>But for how tables are stored, which nobody is shown.</summary>
    [Fact]
    public void Every_member_of_an_enum_has_a_name()
    {
        var members = Ours.SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type.IsEnum && type.Namespace != typeof(ColumnType).Namespace)
            .SelectMany(type => Enum.GetNames(type).Select(member => $"Enum.{type.Name}.{member}"))
            .ToList();

        members.Should().NotBeEmpty();
        Missing(members).Should().BeEmpty();
    }

    [Fact]
    public void Every_kind_of_entry_has_a_name() =>
        Missing(EventTypes.All.WireNames.Select(name => $"Event.{Texts.Unversioned(name)}")).Should().BeEmpty();

    [Fact]
    public void Every_read_model_has_a_name() =>
        Missing(ReadModels.All.Select(projection => $"Operations.Name.{projection.Name}")).Should().BeEmpty();

    [Fact]
    public void Every_text_is_asked_for_somewhere()
    {
        string[] askedByValue = ["Enum", "Event", "Refusal", "Field", "Hint", "Date", "Shipped"];
        var sources = string.Concat(
            Directory.EnumerateFiles(Repository.Path("src", "Web"), "*.*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".cs" or ".razor" && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
                .Select(File.ReadAllText));

        var unused = Keys(Language.English)
            .Where(key => !askedByValue.Contains(key[..key.IndexOf('.', StringComparison.Ordinal)]))
            .Where(key => !sources.Contains($"\"{key}", StringComparison.Ordinal))
            .Where(key => !sources.Contains($"\"{key[..key.LastIndexOf('.')]}.{{", StringComparison.Ordinal)
                && !(key.Count(c => c == '.') > 1 && sources.Contains($"\"{key[..key.LastIndexOf('.')]}\"", StringComparison.Ordinal)));

        unused.Should().BeEmpty();
    }

    [Fact]
    public void Every_kind_of_finding_is_named_in_every_language() =>
        Trials.Web.Catalogues.ShippedCatalogues.Of("mappings").Where(kind => kind.Name is { En: null } or { Ru: null } or { Tg: null }).Select(kind => kind.Code)
            .Should().BeEmpty();

    [Fact]
    public void The_list_of_Tajik_texts_to_check_is_in_step()
    {
        var file = Repository.Path("docs", "tajik-to-check.md");
        var expected = TajikList.Write(ResourceFiles.TajikToCheck, File.ReadAllLines(Repository.Path("src", "Web", "Catalogues", "tajik-to-check.txt")));
        if (Environment.GetEnvironmentVariable("TRIALS_REWRITE") == "1")
            File.WriteAllText(file, expected);

        File.ReadAllText(file).Should().Be(expected, "TRIALS_REWRITE=1 writes the list anew");
    }

    private static List<string> Keys(Language language) =>
        [.. TextCatalogue.BuiltIn.In(language).Keys.Select(Base).Distinct().Order(StringComparer.Ordinal)];

    private static Dictionary<string, List<string>> Places(Language language) =>
        TextCatalogue.BuiltIn.In(language)
            .GroupBy(text => Base(text.Key))
            .ToDictionary(
                group => group.Key,
                group => Place().Matches(group.First().Value).Select(match => match.Value).Distinct().ToList());

    private static IEnumerable<string> Missing(IEnumerable<string> keys) =>
        keys.Where(key => Language.All.Any(language => TextCatalogue.BuiltIn.Find(language, key) is null));

    private static bool IsCounted(string key) => PluralForms.Contains(key[(key.LastIndexOf('.') + 1)..]);

    private static string Base(string key) => IsCounted(key) ? key[..key.LastIndexOf('.')] : key;

    [GeneratedRegex("""(?<doc>(?:^ *///.*\n)+) *public const string \w+ = "(?<code>[a-z-]+)";""", RegexOptions.Multiline)]
    private static partial Regex DocumentedConstant();

    [GeneratedRegex("<c>([a-z]+)</c>")]
    private static partial Regex DocumentedParameter();

    [GeneratedRegex(@"\{[a-z0-9]+\}")]
    private static partial Regex Place();
}
