using System.Globalization;
using Trials.Projections.Engine;

namespace Trials.Projections.Search;

/// <summary>
/// The conditions of a search. Each term is a list of ids that an index gives; what is found is in all of them. What a catalogue calls so stands for the
/// entries that name it, and for what in catalogues names it: a region finds its courts, and so their hearings.
/// </summary>
internal sealed class SearchSql
{
    private readonly IReadOnlyList<SearchTerm> terms;

    /// <summary>The conditions with their values.</summary>
    public SearchSql(ReadSession session, IReadOnlyList<SearchTerm> terms, int clearance)
    {
        this.terms = terms;
        Arguments = session.NewArguments().Integer("clearance", clearance);
        Bind(Arguments, terms);
    }

    /// <summary>The values.</summary>
    public Arguments Arguments { get; }

    /// <summary>Gives a query the values of terms.</summary>
    public static void Bind(Arguments arguments, IReadOnlyList<SearchTerm> terms)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            arguments.Texts(Name("tokens", i), terms[i].Tokens.Count > 0 ? terms[i].Tokens : [""]);
            for (var b = 0; b < terms[i].Beginnings.Count; b++)
            {
                arguments.Text(Name("from", i, b), terms[i].Beginnings[b]).Text(Name("upto", i, b), terms[i].Beginnings[b] + Text.SearchText.AfterPrefix);
            }

            if (terms[i] is { From: { } first, To: { } last })
            {
                arguments.Date(Name("first", i), first).Date(Name("last", i), last)
                    .Moment(Name("begins", i), first.AtMidnight()).Moment(Name("ends", i), last.PlusDays(1).AtMidnight());
            }
        }
    }

    /// <summary>How many there are, at most one more than <see cref="RecordSearch.MostCounted"/>.</summary>
    /// <param name="from">What stands behind <c>FROM</c>.</param>
    public static string Counted(string from) =>
        string.Create(CultureInfo.InvariantCulture, $"SELECT COUNT(*) FROM (SELECT 1 FROM {from} LIMIT {RecordSearch.MostCounted + 1}) counted");

    /// <summary>Which things (s).</summary>
    public string Things => All("s.thing", "s.visibility", i =>
        $"SELECT y.thing FROM search_entries y WHERE y.visibility <= @clearance AND y.position IN ({ByToken(i)}) UNION SELECT x.thing FROM search_things x WHERE x.matter IN ({Matters(i)})"
        + (terms[i].Kinds.Count > 0 ? $" UNION SELECT k.thing FROM search_things k WHERE k.kind IN ({string.Join(", ", terms[i].Kinds.Select(k => (int)k))})" : ""));

    /// <summary>Which entries of timelines (s).</summary>
    public string Entries => All("s.position", "s.visibility", i =>
        $"{ByToken(i)} UNION SELECT x.position FROM search_entries x WHERE x.matter IN ({Matters(i)})");

    /// <summary>Which entries of catalogues (s).</summary>
    public string Catalogue => All("s.entry", "0", i => Called("entry", i));

    /// <summary>The codes that a term may mean.</summary>
    public string Codes(int i) => Called("gives", i);

    /// <summary>The cases and applications that are numbered so.</summary>
    public string Matters(int i) =>
        $"SELECT m.matter FROM search_matter_tokens m JOIN search_matters n ON n.matter = m.matter WHERE {Means("m", i)} AND n.visibility <= @clearance";

    private string All(string id, string visibility, Func<int, string> found) =>
        $"{visibility} <= @clearance AND {string.Join(" AND ", terms.Select((_, i) => $"{id} IN ({found(i)})"))}";

    private string ByToken(int i) =>
        $"SELECT t.position FROM search_tokens t WHERE {Means("t", i)} UNION SELECT t.position FROM search_tokens t WHERE t.token IN ({Called("gives", i)})"
        + (terms[i].From is null
            ? ""
            : $" UNION SELECT e.position FROM search_entries e WHERE e.first_day >= @{Name("first", i)} AND e.first_day <= @{Name("last", i)} AND e.last_day <= @{Name("last", i)}");

    private string Called(string column, int i) =>
        $"SELECT c.{column} FROM search_catalogue_tokens c WHERE {Means("c", i)} UNION SELECT d.{column} FROM search_catalogue_tokens d "
        + $"WHERE d.token IN (SELECT c.gives FROM search_catalogue_tokens c WHERE {Means("c", i)})";

    /// <summary>What a term means: a token, or a word that begins so. Codes have a slash in them, and begin as words do.</summary>
    private string Means(string table, int i) => $"({string.Join(" OR ", Enumerable.Range(0, terms[i].Beginnings.Count)
        .Select(b => $"({table}.token >= @{Name("from", i, b)} AND {table}.token < @{Name("upto", i, b)} AND {table}.token NOT LIKE '%/%')")
        .Prepend($"{table}.token IN @{Name("tokens", i)}"))})";

    private static string Name(string what, params ReadOnlySpan<int> numbers)
    {
        var name = what;
        foreach (var number in numbers)
        {
            name += "_" + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }
}
