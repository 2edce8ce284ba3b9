namespace Trials.Benchmarks;

/// <summary>One benchmark: product code beside a hand-written baseline that does only that work, in the same run.</summary>
internal interface IBenchmark
{
    /// <summary>What it is called on the command line.</summary>
    string Name { get; }

    /// <summary>What it measures, in a sentence.</summary>
    string Measures { get; }

    /// <summary>What it needs and is not there; null where it can run.</summary>
    string? Missing => null;

    Task<IReadOnlyList<Comparison>> Run(Settings settings);
}
