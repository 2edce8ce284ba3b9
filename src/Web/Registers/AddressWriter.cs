using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Trials.Domain;
using Trials.Domain.Catalogues;

namespace Trials.Web.Registers;

/// <summary>Writes what <see cref="AddressReader"/> reads, in the order in which it is added; what is null is left out.</summary>
public sealed class AddressWriter
{
    /// <summary>The name that addresses give the columns that a list shows.</summary>
    public const string ColumnsName = "columns";

    private static readonly YearMonthPattern Months = YearMonthPattern.CreateWithInvariantCulture("uuuu-MM");
    private readonly List<KeyValuePair<string, string>> values = [];

    /// <summary>What was added, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values => values;

    /// <summary>A text.</summary>
    public AddressWriter Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            values.Add(new(name, value));
        }

        return this;
    }

    /// <summary>A number.</summary>
    public AddressWriter Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Yes or no.</summary>
    public AddressWriter Add(string name, bool? value) => Add(name, value switch { null => null, true => "yes", false => "no" });

    /// <summary>A day.</summary>
    public AddressWriter Add(string name, LocalDate? value) => Add(name, value is { } day ? LocalDatePattern.Iso.Format(day) : null);

    /// <summary>A month.</summary>
    public AddressWriter Add(string name, YearMonth? value) => Add(name, value is { } month ? Months.Format(month) : null);

    /// <summary>An enum's member.</summary>
    public AddressWriter Add(string name, Enum? value) => Add(name, Member(value));

    /// <summary>An identifier.</summary>
    public AddressWriter AddId<TId>(string name, TId? value)
        where TId : struct, IGuidId<TId> => Add(name, value?.Value.ToString("N"));

    /// <summary>A catalogue's code.</summary>
    public AddressWriter AddCode<TCode>(string name, TCode? value)
        where TCode : struct, ICatalogueCode<TCode> => Add(name, value?.Value);

    /// <summary>The columns that are chosen; none for all.</summary>
    public AddressWriter AddColumns(ValueList<string> columns) => Add(ColumnsName, columns.Count == 0 ? null : string.Join(',', columns));

    /// <summary>Which page; the first is not written.</summary>
    public AddressWriter AddPage(int page, string name = "page") => page > 1 ? Add(name, page) : this;

    /// <summary>The address: a path with what was added.</summary>
    public string To(string path)
    {
        var address = new StringBuilder(path);
        foreach (var (name, value) in values)
        {
            address.Append(address.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return address.ToString();
    }

    /// <summary>An enum's member as addresses write it, e.g. <c>notExplained</c>; null for none.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Member(Enum? value) => value?.ToString() is { } name ? char.ToLowerInvariant(name[0]) + name[1..] : null;
}
