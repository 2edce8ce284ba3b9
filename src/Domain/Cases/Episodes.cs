namespace Trials.Domain.Cases;

/// <summary>
/// What begins and ends, possibly several times, such as a refusal that stands until it is set aside. Entries may come in any order, also long after
/// later ones, and moments may be imprecise: so what is asked is only whether a beginning or an end certainly contradicts the others.
/// </summary>
/// <param name="Begun">When it began, each time, in the order of recording.</param>
/// <param name="Ended">When it ended, each time, in the order of recording.</param>
public readonly record struct Episodes(ValueList<HappenedAt> Begun, ValueList<HappenedAt> Ended)
{
    /// <summary>With one more beginning.</summary>
    public Episodes Begin(HappenedAt at) => this with { Begun = [.. Begun, at] };

    /// <summary>With one more end.</summary>
    public Episodes End(HappenedAt at) => this with { Ended = [.. Ended, at] };

    /// <summary>The latest beginning that was not certainly after a moment; null for none.</summary>
    public HappenedAt? LatestBefore(HappenedAt at)
    {
        HappenedAt? latest = null;
        foreach (var begun in Begun)
        {
            if (!at.CertainlyBefore(begun) && (latest is not { } known || begun >= known))
            {
                latest = begun;
            }
        }

        return latest;
    }

    /// <summary>The beginning that was certainly not ended at a moment; null where another one may begin.</summary>
    public HappenedAt? Running(HappenedAt at) =>
        LatestBefore(at) is { } begun && !Ended.Any(ended => !ended.CertainlyBefore(begun) && !at.CertainlyBefore(ended)) ? begun : null;

    /// <summary>Whether something that began may have ended at a moment: each beginning ends once.</summary>
    public bool MayEnd(HappenedAt at) => Ended.Count < Begun.Count && LatestBefore(at) is not null;
}
