using System.Text;
using System.Text.Json;
using Trials.Domain;

namespace Trials.EventLog.Tests.Serialization;

/// <summary>An event as it was once written, byte for byte.</summary>
internal static class GoldenFile
{
    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Golden");

    public static EncodedEvent Read(string wireName)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, wireName + ".json")));
        var root = file.RootElement;
        return new(
            new(root.GetProperty("stream").GetString()!),
            root.GetProperty("revision").GetInt64(),
            new(root.GetProperty("id").GetGuid()),
            root.GetProperty("wireName").GetString()!,
            Raw("metadata"),
            Raw("data"),
            Convert.FromHexString(root.GetProperty("previousHash").GetString()!),
            Convert.FromHexString(root.GetProperty("hash").GetString()!));

        byte[] Raw(string name) => Encoding.UTF8.GetBytes(root.GetProperty(name).GetRawText());
    }

    public static string Content(EncodedEvent e) =>
        $$"""
        {
          "stream": "{{e.Stream}}",
          "revision": {{e.Revision}},
          "id": "{{e.Id.Value}}",
          "wireName": "{{e.WireName}}",
          "metadata": {{Encoding.UTF8.GetString(e.Metadata.Span)}},
          "data": {{Encoding.UTF8.GetString(e.Data.Span)}},
          "previousHash": "{{Convert.ToHexStringLower(e.PreviousHash.Span)}}",
          "hash": "{{Convert.ToHexStringLower(e.Hash.Span)}}"
        }
        """;
}
