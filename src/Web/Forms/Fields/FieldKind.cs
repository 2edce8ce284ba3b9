using Trials.Domain;
using Trials.Web.Naming;

namespace Trials.Web.Forms.Fields;

/// <summary>What it takes to say a value on a page.</summary>
/// <param name="Texts">The reader's language.</param>
/// <param name="Names">What ids and codes are called.</param>
/// <param name="Opener">Opens protected texts.</param>
public sealed record Saying(Texts Texts, Names Names, ITextOpener Opener);

/// <summary>How one kind of value is typed, read, written back and said.</summary>
public abstract class FieldKind
{
    /// <summary>Whether somebody fills it in; else the form knows it.</summary>
    public virtual bool IsTyped => true;

    /// <summary>The value that stands in the form; null where it is empty or cannot be read, which the place is told.</summary>
    public abstract object? Read(FieldPlace at);

    /// <summary>Puts a value into a form.</summary>
    /// <param name="value">Not null.</param>
    /// <param name="name">The name of the field's input.</param>
    /// <param name="typed">The form.</param>
    /// <param name="opener">Opens protected texts.</param>
    public abstract void Write(object value, string name, Typed typed, ITextOpener opener);

    /// <summary>The protected persons that a value names.</summary>
    /// <param name="value">Not null.</param>
    public virtual IEnumerable<PersonId> PersonsIn(object value) => [];

    /// <summary>The value in words.</summary>
    /// <param name="value">Not null.</param>
    public abstract string Say(object value, Saying with);
}
