using Trials.Domain.Cases;
using Trials.Projections.Cases;
using Trials.Web.Forms.Fields;

namespace Trials.Web.Cases;

/// <summary>A sentence in words.</summary>
public static class SentenceText
{
    /// <summary>Its parts one after another; empty where there is none.</summary>
    public static string Of(Texts texts, AggregateSentence sentence)
    {
        var (term, regime, ban, fine, suspended, amnesty) = sentence;
        var parts = new List<string>();
        if (term is { } months)
        {
            parts.Add(regime == Regime.NotRecorded
                ? texts.Count("Cases.Term", months)
                : texts["Timeline.Title.With", texts.Count("Cases.Term", months), texts.Of(regime)]);
        }

        if (ban is { } banned)
        {
            parts.Add(texts.Count("Cases.OfficeBan", banned));
        }

        if (fine is { } dirams)
        {
            parts.Add(texts["Cases.Fine", MoneyKind.Somoni(texts, dirams)]);
        }

        if (suspended)
        {
            parts.Add(texts["Cases.Suspended"]);
        }

        if (amnesty)
        {
            parts.Add(texts["Cases.Amnesty"]);
        }

        return string.Join(", ", parts);
    }

    /// <summary>The mark before where a judgment stands.</summary>
    public static string Css(VerdictStanding standing) => standing switch
    {
        VerdictStanding.InForce => "ok",
        VerdictStanding.Quashed => "bad",
        VerdictStanding.Varied or VerdictStanding.Replaced => "wait",
        _ => "off",
    };
}
