namespace Trials.Domain.Activities;

/// <summary>A fact that may belong to another stream's matter; the first one of its stream decides.</summary>
public interface IOfMatter
{
    /// <summary>The matter; null where the stream is a matter of its own.</summary>
    MatterId? Matter { get; }
}
