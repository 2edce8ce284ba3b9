using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using NodaTime.Text;
using Trials.Domain;
using Trials.Domain.Catalogues;

namespace Trials.Web.Registers;

/// <summary>
/// Reads what a page is asked for from its address. Blank values do not restrict; a value that cannot be read does not either,
/// but is kept in <see cref="NotUnderstood"/>, so that the page says it: a list must not pass for narrower than it is.
/// </summary>
public sealed class AddressReader
{
    private static readonly LocalDatePattern[] DayPatterns = Patterns("uuuu-MM-dd", "d.M.uuuu");
    private static readonly LocalDatePattern[] MonthPatterns = Patterns("uuuu-MM", "M.uuuu");
    private readonly Dictionary<string, string> values;
    private readonly List<string> notUnderstood = [];
    private readonly IReadOnlyList<string> columns;

    /// <summary>Reads an address.</summary>
    /// <param name="query">From the question mark on; may be empty.</param>
    public AddressReader(string? query)
    {
        var parsed = QueryHelpers.ParseQuery(query);
        values = parsed.ToDictionary(pair => pair.Key, pair => (pair.Value.LastOrDefault() ?? "").Trim(), StringComparer.OrdinalIgnoreCase);
        columns = [.. parsed.TryGetValue(AddressWriter.ColumnsName, out var chosen) ? chosen.SelectMany(value => (value ?? "").Split(',')) : []];
    }

    /// <summary>Reads the address that a page was asked for with.</summary>
    public static AddressReader Of(Microsoft.AspNetCore.Components.NavigationManager navigation) =>
        new(new Uri(navigation.Uri).Query);

    /// <summary>The values that could not be read, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> NotUnderstood => notUnderstood;

    /// <summary>A text; null for none.</summary>
    public string? Text(string name) => values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>A number; null for none.</summary>
    public int? Number(string name) => Read<int>(name, text =>
        int.TryParse(text.Replace('−', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null);

    /// <summary>Yes or no; null for neither.</summary>
    public bool? YesOrNo(string name) => Read<bool>(name, text => text switch
    {
        "yes" => true,
        "no" => false,
        _ => null,
    });

    /// <summary>An enum's member, by its name in whatever case; null for none.</summary>
    public TEnum? Member<TEnum>(string name)
        where TEnum : struct, Enum => Read<TEnum>(name, text =>
            char.IsAsciiLetter(text[0]) && Enum.TryParse<TEnum>(text, ignoreCase: true, out var member) && Enum.IsDefined(member) ? member : null);

    /// <summary>An identifier; null for none.</summary>
    public TId? Id<TId>(string name)
        where TId : struct, IGuidId<TId> => Read<TId>(name, text => Guid.TryParse(text, out var guid) ? TId.From(guid) : null);

    /// <summary>A catalogue's code; null for none.</summary>
    public TCode? Code<TCode>(string name)
        where TCode : struct, ICatalogueCode<TCode> => Read<TCode>(name, text =>
            text.Length <= 100 && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-') ? TCode.From(text) : null);

    /// <summary>The first day meant: a day, or a month's first; null for none.</summary>
    public LocalDate? FirstDay(string name) => Read<LocalDate>(name, text => Parse(text, DayPatterns) ?? Parse(text, MonthPatterns));

    /// <summary>The last day meant: a day, or a month's last; null for none.</summary>
    public LocalDate? LastDay(string name) => Read<LocalDate>(name, text =>
        Parse(text, DayPatterns) ?? (Parse(text, MonthPatterns) is { } first ? new YearMonth(first.Year, first.Month).ToDateInterval().End : null));

    /// <summary>A month; null for none.</summary>
    public YearMonth? Month(string name) => Read<YearMonth>(name, text =>
        Parse(text, MonthPatterns) is { } day ? new YearMonth(day.Year, day.Month) : null);

    /// <summary>The columns that are chosen, with commas between them or one by one; empty for all.</summary>
    public ValueList<string> Columns() =>
        columns.Where(name => name.Length is > 0 and <= 30 && name.All(letter => char.IsAsciiLetterLower(letter) || letter == '-')).Distinct().ToValueList();

    /// <summary>Which page, from 1.</summary>
    public int Page(string name = "page") => Math.Clamp(Number(name) ?? 1, 1, 1_000_000);

    private T? Read<T>(string name, Func<string, T?> parse)
        where T : struct
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            notUnderstood.Add($"{name}={text}");
        }

        return value;
    }

    private static LocalDate? Parse(string text, LocalDatePattern[] patterns)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Parse(text).TryGetValue(default, out var day))
            {
                return day;
            }
        }

        return null;
    }

    private static LocalDatePattern[] Patterns(params ReadOnlySpan<string> patterns)
    {
        var made = new LocalDatePattern[patterns.Length];
        for (var i = 0; i < patterns.Length; i++)
        {
            made[i] = LocalDatePattern.CreateWithInvariantCulture(patterns[i]);
        }

        return made;
    }
}
