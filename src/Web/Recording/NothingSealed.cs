using Trials.Domain;

namespace Trials.Web.Recording;

/// <summary>Stands where only plain values are written into a form.</summary>
public sealed class NothingSealed : ITextOpener
{
    /// <summary>The only one.</summary>
    public static NothingSealed Instance { get; } = new();

    /// <inheritdoc/>
    public string? Open(ProtectedText text) => text.Plain;
}
