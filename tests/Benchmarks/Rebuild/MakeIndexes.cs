namespace Trials.Benchmarks.Rebuild;

/// <summary>When a baseline makes the indexes of its tables.</summary>
internal enum MakeIndexes
{
    /// <summary>Before any row, as tables have them that answer.</summary>
    First,

    /// <summary>When all rows are there, as a rebuild does.</summary>
    Last,
}
