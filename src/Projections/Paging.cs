namespace Trials.Projections;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Size">Rows a page, 1 to 500.</param>
public sealed record PageRequest(int Number = 1, int Size = 50)
{
    /// <summary>The most rows that a page has.</summary>
    public const int MaxSize = 500;

    /// <summary>How many rows come before this page.</summary>
    public int Offset => (Math.Max(Number, 1) - 1) * Limit;

    /// <summary>How many rows the page has at most.</summary>
    public int Limit => Math.Clamp(Size, 1, MaxSize);
}

/// <summary>One page of a list, and how many rows there are in all.</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Total, PageRequest Asked)
{
    /// <summary>How many pages there are; 1 for an empty list.</summary>
    public int Count => Math.Max(1, (Total + Asked.Limit - 1) / Asked.Limit);
}
