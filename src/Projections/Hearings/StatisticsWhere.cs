using Trials.Domain;
using Trials.Projections.Engine;

namespace Trials.Projections.Hearings;

/// <summary>The conditions of a statistics filter, on the hearings themselves or on counts of them.</summary>
internal static class StatisticsWhere
{
    /// <summary>On a table of counts, which knows no cases.</summary>
    public static Where OnCounts(ReadSession session, StatisticsFilter filter, Viewer viewer) => On(session, filter, viewer, "judge");

    /// <summary>On the hearings, called <c>h</c>.</summary>
    public static Where OnHearings(ReadSession session, StatisticsFilter filter, Viewer viewer) =>
        On(session, filter, viewer, "h.presiding", "h.").Uuid("h.case_id = @case", "case", filter.Case?.Value);

    private static Where On(ReadSession session, StatisticsFilter filter, Viewer viewer, string judge, string of = "") => new Where(session)
        .Integer($"{of}kind_group = @group", "group", (int)filter.Group)
        .Integer($"{of}visibility <= @clearance", "clearance", (int)viewer.Clearance)
        .Text($"{of}court = @court", "court", filter.Court?.Value)
        .Text($"{of}court IN (SELECT k.court FROM hearing_courts k WHERE k.region = @region)", "region", filter.Region?.Value)
        .Text($"{judge} = @judge", "judge", filter.Judge?.Value)
        .Integer($"{of}month >= @from", "from", MonthNumber.Of(filter.From))
        .Integer($"{of}month <= @to", "to", MonthNumber.Of(filter.To));
}
