namespace Trials.Web.Imports;

/// <summary>Reads a file that says what the words of published material become: one line a word, the first that matches counts.</summary>
/// <param name="known">What can be looked at, and what each may become.</param>
/// <param name="names">Whether there is such a thing: what it becomes, and as which one.</param>
/// <param name="with">The column that holds what else must be so; null where there is none.</param>
public sealed class MappingFile(IReadOnlyDictionary<string, string[]> known, Func<string, string, bool> names, string? with = null)
{
    private readonly string[] columns = [.. new[] { "looks_at", "match", "text", with, "becomes", "as" }.OfType<string>()];

    /// <summary>The lines, each with what it looks at.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="name">How to call the file in a message.</param>
    /// <exception cref="UnreadableTableException">A line cannot be understood; the message names it.</exception>
    public IReadOnlyList<(string LooksAt, MappingRow Row)> Read(ReadOnlyMemory<byte> content, string name)
    {
        var table = CsvTable.Read(content);
        var at = columns.ToDictionary(column => column, column => table.Headers.ToList().IndexOf(column), StringComparer.Ordinal);
        if (columns.FirstOrDefault(column => at[column] < 0) is { } missing)
        {
            throw new UnreadableTableException($"{name} has no column '{missing}'");
        }

        if (table.Unreadable is [var first, ..])
        {
            throw new UnreadableTableException($"{name}, line {first.Line}: {first.Why.English}");
        }

        return [.. table.Rows.Select(row => Read(row, at, name))];
    }

    /// <summary>The bytes of a file that comes with the product.</summary>
    public static byte[] Shipped(string name)
    {
        using var stream = typeof(MappingFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource '{name}'.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private (string, MappingRow) Read(CsvRow row, Dictionary<string, int> at, string name)
    {
        var (looksAt, becomes, @as) = (row.Cells[at["looks_at"]], row.Cells[at["becomes"]], row.Cells[at["as"]]);
        if (!known.TryGetValue(looksAt, out var possible) || !possible.Contains(becomes))
        {
            throw new UnreadableTableException($"{name}, line {row.Line}: '{looksAt}' cannot become '{becomes}'");
        }

        if (!names(becomes, @as))
        {
            throw new UnreadableTableException($"{name}, line {row.Line}: there is no {becomes} '{@as}'");
        }

        try
        {
            return (looksAt, new MappingRow(row.Cells[at["match"]], row.Cells[at["text"]], with is null ? "" : row.Cells[at[with]], becomes, @as));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new UnreadableTableException($"{name}, line {row.Line}: {e.Message}", e);
        }
    }
}
