namespace Trials.Web.Imports;

/// <summary>The log cannot take more now. What was imported stays; the same import goes on from there.</summary>
public sealed class ImportStoppedException(string why) : Exception($"The import stopped: {why}. What was imported so far is kept; run it again to go on.");
