namespace Trials.Web.Delays;

/// <summary>How a band of delay is called.</summary>
public static class BandWords
{
    /// <summary>E.g. up to 30 minutes.</summary>
    /// <param name="texts">The words.</param>
    /// <param name="from">The least delay in minutes; null for none.</param>
    /// <param name="to">The greatest delay in minutes; null for none.</param>
    public static string Label(Texts texts, int? from, int? to) => (from, to) switch
    {
        (null, 0) => texts["Delays.InTime"],
        (null, { } most) => texts["Delays.UpTo", most],
        ({ } least, null) => texts["Delays.Over", least - 1],
        ({ } least, { } most) => texts["Delays.FromToMinutes", least, most],
        _ => texts["Delays.All"],
    };
}
