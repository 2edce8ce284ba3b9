using System.Globalization;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Assessments;
using Trials.Domain.Cases;
using Trials.Projections.Assessments;
using Trials.Projections.Engine;
using Trials.Projections.Hearings;

namespace Trials.Projections.Search;

/// <summary>
/// Findings among what was found. They are worked out when they are asked for and belong to another read model, so what a term may mean is looked up first,
/// then findings are asked for those codes.
/// </summary>
internal static class FindingSearch
{
    private const int MostCodes = 500;

    /// <summary>The findings that have every term.</summary>
    public static async ValueTask<SearchGroup> Of(
        ReadSession session, SearchSql sql, IReadOnlyList<SearchTerm> terms, RecordSearch query, int clearance, CancellationToken cancellation)
    {
        var where = new Where(session).Integer("a.visibility <= @clearance", "clearance", clearance);
        SearchSql.Bind(where.Arguments, terms);
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i].Kinds.Contains(SearchKind.Finding))
            {
                continue;
            }

            var codes = await session.Query($"{sql.Codes(i)} ORDER BY 1 LIMIT {MostCodes}", sql.Arguments, row => row.Text(), cancellation).ConfigureAwait(false);
            var said = Conditions(terms[i], [.. codes, .. terms[i].Tokens], i, where.Arguments);
            if ((await session.Query($"{sql.Matters(i)} LIMIT 1", sql.Arguments, row => row.Uuid(), cancellation).ConfigureAwait(false)).Count > 0)
            {
                said.Add($"a.case_id IN ({sql.Matters(i)})");
            }

            if (said.Count == 0)
            {
                return new(SearchKind.Finding, [], 0);
            }

            where.Add($"({string.Join(" OR ", said)})");
        }

        return query.Only is { } only && only != SearchKind.Finding
            ? new(SearchKind.Finding, [], await Count(session, where, cancellation).ConfigureAwait(false))
            : await Page(session, where, query.Only is null ? new PageRequest(Size: RecordSearch.Few) : query.Page, cancellation).ConfigureAwait(false);
    }

    private static async ValueTask<int> Count(ReadSession session, Where where, CancellationToken cancellation) =>
        (int)await session.Number(SearchSql.Counted($"{FindingSql.All} WHERE {where.Sql}"), where.Arguments, cancellation).ConfigureAwait(false);

    /// <summary>Works findings out once, to count and to read them. A page behind the last is empty, and counted all the same.</summary>
    private static async ValueTask<SearchGroup> Page(ReadSession session, Where where, PageRequest page, CancellationToken cancellation)
    {
        var found = await session.Query(
            $"WITH found AS MATERIALIZED (SELECT a.basis, a.kind, a.court, a.case_id, a.found_at, a.found_zone, a.found_precision, a.found_minutes FROM {FindingSql.All} WHERE {where.Sql}) "
            + $"SELECT ({SearchSql.Counted("found")}), a.basis, a.kind, a.court, a.case_id, "
            + "(SELECT c.reference FROM assessment_cases c WHERE c.case_id = a.case_id AND c.visibility <= @clearance), "
            + "(SELECT p.number FROM assessment_applications p WHERE p.application_id = a.case_id AND p.visibility <= @clearance), "
            + "(SELECT COUNT(*) FROM assessment_applications p WHERE p.application_id = a.case_id), "
            + $"a.found_at, a.found_zone, a.found_precision, a.found_minutes FROM found a ORDER BY a.found_at DESC, a.basis LIMIT {page.Limit} OFFSET {page.Offset}",
            where.Arguments,
            row => (Total: row.Int(), Hit: Read(row)),
            cancellation).ConfigureAwait(false);
        var total = found.Count > 0 || page.Offset == 0 ? found.FirstOrDefault().Total : await Count(session, where, cancellation).ConfigureAwait(false);
        return new(SearchKind.Finding, [.. found.Select(one => one.Hit)], total);
    }

    private static SearchHit Read(RowReader row)
    {
        var (basis, kind, court) = (row.Text(), row.Text(), row.TextOrNull());
        var (matter, reference, number, ofApplication) = (row.Uuid(), row.TextOrNull(), row.TextOrNull(), row.Int() > 0);
        return new(
            SearchKind.Finding, Guid.Empty, basis, kind, court is null ? null : SearchTokens.Entry("courts", court), row.Happened(), new(matter),
            ofApplication ? SearchKind.Application : SearchKind.Case, ofApplication ? number : reference, null);
    }

    /// <summary>
    /// Whether it was found on days that are asked for. Whole months are those that findings are counted by; one that is known to the year alone is of none of
    /// them but of the year. A single day is that of the finding itself.
    /// </summary>
    private static string Found(LocalDate first, LocalDate last, int i) =>
        first == last
            ? Number($"(a.found_precision IN ({(int)Precision.Exact}, {(int)Precision.Approximate}, {(int)Precision.Day}) AND a.found_at >= @begins_{i} AND a.found_at < @ends_{i})")
            : Number($"(a.month BETWEEN {MonthNumber.Of(first)} AND {MonthNumber.Of(last)}")
                + (last < first.PlusYears(1).PlusDays(-1) ? Number($" AND (a.hearing_id IS NOT NULL OR a.found_precision <> {(int)Precision.Year}))") : ")");

    private static string Number(FormattableString sql) => sql.ToString(CultureInfo.InvariantCulture);

    /// <summary>What of a finding may mean a term.</summary>
    private static List<string> Conditions(SearchTerm term, IReadOnlyList<string> codes, int i, Arguments arguments)
    {
        var said = new List<string>();
        foreach (var (column, catalogue) in new[] { ("kind", Mapping.Catalogue), ("standard", Mapping.Standards), ("court", "courts"), ("rule", "Rule") })
        {
            var named = codes.Where(code => code.StartsWith(catalogue + "/", StringComparison.Ordinal)).Select(code => code[(catalogue.Length + 1)..]).Distinct().ToList();
            if (named.Count > 0)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{column}_{i}");
                arguments.Texts(name, named);
                said.Add($"a.{column} IN @{name}");
            }
        }

        Members<Yields>("yields");
        Members<RightHolder>("whose");
        Members<RoundKind>("stage");
        if (term is { From: { } first, To: { } last })
        {
            said.Add(Found(first, last, i));
        }

        return said;

        void Members<TEnum>(string column)
            where TEnum : struct, Enum
        {
            var members = Enum.GetValues<TEnum>().Where(member => codes.Contains(SearchTokens.Of(member))).Select(member => Convert.ToInt32(member, CultureInfo.InvariantCulture)).ToList();
            if (members.Count > 0)
            {
                said.Add($"a.{column} IN ({string.Join(", ", members)})");
            }
        }
    }
}
