using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Web.Catalogues;

namespace Trials.Web.Forms.Fields;

/// <summary>Several values, each a row of the form. A blank row is none; there is always at least one more of these.</summary>
public abstract class RowsKind : FieldKind
{
    /// <summary>The most rows that a form takes.</summary>
    public const int MaxRows = 100;

    /// <summary>How many rows a form with this content shows.</summary>
    public int Shown(Typed typed, string name) => Math.Clamp(typed.Rows(name) + (Filled(typed, name) == typed.Rows(name) ? 1 : 0), 1, MaxRows);

    /// <summary>The parts of a row; one empty part for a row that is one input.</summary>
    public abstract IReadOnlyList<string> Parts { get; }

    /// <summary>The name of a row, or of a part of it.</summary>
    public static string Name(string field, int row, string part = "") => part == "" ? $"{field}-{row}" : $"{field}-{row}-{part}";

    private int Filled(Typed typed, string name) =>
        Enumerable.Range(0, Math.Min(typed.Rows(name), MaxRows)).Count(row => Parts.Any(part => !typed.IsBlank(Name(name, row, part))));
}

/// <summary>Several values of one type.</summary>
public abstract class RowsKind<T> : RowsKind
{
    /// <inheritdoc/>
    public sealed override object? Read(FieldPlace at)
    {
        var errors = at.Errors.All.Count;
        var rows = Enumerable.Range(0, Math.Min(at.Typed.Rows(at.Name), MaxRows))
            .Where(row => Parts.Any(part => !at.Typed.IsBlank(Name(at.Name, row, part))))
            .Select(row => ReadRow(at with { Name = Name(at.Name, row), Required = true }))
            .ToList();
        return at.Errors.All.Count > errors ? null : rows.OfType<T>().ToValueList();
    }

    /// <inheritdoc/>
    public sealed override void Write(object value, string name, Typed typed, ITextOpener opener)
    {
        var row = 0;
        foreach (var item in (ValueList<T>)value)
        {
            WriteRow(item, Name(name, row++), typed);
        }
    }

    /// <inheritdoc/>
    public sealed override string Say(object value, Saying with) => string.Join(", ", ((ValueList<T>)value).Select(item => SayRow(item, with)));

    /// <summary>Reads a row that is not blank; null where it cannot be read, which the place is told.</summary>
    protected abstract object? ReadRow(FieldPlace at);

    /// <summary>Puts a value into a row.</summary>
    protected abstract void WriteRow(T item, string name, Typed typed);

    /// <summary>A value in words.</summary>
    protected abstract string SayRow(T item, Saying with);
}

/// <summary>Articles of codes.</summary>
public sealed class ArticlesKind : RowsKind<Article>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Parts => ArticleKind.Parts;

    /// <inheritdoc/>
    protected override object? ReadRow(FieldPlace at) => ArticleKind.ReadParts(at);

    /// <inheritdoc/>
    protected override void WriteRow(Article item, string name, Typed typed) => ArticleKind.WriteParts(item, name, typed);

    /// <inheritdoc/>
    protected override string SayRow(Article item, Saying with) => Articles.Short(with.Texts, item);
}

/// <summary>Codes of one catalogue, in order.</summary>
public sealed class CodesKind<TCode> : RowsKind<TCode>, ICodesKind
    where TCode : struct, ICatalogueCode<TCode>
{
    /// <inheritdoc/>
    public string Catalogue => TCode.Kind;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Parts { get; } = [""];

    /// <inheritdoc/>
    protected override object ReadRow(FieldPlace at) => TCode.From(at.Text);

    /// <inheritdoc/>
    protected override void WriteRow(TCode item, string name, Typed typed) => typed[name] = item.Value;

    /// <inheritdoc/>
    protected override string SayRow(TCode item, Saying with) => with.Names.InCatalogue(TCode.Kind, item.Value);
}

/// <summary>Codes of one catalogue, whichever.</summary>
public interface ICodesKind
{
    /// <summary>The catalogue's kind.</summary>
    string Catalogue { get; }
}

/// <summary>Attributes of a catalogue entry. A row that has a name and no value says nothing.</summary>
public sealed class AttributesKind : RowsKind<CatalogueValue>
{
    /// <summary>The part that holds an attribute's name.</summary>
    public const string Key = "key";

    /// <summary>The part that holds what it says.</summary>
    public const string Value = "value";

    private static readonly LineKind Keys = new(Limits.ShortLength);
    private static readonly LineKind Values = new(Limits.LongLength);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Parts { get; } = [Key, Value];

    /// <inheritdoc/>
    protected override object? ReadRow(FieldPlace at)
    {
        var key = (string?)Keys.Read(at.Part(Key, required: true));
        var value = (string?)Values.Read(at.Part(Value));
        return key is not null && value is not null ? new CatalogueValue(key, value) : null;
    }

    /// <inheritdoc/>
    protected override void WriteRow(CatalogueValue item, string name, Typed typed)
    {
        typed[$"{name}-{Key}"] = item.Key;
        typed[$"{name}-{Value}"] = item.Value;
    }

    /// <inheritdoc/>
    protected override string SayRow(CatalogueValue item, Saying with) => with.Texts[
        "Catalogues.AttributeIs", CatalogueKinds.Attribute(with.Texts, item.Key), new CatalogueWords(with.Texts, with.Names).Say(item)];
}
