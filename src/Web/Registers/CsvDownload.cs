using NodaTime;
using NodaTime.Text;
using Trials.Web.Exports;

namespace Trials.Web.Registers;

/// <summary>A list as a file that a browser saves. An address that is not understood gives none: a file must not pass for narrower than it is.</summary>
public static class CsvDownload
{
    /// <summary>The answer: the whole file, named after what it holds and the day.</summary>
    /// <param name="name">What it holds, e.g. <c>hearings</c>.</param>
    /// <param name="day">The day of the list.</param>
    /// <param name="columns">The column names.</param>
    /// <param name="rows">A row each, as many cells as there are columns.</param>
    public static IResult Of(string name, LocalDate day, string[] columns, IEnumerable<object?[]> rows)
    {
        var file = new MemoryStream();
        using (var csv = new Csv(file, columns))
        {
            foreach (var row in rows)
            {
                csv.Row(row);
            }
        }

        file.Position = 0;
        return Results.Stream(file, Csv.MediaType, $"{name}-{LocalDatePattern.Iso.Format(day)}.csv");
    }
}
