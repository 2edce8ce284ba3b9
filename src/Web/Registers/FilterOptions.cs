using NodaTime;
using NodaTime.Text;
using Trials.Domain.Catalogues;
using Trials.Web.Naming;

namespace Trials.Web.Registers;

/// <summary>What filters offer and show.</summary>
public static class FilterOptions
{
    private static readonly LocalDatePattern Days = LocalDatePattern.CreateWithInvariantCulture("dd.MM.uuuu");
    private static readonly YearMonthPattern Months = YearMonthPattern.CreateWithInvariantCulture("MM.uuuu");

    /// <summary>Every member of an enum, in its own order.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of<TEnum>(Texts texts)
        where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().Select(member => KeyValuePair.Create(AddressWriter.Member(member), texts.Capital(texts.Of(member))));

    /// <summary>What a catalogue offers; also the entry that is chosen, should it be retired or unknown.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of<TCode>(Texts texts, Names names, TCode? chosen)
        where TCode : struct, ICatalogueCode<TCode>
    {
        var offered = names.Offered(TCode.Kind).Select(row => KeyValuePair.Create(row.Code, row.Name.In(texts.Language))).ToList();
        return chosen is { } code && offered.All(option => option.Key != code.Value)
            ? [KeyValuePair.Create(code.Value, names.InCatalogue(TCode.Kind, code.Value)), .. offered]
            : offered;
    }

    /// <summary>A day as it is typed, e.g. 14.05.2026.</summary>
    public static string? Day(LocalDate? day) => day is { } known ? Days.Format(known) : null;

    /// <summary>A month as it is typed, e.g. 05.2026.</summary>
    public static string? Month(YearMonth? month) => month is { } known ? Months.Format(known) : null;
}
