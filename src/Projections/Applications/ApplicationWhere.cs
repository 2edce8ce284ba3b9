using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Applications;
using Trials.Projections.Engine;

namespace Trials.Projections.Applications;

/// <summary>The conditions that a filter of applications stands for.</summary>
internal static class ApplicationWhere
{
    /// <summary>Documented in the year.</summary>
    public const string Documented = "a.documented_year = @year";

    /// <summary>In the figures of no year. Names the year for nothing, as the other conditions do for something.</summary>
    public const string Undated = "(a.documented_year IS NULL AND @year = @year)";

    /// <summary>Documented before the year, and worked on in it.</summary>
    public const string CarriedOver =
        "(a.documented_year < @year AND (EXISTS (SELECT 1 FROM application_years y WHERE y.application_id = a.application_id AND y.step = -1 AND y.year = @year) "
        + "OR EXISTS (SELECT 1 FROM activities t WHERE t.application_id = a.application_id AND t.year = @year AND t.visibility <= @clearance)))";

    /// <summary>The condition of what consent lets statistics make of it.</summary>
    public static string Of(StatisticsUse use) => use switch
    {
        StatisticsUse.Counted => $"(a.statistics IS NULL OR a.statistics = {(int)Consent.Given})",
        StatisticsUse.NotAsked => "a.statistics IS NULL",
        StatisticsUse.LeftOut => $"a.statistics <> {(int)Consent.Given}",
        _ => throw new ArgumentOutOfRangeException(nameof(use)),
    };

    /// <summary>The condition of a row of the annual table.</summary>
    public static string Of(AnnualFigure figure) => figure switch
    {
        AnnualFigure.Documented => Documented,
        AnnualFigure.LawyerRetained => Step(ApplicationStep.LawyerRetained, "<="),
        AnnualFigure.LawyerMonitored => Step(ApplicationStep.LawyerMonitored, "="),
        AnnualFigure.AssistanceRefused => Step(ApplicationStep.AssistanceRefused, "="),
        AnnualFigure.LegalSupport =>
            $"EXISTS (SELECT 1 FROM activities t WHERE t.application_id = a.application_id AND t.kind = {(int)ActivityKind.LegalSupport} AND t.year = @year AND t.visibility <= @clearance)",
        _ => throw new ArgumentOutOfRangeException(nameof(figure)),
    };

    /// <summary>All conditions of a filter.</summary>
    public static Where Of(ReadSession session, ApplicationFilter filter, Viewer viewer)
    {
        var where = new Where(session)
            .Integer("a.visibility <= @clearance", "clearance", (int)viewer.Clearance)
            .Integer("a.channel = @channel", "channel", (int?)filter.Channel)
            .Integer("a.is_open = @open", "open", filter.Open is { } open ? (open ? 1 : 0) : null)
            .Integer("(a.has_applicant = 1 AND a.applicant_sex = @sex)", "sex", (int?)filter.ApplicantSex)
            .Uuid("EXISTS (SELECT 1 FROM application_cases c WHERE c.application_id = a.application_id AND c.case_id = @case)", "case", filter.Case?.Value)
            .Text(Code(ApplicationCodeKind.Against, "against"), "against", filter.Against?.Value)
            .Text(Code(ApplicationCodeKind.ComplainedTo, "to"), "to", filter.ComplainedTo?.Value)
            .Text(Code(ApplicationCodeKind.Act, "act"), "act", filter.Act?.Value)
            .Text(Code(ApplicationCodeKind.Purpose, "purpose"), "purpose", filter.Purpose?.Value);
        _ = filter.Statistics is { } use ? where.Add(Of(use)) : where;
        if (filter.Area is { } area)
        {
            _ = area.Length == 0
                ? where.Add("a.region IS NULL")
                : where.Text("COALESCE((SELECT r.area FROM application_areas r WHERE r.region = a.region), a.region) = @area", "area", area);
        }

        if (filter.Number is { Length: > 0 } number)
        {
            where.Text("a.number >= @number AND a.number < @behind", "number", number);
            where.Arguments.Text("behind", number + Text.SearchText.AfterPrefix);
        }

        if (filter.Year is { } year)
        {
            where.Integer(
                filter.Scope switch
                {
                    YearScope.Documented => Documented,
                    YearScope.CarriedOver => CarriedOver,
                    YearScope.Undated => Undated,
                    _ => $"({Documented} OR {CarriedOver})",
                },
                "year",
                year);
            _ = filter.Figure is { } figure ? where.Add(Of(figure)) : where;
        }

        Victims(where, filter);
        return where;
    }

    private static void Victims(Where where, ApplicationFilter filter)
    {
        if (filter.Minor is { } minor)
        {
            where.Add($"{(minor ? "" : "NOT ")}EXISTS (SELECT 1 FROM application_victims v WHERE v.application_id = a.application_id "
                + $"AND v.age_to < {VictimAge.FullAge})");
        }

        if (filter is { AgeFrom: null, AgeTo: null })
        {
            return;
        }

        where.Add("EXISTS (SELECT 1 FROM application_victims v WHERE v.application_id = a.application_id AND v.age_from >= @ageFrom AND v.age_to <= @ageTo)");
        where.Arguments.Integer("ageFrom", filter.AgeFrom ?? 0).Integer("ageTo", filter.AgeTo ?? int.MaxValue);
    }

    private static string Step(ApplicationStep step, string comparison) =>
        $"EXISTS (SELECT 1 FROM application_years y WHERE y.application_id = a.application_id AND y.step = {(int)step} AND y.year {comparison} @year)";

    private static string Code(ApplicationCodeKind kind, string name) =>
        $"EXISTS (SELECT 1 FROM application_codes k WHERE k.application_id = a.application_id AND k.kind = {(int)kind} AND k.code = @{name})";
}
