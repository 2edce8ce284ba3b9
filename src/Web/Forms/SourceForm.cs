using NodaTime;
using Trials.Domain;
using Trials.Web.Forms.Fields;

namespace Trials.Web.Forms;

/// <summary>Where the author knows it from, as a form asks for it.</summary>
public static class SourceForm
{
    /// <summary>The field of what kind of source it is.</summary>
    public const string Kind = "source";

    /// <summary>Seen or heard by the author.</summary>
    public const string Seen = "seen";

    /// <summary>Told by a person.</summary>
    public const string Told = "told";

    /// <summary>From a document.</summary>
    public const string Document = "document";

    /// <summary>The field of the person who told it.</summary>
    public const string Person = "source-person";

    /// <summary>The field of the document's number.</summary>
    public const string Number = "source-number";

    /// <summary>The field of the document's date.</summary>
    public const string Date = "source-date";

    /// <summary>The field of who issued the document.</summary>
    public const string Issuer = "source-issuer";

    private static readonly PersonKind Persons = new();
    private static readonly DayKind Days = new();
    private static readonly LineKind Numbers = new(Limits.ShortLength);
    private static readonly LineKind Issuers = new(Limits.LongLength);

    /// <summary>The source that is typed; null where it cannot be read, which the errors are told.</summary>
    /// <param name="at">Any place in the form.</param>
    public static Source? Read(FieldPlace at)
    {
        var texts = at.Context.Texts;
        FieldPlace Field(string name, string label) => at with { Name = name, Label = texts[label], Required = false };

        switch (at.Typed[Kind])
        {
            case Seen:
                return new Source.SeenMyself();
            case Told:
                return new Source.ToldBy((PersonId?)Persons.Read(Field(Person, "Form.Source.Person")));
            case Document:
                var number = (string?)Numbers.Read(Field(Number, "Form.Source.Number"));
                var date = (LocalDate?)Days.Read(Field(Date, "Form.Source.Date"));
                var issuer = (string?)Issuers.Read(Field(Issuer, "Form.Source.Issuer"));
                return new Source.Document(number, date, issuer, Sha256: null);
            default:
                (Field(Kind, "Form.Source") with { Required = true }).Empty();
                return null;
        }
    }

    /// <summary>Puts a source into a form. One that nobody can type, an import, leaves it open.</summary>
    public static void Write(Source source, Typed typed)
    {
        switch (source)
        {
            case Source.SeenMyself:
                typed[Kind] = Seen;
                break;
            case Source.ToldBy told:
                typed[Kind] = Told;
                typed[Person] = told.Person?.Value.ToString("N") ?? "";
                break;
            case Source.Document document:
                typed[Kind] = Document;
                typed[Number] = document.Number ?? "";
                typed[Date] = document.Date is { } date ? TypedDate.Write(date) : "";
                typed[Issuer] = document.Issuer ?? "";
                break;
        }
    }

    /// <summary>A source in words.</summary>
    public static string Say(Source source, Saying with) => source switch
    {
        Source.SeenMyself => with.Texts["Form.Source.Seen"],
        Source.ToldBy { Person: { } person } => with.Texts["Form.Source.ToldBy", with.Names.Of(person)],
        Source.ToldBy => with.Texts["Form.Source.Told"],
        Source.Document document => Say(document, with.Texts),
        Source.Import import => with.Texts["Form.Source.Imported", import.Line],
        _ => throw new ArgumentException($"A source of kind {source.GetType().Name} has no words.", nameof(source)),
    };

    private static string Say(Source.Document document, Texts texts)
    {
        var parts = new[] { document.Number, document.Date is { } date ? texts.Dates.Day(date) : null, document.Issuer }.OfType<string>().ToList();
        return parts.Count == 0 ? texts["Form.Source.Document"] : texts["Form.Source.DocumentIs", string.Join(", ", parts)];
    }
}
