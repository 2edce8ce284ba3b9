using Trials.Web.Forms.Fields;

namespace Trials.Web.Forms;

/// <summary>One field of a fact: a parameter of its event.</summary>
/// <param name="Event">The event's wire name without its version.</param>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Kind">How it is typed, read and said.</param>
/// <param name="Required">Whether the fact cannot be without it.</param>
public sealed record FactField(string Event, string Parameter, FieldKind Kind, bool Required)
{
    /// <summary>The name and id of its input.</summary>
    public string Name => NameOf(Parameter);

    /// <summary>Whether its label says that it must be filled in: not where silence is one of its choices, and chosen at first.</summary>
    public bool IsMarked => Required && Kind is not ChoiceKind { Default: not null };

    /// <summary>The name and id of the input of a parameter.</summary>
    public static string NameOf(string parameter) => $"fact-{parameter}";

    /// <summary>What it is called.</summary>
    public string Label(Texts texts) => Own(texts, "Field") ?? throw new KeyNotFoundException($"The field '{Event}.{Parameter}' has no label.");

    /// <summary>What helps to fill it in; null for nothing.</summary>
    public string? Hint(Texts texts) => (Own(texts, "Hint"), Kind) switch
    {
        (null, AccountKind) => texts["Hint.Account"],
        (null, DayKind) => texts["Hint.Date"],
        (null, MoneyKind) => texts["Hint.Money"],
        ({ } own, DayKind) when own != texts["Hint.Date"] => $"{own} {texts["Hint.Date"]}",
        var (own, _) => own,
    };

    private string? Own(Texts texts, string area) => texts.Find($"{area}.{Event}.{Parameter}") ?? texts.Find($"{area}.{Parameter}");
}

/// <summary>One line of a fact in words.</summary>
/// <param name="Label">What the field is called.</param>
/// <param name="Text">What it says.</param>
/// <param name="IsAccount">Whether it is somebody's own words, which may have several lines.</param>
public sealed record FactLine(string Label, string Text, bool IsAccount);
