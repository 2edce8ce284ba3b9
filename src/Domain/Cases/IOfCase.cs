namespace Trials.Domain.Cases;

/// <summary>A fact of another stream that names its case; the stream belongs to that case's matter.</summary>
public interface IOfCase
{
    /// <summary>The case.</summary>
    CaseId Case { get; }
}
