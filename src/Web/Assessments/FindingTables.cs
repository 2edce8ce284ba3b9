using NodaTime;
using Trials.Domain.Catalogues;
using Trials.Projections.Assessments;
using Trials.Web.Delays;
using Trials.Web.Registers;

namespace Trials.Web.Assessments;

/// <summary>Findings counted by what they have in common. Each number opens exactly the findings that it counts.</summary>
/// <param name="texts">The reader's language.</param>
/// <param name="words">What findings are called.</param>
/// <param name="address">Which findings are counted.</param>
/// <param name="counts">Their counts, in every state.</param>
public sealed class FindingTables(Texts texts, FindingWords words, AssessmentAddress address, IReadOnlyList<FindingCount> counts)
{
    private static readonly FindingState[] States = [FindingState.Open, FindingState.Confirmed, FindingState.Dismissed, FindingState.Groundless];

    /// <summary>The counts in the states that are asked for.</summary>
    private IEnumerable<FindingCount> Asked => counts.Where(count => address.Filter.State is not { } state || count.State == state);

    /// <summary>Every table, in the order of the page.</summary>
    public IReadOnlyList<FigureTable> All =>
    [
        Kinds,
        Heat,
        By("standards", "Assessments.ByStandard", "Assessments.Standard", count => count.Standard ?? "", words.Standard, (filter, standard) => filter with { Standard = standard }),
        By("whose", "Assessments.ByWhose", "Assessments.Whose", count => count.Whose, whose => texts.Capital(texts.Of(whose)), (filter, whose) => filter with { Whose = whose }),
        By("stages", "Assessments.ByStage", "Assessments.Stage", count => count.Stage, stage => texts.Capital(texts.Of(stage)), (filter, stage) => filter with { Stage = stage }),
        By("courts", "Assessments.ByCourt", "Assessments.Court", count => count.Court, court => words.Names.Of(court), (filter, court) => filter with { Court = court }),
        By("regions", "Assessments.ByRegion", "Assessments.Region", count => count.Region, region => words.Names.Of(region), (filter, region) => filter with { Region = region }),
        By("months", "Assessments.ByMonth", "Assessments.Month", count => count.Month, month => MonthAxis.Label(texts, month), (filter, month) => filter with { From = month, To = month }),
    ];

    /// <summary>What was found, in every state: the state that is asked for makes no difference here.</summary>
    public FigureTable Kinds => new(
        "kinds",
        texts["Assessments.ByKind"],
        texts["Assessments.Finding"],
        [.. States.Select(state => texts.Capital(texts.Of(state)))],
        [
            .. counts.GroupBy(count => count.Kind).Select(group => new FigureRow(
                group.Key,
                words.Kind(group.Key),
                [.. States.Select(state => Count(group.Where(count => count.State == state), filter => filter with { Kind = group.Key, State = state }))]))
                .OrderBy(row => row.Label, texts.Sorting),
        ]);

    /// <summary>Stage by kind.</summary>
    public FigureTable Heat
    {
        get
        {
            var stages = Asked.Select(count => count.Stage).Distinct().Order().ToList();
            return new(
                "heat",
                texts["Assessments.Heat"],
                texts["Assessments.Finding"],
                [.. stages.Select(stage => texts.Capital(texts.Of(stage)))],
                [
                    .. Asked.GroupBy(count => count.Kind).Select(group => new FigureRow(
                        group.Key,
                        words.Kind(group.Key),
                        [
                            .. stages.Select(stage => Count(
                                group.Where(count => count.Stage == stage), filter => filter with { Kind = group.Key, Stage = stage })),
                        ])).OrderBy(row => row.Label, texts.Sorting),
                ]);
        }
    }

    private FigureTable By<TKey>(
        string name, string title, string heading, Func<FindingCount, TKey?> key, Func<TKey, string> label, Func<FindingFilter, TKey, FindingFilter> narrow)
        where TKey : struct => By(name, title, heading, Asked.Where(count => key(count) is not null).GroupBy(count => key(count)!.Value), label, narrow);

    private FigureTable By<TKey>(
        string name, string title, string heading, Func<FindingCount, TKey> key, Func<TKey, string> label, Func<FindingFilter, TKey, FindingFilter> narrow)
        where TKey : notnull => By(name, title, heading, Asked.GroupBy(key), label, narrow);

    private FigureTable By<TKey>(
        string name, string title, string heading, IEnumerable<IGrouping<TKey, FindingCount>> groups, Func<TKey, string> label, Func<FindingFilter, TKey, FindingFilter> narrow) => new(
            name,
            texts[title],
            texts[heading],
            [texts["Assessments.Count"]],
            [
                .. groups.OrderBy(group => group.Key, Comparer<TKey>.Create(Compare))
                    .Select(group => new FigureRow(Code(group.Key), label(group.Key), [Count(group, filter => narrow(filter, group.Key))])),
            ])
        {
            Drawn = 0,
        };

    private Figure Count(IEnumerable<FindingCount> group, Func<FindingFilter, FindingFilter> narrow) =>
        Figure.Count(group.Sum(count => count.Count), address.Findings(narrow));

    private static string Code<TKey>(TKey key) => key switch
    {
        YearMonth month => MonthAxis.Code(month),
        Enum member => AddressWriter.Member(member),
        CourtCode court => court.Value,
        RegionCode region => region.Value,
        _ => key?.ToString() ?? "",
    };

    private static int Compare<TKey>(TKey left, TKey right) => (left, right) switch
    {
        (YearMonth one, YearMonth other) => one.CompareTo(other),
        (Enum one, Enum other) => one.CompareTo(other),
        _ => string.CompareOrdinal(Code(left), Code(right)),
    };
}
