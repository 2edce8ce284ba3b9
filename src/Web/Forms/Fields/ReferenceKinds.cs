using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Domain.People;

namespace Trials.Web.Forms.Fields;

/// <summary>A code of one catalogue.</summary>
public abstract class CodeKind : FieldKind
{
    /// <summary>The catalogue's kind.</summary>
    public abstract string Catalogue { get; }
}

/// <summary>A code of one catalogue.</summary>
public sealed class CodeKind<TCode> : CodeKind
    where TCode : struct, ICatalogueCode<TCode>
{
    /// <inheritdoc/>
    public override string Catalogue => TCode.Kind;

    /// <inheritdoc/>
    public override object? Read(FieldPlace at) => at.Text == "" ? at.Empty() : TCode.From(at.Text);

    /// <inheritdoc/>
    public override void Write(object value, string name, Typed typed, ITextOpener opener) => typed[name] = ((TCode)value).Value;

    /// <inheritdoc/>
    public override string Say(object value, Saying with) => with.Names.InCatalogue(TCode.Kind, ((TCode)value).Value);
}

/// <summary>A hearing or petition of the same case.</summary>
/// <param name="options">Which of the matter's choices.</param>
/// <param name="say">What it is called.</param>
public class SiblingKind<TId>(Func<MatterChoices, IReadOnlyList<Option>> options, Func<Naming.Names, TId, string> say) : SiblingKind
    where TId : struct, IGuidId<TId>
{
    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options(MatterChoices choices) => options(choices);

    /// <inheritdoc/>
    public override object? Read(FieldPlace at) => at.Text switch
    {
        "" => at.Empty(),
        var text when Guid.TryParseExact(text, "N", out var id) => TId.From(id),
        _ => at.Wrong("Form.Error.NotOffered"),
    };

    /// <inheritdoc/>
    public override void Write(object value, string name, Typed typed, ITextOpener opener) => typed[name] = ((TId)value).Value.ToString("N");

    /// <inheritdoc/>
    public override string Say(object value, Saying with) => say(with.Names, (TId)value);
}

/// <summary>A hearing or petition of the same case.</summary>
public abstract class SiblingKind : FieldKind
{
    /// <summary>What can be chosen.</summary>
    public abstract IReadOnlyList<Option> Options(MatterChoices choices);
}

/// <summary>One of the matter's persons, and nobody new.</summary>
public sealed class KnownPersonKind() : SiblingKind<PersonId>(choices => choices.Persons, (names, person) => names.Of(person))
{
    /// <inheritdoc/>
    public override IEnumerable<PersonId> PersonsIn(object value) => [(PersonId)value];
}

/// <summary>A protected person: one of the matter's, or a new one by name.</summary>
/// <param name="sex">The parameter of the same event that says the person's sex; null where the person's own input asks.</param>
/// <param name="birthYear">The parameter of the same event that says the year of birth; null where the person's own input asks.</param>
public sealed class PersonKind(string? sex = null, string? birthYear = null) : FieldKind
{
    /// <summary>The part that holds a new person's name.</summary>
    public const string New = "new";

    /// <summary>The part that holds a new person's sex.</summary>
    public const string NewSex = "sex";

    /// <summary>The part that holds a new person's year of birth.</summary>
    public const string NewBirthYear = "born";

    private static readonly PersonNameKind NewName = new();
    private static readonly ChoiceKind Sexes = new(typeof(Sex));
    private static readonly NumberKind Years = new(Person.FirstBirthYear, 9999);

    /// <summary>Whether a new person's own input asks for the sex.</summary>
    public bool AsksSex => sex is null;

    /// <summary>Whether a new person's own input asks for the year of birth.</summary>
    public bool AsksBirthYear => birthYear is null;

    /// <summary>The person whose id stands in a field; null for none.</summary>
    public static PersonId? Parse(string text) => Guid.TryParseExact(text, "N", out var id) ? new PersonId(id) : null;

    /// <inheritdoc/>
    public override object? Read(FieldPlace at)
    {
        var isNew = !at.Typed.IsBlank(at.Part(New).Name);
        return (isNew, at.Text) switch
        {
            (true, "") => Register(at),
            (true, _) => at.Wrong("Form.Error.PersonTwice"),
            (false, "") => at.Empty(),
            (false, var text) => Parse(text) is { } person ? person : at.Wrong("Form.Error.NotOffered"),
        };
    }

    /// <inheritdoc/>
    public override void Write(object value, string name, Typed typed, ITextOpener opener) => typed[name] = ((PersonId)value).Value.ToString("N");

    /// <inheritdoc/>
    public override IEnumerable<PersonId> PersonsIn(object value) => [(PersonId)value];

    /// <inheritdoc/>
    public override string Say(object value, Saying with) => with.Names.Of((PersonId)value);

    private PersonId? Register(FieldPlace at)
    {
        var name = (PersonalText?)NewName.Read(at.Part(New));
        var saidSex = (Sex?)Sexes.Read(sex is null ? at.Part(NewSex) : Beside(at, sex)) ?? Sex.NotRecorded;
        var born = (int?)Years.Read(birthYear is null ? at.Part(NewBirthYear) : Beside(at, birthYear));
        if (name is null)
        {
            return null;
        }

        var person = new PersonId(DerivedGuid.From(at.Context.Command.Value, $"person:{at.Name}"));
        at.NewPersons.Add(new(person, new PersonEvent.Registered(name, saidSex, born)));
        return person;
    }

    /// <summary>Another parameter of the same event, which says itself what is wrong with it.</summary>
    private static FieldPlace Beside(FieldPlace at, string parameter) =>
        at with { Name = FactField.NameOf(parameter), Required = false, Errors = new() };
}

/// <summary>What nobody types: a correction keeps it as it is.</summary>
public sealed class KeptKind : FieldKind
{
    /// <inheritdoc/>
    public override bool IsTyped => false;

    /// <inheritdoc/>
    public override object? Read(FieldPlace at) => throw new InvalidOperationException($"Nobody types '{at.Name}'.");

    /// <inheritdoc/>
    public override void Write(object value, string name, Typed typed, ITextOpener opener)
    {
        // It does not stand in the form.
    }

    /// <inheritdoc/>
    public override string Say(object value, Saying with) => "";
}

/// <summary>What the form knows without asking: its case, its application, its hearing, or who sends it.</summary>
/// <param name="find">Where the form keeps it.</param>
/// <param name="optional">Whether a form need not know it.</param>
public sealed class GivenKind(Func<FormContext, object?> find, bool optional = false) : FieldKind
{
    /// <inheritdoc/>
    public override bool IsTyped => false;

    /// <inheritdoc/>
    public override object? Read(FieldPlace at) => find(at.Context) ?? (optional ? null : throw new InvalidOperationException($"This form does not know its '{at.Name}'."));

    /// <inheritdoc/>
    public override void Write(object value, string name, Typed typed, ITextOpener opener)
    {
        // It does not stand in the form.
    }

    /// <inheritdoc/>
    public override string Say(object value, Saying with) => "";
}
