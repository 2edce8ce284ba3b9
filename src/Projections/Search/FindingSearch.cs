using System.Globalization;
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

        var total = (int)await session.Number($"SELECT COUNT(*) FROM {FindingSql.All} WHERE {where.Sql}", where.Arguments, cancellation).ConfigureAwait(false);
        if (total == 0 || (query.Only is { } only && only != SearchKind.Finding))
        {
            return new(SearchKind.Finding, [], total);
        }

        var page = query.Only is null ? new PageRequest(Size: RecordSearch.Few) : query.Page;
        return new(
            SearchKind.Finding,
            await session.Query(
                "SELECT a.basis, a.kind, a.court, a.case_id, "
                + "(SELECT c.reference FROM assessment_cases c WHERE c.case_id = a.case_id AND c.visibility <= @clearance), "
                + "(SELECT p.number FROM assessment_applications p WHERE p.application_id = a.case_id AND p.visibility <= @clearance), "
                + "(SELECT COUNT(*) FROM assessment_applications p WHERE p.application_id = a.case_id), "
                + $"a.found_at, a.found_zone, a.found_precision, a.found_minutes FROM {FindingSql.All} WHERE {where.Sql} "
                + $"ORDER BY a.found_at DESC, a.basis LIMIT {page.Limit} OFFSET {page.Offset}",
                where.Arguments,
                Read,
                cancellation).ConfigureAwait(false),
            total);
    }

    private static SearchHit Read(RowReader row)
    {
        var (basis, kind, court) = (row.Text(), row.Text(), row.TextOrNull());
        var (matter, reference, number, ofApplication) = (row.Uuid(), row.TextOrNull(), row.TextOrNull(), row.Int() > 0);
        return new(
            SearchKind.Finding, Guid.Empty, basis, kind, court is null ? null : SearchTokens.Entry("courts", court), row.Happened(), new(matter),
            ofApplication ? SearchKind.Application : SearchKind.Case, ofApplication ? number : reference, null);
    }

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
        // Findings are kept by month: a day alone would find its whole month.
        if (term is { From: { } first, To: { } last } && last >= first.With(NodaTime.DateAdjusters.EndOfMonth))
        {
            said.Add(string.Create(CultureInfo.InvariantCulture, $"a.month BETWEEN {MonthNumber.Of(first)} AND {MonthNumber.Of(last)}"));
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
