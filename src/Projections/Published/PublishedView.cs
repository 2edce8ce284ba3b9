using System.Text.Json;

namespace Trials.Projections.Published;

/// <summary>A table for analysts, whose own tools read it over PostgreSQL: what it holds is safe to show to everyone who may see open matters.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Comment">What one row is.</param>
/// <param name="From">Where its rows come from, as SQL; <c>{name}</c> stands for the tables of the projection of that name.</param>
/// <param name="Columns">Its columns.</param>
internal sealed record PublishedView(string Name, string Comment, string From, IReadOnlyList<PublishedColumn> Columns);

/// <summary>A column for analysts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it holds, as SQL.</param>
/// <param name="Comment">What it means, for whoever reads it without us.</param>
internal sealed record PublishedColumn(string Name, string Value, string Comment)
{
    /// <summary>
    /// A pseudonym in place of an id: the same in all tables, and of no use elsewhere. HMAC-SHA-256 by functions that every server has, cut to 80 bits;
    /// the key stands in a table that only the application reads.
    /// </summary>
    public static PublishedColumn Pseudonym(string name, string kind, string id, string comment) => new(
        name,
        $"substr(encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to('{kind}', 'UTF8') || uuid_send({id}))), 'hex'), 1, 20)",
        $"{comment} A pseudonym, the same in all tables of this schema.");

    /// <summary>A member of an enumeration, by the name that the log gives it.</summary>
    public static PublishedColumn Named<TEnum>(string name, string value, string comment)
        where TEnum : struct, Enum
    {
        var names = Enum.GetValues<TEnum>().ToDictionary(v => Convert.ToInt64(v, null), v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()));
        return new(
            name,
            $"CASE {value} {string.Join(" ", names.Select(n => FormattableString.Invariant($"WHEN {n.Key} THEN '{n.Value}'")))} END",
            $"{comment} One of: {string.Join(", ", names.Values)}.");
    }
}
