using Trials.Domain;
using Trials.Domain.Catalogues;

namespace Trials.Web.Forms.Fields;

/// <summary>A name in each language.</summary>
public sealed class LocalNameKind : FieldKind
{
    private static readonly LineKind Names = new(Limits.LongLength);

    /// <inheritdoc/>
    public override object Read(FieldPlace at) => new LocalName(In(at, "en"), In(at, "ru"), In(at, "tg"));

    /// <inheritdoc/>
    public override void Write(object value, string name, Typed typed, ITextOpener opener)
    {
        var (en, ru, tg) = (LocalName)value;
        typed[$"{name}-en"] = en ?? "";
        typed[$"{name}-ru"] = ru ?? "";
        typed[$"{name}-tg"] = tg ?? "";
    }

    /// <inheritdoc/>
    public override string Say(object value, Saying with)
    {
        var (en, ru, tg) = (LocalName)value;
        return string.Join(" / ", new[] { en, ru, tg }.OfType<string>().Distinct());
    }

    private static string? In(FieldPlace at, string language) => (string?)Names.Read(at.Part(language));
}
