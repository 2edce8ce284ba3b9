namespace Trials.Web.Timelines;

/// <summary>What a drawing shows, in a few sentences, for whoever does not see it.</summary>
public static class DrawingSummary
{
    /// <summary>The sentences.</summary>
    public static string Of(DrawnMatter matter, Texts texts)
    {
        var sentences = new List<string> { texts["Timeline.Summary.From", matter.First, matter.Last] };
        if (matter.Rounds.Count > 0)
        {
            sentences.Add(texts["Timeline.Summary.Rounds", matter.Rounds.Count]);
        }

        if (matter.Hearings.Count > 0)
        {
            var notHeld = matter.Hearings.Count(hearing => hearing.Mark == HearingMark.NotHeld);
            sentences.Add(texts["Timeline.Summary.Hearings", matter.Hearings.Count, notHeld]);
        }

        var delays = matter.Hearings.Select(hearing => hearing.DelayMinutes).OfType<int>().ToList();
        if (delays.Count > 0)
        {
            sentences.Add(texts["Timeline.Summary.Delays", delays.Count, delays.Min(), delays.Max()]);
        }

        if (matter.Petitions.Count > 0)
        {
            var open = matter.Petitions.Count(petition => petition.To is null);
            sentences.Add(texts["Timeline.Summary.Petitions", matter.Petitions.Count, open]);
        }

        if (matter.Claims.Count > 0)
        {
            var open = matter.Claims.Count(claim => claim.To is null);
            sentences.Add(texts["Timeline.Summary.Claims", matter.Claims.Count, open]);
        }

        sentences.AddRange(matter.Silences.Select(silence => texts["Timeline.Summary.Silence", silence.Label, silence.After, silence.Until]));
        sentences.Add(texts["Timeline.Summary.List"]);
        return string.Join(' ', sentences);
    }
}
