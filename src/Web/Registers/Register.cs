using System.Globalization;
using Trials.Domain;

namespace Trials.Web.Registers;

/// <summary>A column that a reader may leave out.</summary>
/// <param name="Name">What addresses call it, in lower-case letters and hyphens.</param>
/// <param name="Heading">What the table calls it.</param>
public sealed record RegisterColumn(string Name, Func<Texts, string> Heading);

/// <summary>A register: its address, and the columns of its table behind the first, which is always shown.</summary>
/// <param name="Name">What saved views call it.</param>
/// <param name="Path">Its path.</param>
/// <param name="Title">The key of its title.</param>
/// <param name="Columns">In the order of the table.</param>
public sealed record Register(string Name, string Path, string Title, IReadOnlyList<RegisterColumn> Columns)
{
    /// <summary>Whether a column is shown: where none that the register has is chosen, all are.</summary>
    public bool Shows(RegisterColumn column, ValueList<string> chosen) => chosen.Contains(column.Name) || !Columns.Any(known => chosen.Contains(known.Name));

    /// <summary>The classes that hide what is not chosen, for an element around the table. A file always holds every column.</summary>
    /// <param name="chosen">The columns that are chosen.</param>
    /// <param name="before">How many columns the table has before its first, such as one of boxes to tick.</param>
    public string Hiding(ValueList<string> chosen, int before = 0) => string.Join(
        ' ',
        Columns.Index().Where(column => !Shows(column.Item, chosen)).Select(column => string.Create(CultureInfo.InvariantCulture, $"without-{column.Index + 2 + before}")));
}
