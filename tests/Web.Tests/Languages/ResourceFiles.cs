using System.Xml.Linq;

namespace Trials.Web.Tests.Languages;

/// <summary>The resource files as they are written, with the comments that the program does not load.</summary>
internal static class ResourceFiles
{
    /// <summary>The keys whose Tajik text is marked <c>check</c>: a native speaker should read it.</summary>
    public static IReadOnlyList<string> TajikToCheck { get; } =
    [
        .. from file in Directory.EnumerateFiles(Repository.Path("src", "Web", "Texts", "Resources"), "*.tg.resx").Order(StringComparer.Ordinal)
           from entry in XDocument.Load(file).Root!.Elements("data")
           where entry.Element("comment")?.Value == "check"
           select $"{Path.GetFileName(file)[..^".tg.resx".Length]}.{entry.Attribute("name")!.Value}",
    ];
}
