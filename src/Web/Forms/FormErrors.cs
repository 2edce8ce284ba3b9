namespace Trials.Web.Forms;

/// <summary>Something typed that cannot be read.</summary>
/// <param name="Field">The id of the field to go to.</param>
/// <param name="Label">What the field is called.</param>
/// <param name="Text">What is wrong, in the reader's language.</param>
public sealed record FieldError(string Field, string Label, string Text);

/// <summary>Everything typed that cannot be read, in the order of the form.</summary>
public sealed class FormErrors
{
    private readonly List<FieldError> all = [];

    /// <summary>All of it.</summary>
    public IReadOnlyList<FieldError> All => all;

    /// <summary>Whether there is any.</summary>
    public bool Any => all.Count > 0;

    /// <summary>What is wrong with a field; null where nothing is.</summary>
    public string? Of(string field) => all.Find(error => error.Field == field)?.Text;

    /// <summary>Adds what is wrong with a field.</summary>
    public void Add(string field, string label, string text) => all.Add(new(field, label, text));
}
