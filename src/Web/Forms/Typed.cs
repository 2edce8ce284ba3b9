using Microsoft.Extensions.Primitives;

namespace Trials.Web.Forms;

/// <summary>What somebody typed into a form, as it stands in its fields. Nothing is lost on the way, whether it can be read or not.</summary>
public sealed class Typed
{
    private readonly IFormFileCollection? files;
    private readonly Dictionary<string, StringValues> values = new(StringComparer.Ordinal);

    /// <summary>An empty form.</summary>
    public Typed()
    {
    }

    /// <summary>A form as it was posted.</summary>
    public Typed(IFormCollection form)
    {
        files = form.Files;
        foreach (var (name, value) in form)
        {
            values[name] = value;
        }
    }

    /// <summary>What stands in a field; empty where nothing does. Line ends are as on Unix.</summary>
    public string this[string name]
    {
        get => values.GetValueOrDefault(name) is [{ } first, ..] ? first.ReplaceLineEndings("\n") : "";
        set => values[name] = value;
    }

    /// <summary>The file that came with a field; null where none did. No form that is shown again can hold it.</summary>
    public IFormFile? File(string name) => files?.GetFile(name);

    /// <summary>Whether nothing but blanks stands in a field.</summary>
    public bool IsBlank(string name) => string.IsNullOrWhiteSpace(this[name]);

    /// <summary>Everything that was chosen where several things can be.</summary>
    public IReadOnlyList<string> All(string name) => [.. values.GetValueOrDefault(name).OfType<string>()];

    /// <summary>Chooses several things.</summary>
    public void Choose(string name, IEnumerable<string> chosen) => values[name] = new StringValues([.. chosen]);

    /// <summary>Whether something was chosen where several things can be.</summary>
    public bool IsChosen(string name, string value) => values.GetValueOrDefault(name).Contains(value);

    /// <summary>How many rows of a repeated group stand in the form: one more than the highest index in its field names.</summary>
    public int Rows(string group) =>
        values.Keys
            .Where(name => name.StartsWith(group + "-", StringComparison.Ordinal))
            .Select(name => name[(group.Length + 1)..].Split('-')[0])
            .Select(index => int.TryParse(index, out var row) ? row + 1 : 0)
            .DefaultIfEmpty(0)
            .Max();
}
