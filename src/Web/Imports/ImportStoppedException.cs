using Trials.Domain;

namespace Trials.Web.Imports;

/// <summary>The log cannot take more now. What was imported stays; the same import goes on from there.</summary>
public sealed class ImportStoppedException(Refusal refusal)
    : Exception($"The import stopped: {RefusalLine.Of(refusal)}. What was imported so far is kept; run it again to go on.")
{
    /// <summary>Why, and that what was imported stays.</summary>
    public Fault Fault { get; } = Fault.Of("Stopped", refusal);
}
