using System.Text.Json;
using Trials.Domain;

namespace Trials.Web.Exports;

/// <summary>What an entry says, in two cells: its fields, and its texts.</summary>
public static class EntryFields
{
    /// <summary>The two cells, e.g. <c>kind=trial; date=2025-03-10</c> and the opened texts.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="opener">Opens its texts; null to leave them out.</param>
    public static (string Fields, string? Text) Of(ExportedEntry entry, ITextOpener? opener)
    {
        var fields = new List<string>();
        var texts = new List<string>();
        Add(entry.Fields, "", entry.SealedFor, opener, fields, texts);
        return (string.Join("; ", fields), texts.Count == 0 ? null : string.Join("\n", texts));
    }

    private static void Add(JsonElement element, string path, EventId of, ITextOpener? opener, List<string> fields, List<string> texts)
    {
        if (element.ValueKind == JsonValueKind.Object && OpenedTexts.SealedIn(element, of) is { } text)
        {
            if (opener?.Open(text) is { } plain)
            {
                texts.Add(plain);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                Add(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}", of, opener, fields, texts);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var (i, item) in element.EnumerateArray().Index())
            {
                Add(item, FormattableString.Invariant($"{path}[{i + 1}]"), of, opener, fields, texts);
            }
        }
        else
        {
            fields.Add($"{path}={element}");
        }
    }
}
