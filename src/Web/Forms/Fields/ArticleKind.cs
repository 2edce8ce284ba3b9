using Trials.Domain;
using Trials.Domain.Cases;

namespace Trials.Web.Forms.Fields;

/// <summary>An article of a code, in its parts.</summary>
public sealed class ArticleKind : FieldKind
{
    /// <summary>The code that an article without one stands in: the Criminal Code.</summary>
    public const string UsualCode = "CC";

    private const int ShortMax = 20;
    private static readonly LineKind Short = new(ShortMax);
    private static readonly NumberKind Numbers = new(1, 9999);
    private static readonly NumberKind Superscripts = new(1, 99);

    /// <summary>The parts that somebody fills in.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["number", "super", "part", "point"];

    /// <inheritdoc/>
    public override object? Read(FieldPlace at) => IsBlank(at) ? at.Part(Parts[0], at.Required).Empty() : ReadParts(at);

    /// <inheritdoc/>
    public override void Write(object value, string name, Typed typed, ITextOpener opener) => WriteParts((Article)value, name, typed);

    /// <inheritdoc/>
    public override string Say(object value, Saying with) => Articles.Short(with.Texts, (Article)value);

    /// <summary>The article that stands in the parts of a field; null where none can be read, which the place is told.</summary>
    internal static object? ReadParts(FieldPlace at)
    {
        var code = (string?)Short.Read(at.Part("code")) ?? UsualCode;
        var number = (int?)Numbers.Read(at.Part("number", required: true));
        var superscript = (int?)Superscripts.Read(at.Part("super"));
        var part = (string?)Short.Read(at.Part("part"));
        var point = (string?)Short.Read(at.Part("point"));
        return number is { } known ? new Article(code, known, superscript, part, point) : null;
    }

    /// <summary>Puts an article into the parts of a field.</summary>
    internal static void WriteParts(Article item, string name, Typed typed)
    {
        typed[$"{name}-code"] = item.Code;
        typed[$"{name}-number"] = NumberKind.Invariant(item.Number);
        typed[$"{name}-super"] = item.Superscript is { } superscript ? NumberKind.Invariant(superscript) : "";
        typed[$"{name}-part"] = item.Part ?? "";
        typed[$"{name}-point"] = item.Point ?? "";
    }

    /// <summary>Whether nothing is filled in.</summary>
    internal static bool IsBlank(FieldPlace at) => Parts.All(part => at.Typed.IsBlank(at.Part(part).Name));
}

/// <summary>The counts of a judgment against one accused.</summary>
public sealed class JudgedCountsKind : RowsKind<JudgedCount>
{
    /// <summary>The part that holds the article charged.</summary>
    public const string Charged = "charged";

    /// <summary>The part that holds the article of the conviction.</summary>
    public const string Found = "found";

    /// <summary>The part that holds what was found.</summary>
    public const string Outcome = "outcome";

    private static readonly ChoiceKind Outcomes = new(typeof(CountOutcome));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Parts { get; } =
        [.. ArticleKind.Parts.Select(part => $"{Charged}-{part}"), .. ArticleKind.Parts.Select(part => $"{Found}-{part}"), Outcome];

    /// <inheritdoc/>
    protected override object? ReadRow(FieldPlace at)
    {
        var charged = (Article?)ArticleKind.ReadParts(at.Part(Charged));
        var found = ArticleKind.IsBlank(at.Part(Found)) ? null : (Article?)ArticleKind.ReadParts(at.Part(Found));
        var outcome = (CountOutcome?)Outcomes.Read(at.Part(Outcome, required: true));
        return charged is { } article && outcome is { } known ? new JudgedCount(article, found, known) : null;
    }

    /// <inheritdoc/>
    protected override void WriteRow(JudgedCount item, string name, Typed typed)
    {
        ArticleKind.WriteParts(item.Charged, $"{name}-{Charged}", typed);
        if (item.Found is { } found)
        {
            ArticleKind.WriteParts(found, $"{name}-{Found}", typed);
        }

        typed[$"{name}-{Outcome}"] = item.Outcome.ToString();
    }

    /// <inheritdoc/>
    protected override string SayRow(JudgedCount item, Saying with) => Articles.Count(with.Texts, item);
}
