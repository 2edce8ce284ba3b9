
namespace Trials.Web.Forms;

/// <summary>One field of a form that is being read: where it stands, what is typed there, and where to say what is wrong.</summary>
/// <param name="Name">The name and id of its input; parts of it add a hyphen and a suffix.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Required">Whether it must be filled in.</param>
/// <param name="Typed">The whole form.</param>
/// <param name="Context">What the form knows.</param>
/// <param name="Errors">Where to say what is wrong.</param>
/// <param name="NewPersons">Where to add persons who are named for the first time.</param>
public sealed record FieldPlace(
    string Name, string Label, bool Required, Typed Typed, FormContext Context, FormErrors Errors, ICollection<NewPerson> NewPersons)
{
    /// <summary>What is typed, without blanks around it.</summary>
    public string Text => Typed[Name].Trim();

    /// <summary>A part of the field.</summary>
    public FieldPlace Part(string suffix, bool required = false) => this with { Name = $"{Name}-{suffix}", Required = required };

    /// <summary>Says what is wrong, unless nothing is and the field is only empty.</summary>
    /// <returns>Always null, which stands for no value.</returns>
    public object? Wrong(string key, params ReadOnlySpan<object?> values)
    {
        Errors.Add(Name, Label, Context.Texts[key, values]);
        return null;
    }

    /// <summary>An empty field: wrong where it must be filled in.</summary>
    public object? Empty() => Required ? Wrong("Form.Error.Required") : null;
}
