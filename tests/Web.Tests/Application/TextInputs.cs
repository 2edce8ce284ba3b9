using Trials.Domain;
using Trials.Web.Forms;
using Trials.Web.Forms.Fields;

namespace Trials.Web.Tests.Application;

/// <summary>An input that takes any text, and how much of it.</summary>
/// <param name="Name">The input's name.</param>
/// <param name="Max">The longest text that it takes, in UTF-16 code units.</param>
internal sealed record TextInputOf(string Name, int Max);

/// <summary>The inputs of a fact's form that take any text, told from its schema: a new kind of fact is among them by itself.</summary>
internal static class TextInputs
{
    private const int Short = Limits.ShortLength;
    private const int Long = Limits.LongLength;
    private const int ArticlePart = 20;

    /// <summary>What is repeated until a text is as long as it may be: every letter that only Tajik has, Russian, emoji, markup, and what a page or a script gives a meaning.</summary>
    private const string Sample = "Ғғ Ӣӣ Ққ Ӯӯ Ҳҳ Ҷҷ. Щёголь, съёмка! 👩‍⚖️🙂 <script>document.title='x'</script><b id=\"x\">&amp;&quot; {0} ";

    private const string ShortSample = "<b>Ҷӯ&\"'ъ🙂";

    /// <summary>The inputs that the form of every fact has, of a document that is its source.</summary>
    public static IReadOnlyList<TextInputOf> OfDocument { get; } = [new(SourceForm.Number, Short), new(SourceForm.Issuer, Long)];

    /// <summary>The inputs of a fact.</summary>
    public static IReadOnlyList<TextInputOf> Of(FactSchema schema) =>
        [.. schema.Fields.Where(field => field.Kind.IsTyped).SelectMany(field => Of(field).Select(input => input with { Name = field.Name + input.Name }))];

    /// <summary>The inputs of a catalogue entry's attributes: which take any text is for their names to say, so the form is asked.</summary>
    public static IEnumerable<TextInputOf> OfAttributes(IEnumerable<string> written) =>
        from name in written
        where name.StartsWith("fact-Values-", StringComparison.Ordinal)
        select new TextInputOf(name, name.EndsWith($"-{AttributesKind.Key}", StringComparison.Ordinal) ? Short : Long);

    /// <summary>A stranger's text, exactly as long as a field takes, but never longer than ten thousand.</summary>
    public static string Longest(int max) => Exactly(Math.Min(max, 10_000));

    /// <summary>A stranger's text that is one longer than a field takes.</summary>
    public static string TooLong(int max) => Exactly(max + 1);

    private static string Exactly(int length)
    {
        var sample = length < Sample.Length ? ShortSample : Sample;
        return string.Concat(Enumerable.Repeat(sample, length / sample.Length)) + new string('ҷ', length % sample.Length);
    }

    private static TextInputOf[] Of(FactField field) => field.Kind switch
    {
        AccountKind => [new("", FreeText.MaxLength)],
        PersonNameKind => [new("", PersonalText.MaxLength)],
        PersonsKind => [new($"-0-{PersonKind.New}", PersonalText.MaxLength)],
        ClaimPartyKind => Party(""),
        RespondentsKind => Party("-0"),
        PersonKind => [new($"-{PersonKind.New}", PersonalText.MaxLength)],
        LocalNameKind => [new("-en", Long), new("-ru", Long), new("-tg", Long)],
        AttributesKind => [],
        ArticleKind => Article(""),
        ArticlesKind => Article("-0"),
        JudgedCountsKind => [.. Article($"-0-{JudgedCountsKind.Charged}"), .. Article($"-0-{JudgedCountsKind.Found}")],
        LineKind => [new("", IsLong(field) ? Long : Short)],
        NumberKind or MoneyKind or DayKind or TimeKind or NextHearingKind or FlagKind or ChoiceKind or ChoicesKind or CodeKind or CaseRoundKind or SiblingKind or ICodesKind => [],
        var kind => throw new NotSupportedException($"Nobody said which inputs of a {kind.GetType().Name} take any text."),
    };

    private static TextInputOf[] Party(string row) =>
        [new($"{row}-{ClaimPartyKind.Organisation}", Long), new($"{row}-{ClaimPartyKind.Person}-{PersonKind.New}", PersonalText.MaxLength)];

    private static TextInputOf[] Article(string row) => [new($"{row}-part", ArticlePart), new($"{row}-point", ArticlePart)];

    private static bool IsLong(FactField field) => field.Parameter is "Category" or "Origin";
}
