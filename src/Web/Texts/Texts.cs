using System.Collections;
using System.Globalization;
using System.Text;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;

namespace Trials.Web;

/// <summary>
/// The interface's texts in the language of whoever looks. <c>T["Area.Key", values]</c> fills <c>{0}</c>, <c>{1}</c>, … with the values,
/// written by the language's own rules; <see cref="Refusal"/> fills the names that a refusal gives its parameters.
/// </summary>
/// <exception cref="KeyNotFoundException">A key that no resource file has.</exception>
public sealed class Texts(TextCatalogue catalogue, Language language)
{
    /// <summary>Below this a number may be a year or an article, and is read easily as it is.</summary>
    private const int SmallestGrouped = 10_000;

    private Dates? dates;

    /// <summary>Texts of the language of the request or circuit under way.</summary>
    public Texts(TextCatalogue catalogue)
        : this(catalogue, Language.Current)
    {
    }

    /// <summary>The language.</summary>
    public Language Language => language;

    /// <summary>Dates and times, so written that a day is never taken for a month.</summary>
    public Dates Dates => dates ??= new(this);

    /// <summary>Compares names as the language sorts them, whatever their case.</summary>
    public StringComparer Sorting { get; } = StringComparer.Create(language.Culture, ignoreCase: true);

    /// <summary>A text.</summary>
    public string this[string key] => catalogue.Find(language, key) ?? throw new KeyNotFoundException($"No text '{key}' in '{language.Code}'.");

    /// <summary>A text that need not be there; null where it is not.</summary>
    public string? Find(string key) => catalogue.Find(language, key);

    /// <summary>A text with values in its numbered places.</summary>
    public string this[string key, params ReadOnlySpan<object?> values]
    {
        get
        {
            var named = new Dictionary<string, object?>(values.Length, StringComparer.Ordinal);
            for (var i = 0; i < values.Length; i++)
            {
                named.Add(i.ToString(CultureInfo.InvariantCulture), values[i]);
            }

            return Fill(this[key], named);
        }
    }

    /// <summary>The text in the form that goes with a number, which stands in its place <c>{0}</c>; further values follow.</summary>
    public string Count(string key, long number, params ReadOnlySpan<object?> more) =>
        this[$"{key}.{language.PluralForm(number)}", [number, .. more]];

    /// <summary>The name of an enum's member.</summary>
    public string Of(Enum value) => this[$"Enum.{value.GetType().Name}.{value}"];

    /// <summary>The name of a kind of entry.</summary>
    /// <param name="wireName">E.g. <c>hearing-opened.v1</c>; the version makes no difference.</param>
    public string Event(string wireName) => this[$"Event.{Unversioned(wireName)}"];

    /// <summary>What is wrong.</summary>
    public string Refusal(Refusal refusal) => Fill(this[$"Refusal.{refusal.Code}"], Named(refusal));

    /// <summary>What to do about it.</summary>
    public string Remedy(Refusal refusal) => Fill(this[$"Refusal.{refusal.Code}.do"], Named(refusal));

    /// <summary>A wire name without its version.</summary>
    public static string Unversioned(string wireName) => wireName[..wireName.LastIndexOf('.')];

    /// <summary>A value as it is written within a sentence.</summary>
    public string Say(object? value) => value switch
    {
        null => "",
        string text => text,
        int number => Number(number),
        long number => Number(number),
        Enum member => Of(member),
        LocalDate date => Dates.Day(date),
        LocalTime time => Dates.Time(time),
        LocalDateTime moment => Dates.DayOrMoment(moment),
        Instant instant => Dates.Recorded(instant),
        HappenedAt happened => Dates.Happened(happened),
        Article article => Articles.Short(this, article),
        Refusal refusal => Refusal(refusal),
        ICollection list => Say(list.Count),
        IEnumerable<EventId> entries => Say(entries.Count()),
        _ => throw new ArgumentException($"A {value.GetType().Name} has no words.", nameof(value)),
    };

    /// <summary>A text with its first letter as at the beginning of a sentence.</summary>
    public string Capital(string text) => text.Length == 0 ? text : text[..1].ToUpper(language.Culture) + text[1..];

    private string Number(long number) => number.ToString(Math.Abs(number) < SmallestGrouped ? "0" : "N0", language.Culture);

    private static Dictionary<string, object?> Named(Refusal refusal) =>
        refusal.Parameters.ToDictionary(parameter => parameter.Name, parameter => (object?)parameter.Value, StringComparer.Ordinal);

    private string Fill(string text, Dictionary<string, object?> values)
    {
        var filled = new StringBuilder(text.Length + 32);
        var rest = text.AsSpan();
        while (rest.IndexOf('{') is >= 0 and var open && rest[open..].IndexOf('}') is > 0 and var length)
        {
            filled.Append(rest[..open]).Append(Say(values[rest.Slice(open + 1, length - 1).ToString()]));
            rest = rest[(open + length + 1)..];
        }

        return filled.Append(rest).ToString();
    }
}
