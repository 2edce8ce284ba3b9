namespace Trials.Web.Imports;

/// <summary>What became of one row of an imported file.</summary>
public enum RowFate
{
    /// <summary>Something new was recorded.</summary>
    Added,

    /// <summary>What an earlier import had recorded was corrected.</summary>
    Corrected,

    /// <summary>It was known already; nothing was recorded.</summary>
    Unchanged,

    /// <summary>It could not be taken; nothing was recorded.</summary>
    Rejected,
}

/// <summary>One row of a file, and what became of it.</summary>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Line">The line on which the row begins, from 1.</param>
/// <param name="Number">The case number that it names; empty where it names none.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="What">What it is, e.g. <c>sitting, adjourned</c>.</param>
/// <param name="Why">Why it was rejected or left; empty where that needs no words.</param>
public record RowReport(string File, int Line, string Number, RowFate Fate, string What, string Why);
