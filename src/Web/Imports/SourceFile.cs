namespace Trials.Web.Imports;

/// <summary>A file that was read for an import.</summary>
/// <param name="Name">Its name, without its folder.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SourceFile(string Name, ReadOnlyMemory<byte> Content);
