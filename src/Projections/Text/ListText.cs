using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Claims;

namespace Trials.Projections.Text;

/// <summary>Short lists in one column, as JSON.</summary>
internal static class ListText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Of(ValueList<OfficialCode> officials) =>
        officials.Count == 0 ? "[]" : JsonSerializer.Serialize(officials.Select(o => o.Value), Options);

    public static string Of(ValueList<Article> articles) => articles.Count == 0 ? "[]" : JsonSerializer.Serialize(articles.AsEnumerable(), Options);

    public static string Of(ValueList<Party> parties) =>
        parties.Count == 0 ? "[]" : JsonSerializer.Serialize(parties.Select(p => (int)p), Options);

    public static string Of(ValueList<CatalogueValue> values) =>
        values.Count == 0 ? "[]" : JsonSerializer.Serialize(values.AsEnumerable(), Options);

    public static string Of(ValueList<PersonId> persons) =>
        persons.Count == 0 ? "[]" : JsonSerializer.Serialize(persons.Select(p => p.Value), Options);

    public static string Of(ValueList<Respondent> respondents) => respondents.Count == 0
        ? "[]"
        : JsonSerializer.Serialize(
            respondents.Select(r => new RespondentText(
                r.Who.Authority?.Value, r.Who.Official?.Value, r.Who.Person?.Value, r.Who.Organisation, (int)r.Capacity)),
            Options);

    public static ValueList<OfficialCode> Officials(string json) => Read<string>(json).Select(v => new OfficialCode(v)).ToValueList();

    public static ValueList<Article> Articles(string json) => Read<Article>(json).ToValueList();

    public static ValueList<Party> Parties(string json) => Read<int>(json).Select(p => (Party)p).ToValueList();

    public static ValueList<CatalogueValue> CatalogueValues(string json) => Read<CatalogueValue>(json).ToValueList();

    public static ValueList<PersonId> Persons(string json) => Read<Guid>(json).Select(p => new PersonId(p)).ToValueList();

    public static ValueList<Respondent> Respondents(string json) => Read<RespondentText>(json)
        .Select(r => new Respondent(
            new(
                r.Authority is { } authority ? new AuthorityCode(authority) : null,
                r.Official is { } official ? new OfficialCode(official) : null,
                r.Person is { } person ? new PersonId(person) : null,
                r.Organisation),
            (RespondentCapacity)r.Capacity))
        .ToValueList();

    private static T[] Read<T>(string json) => json == "[]" ? [] : JsonSerializer.Deserialize<T[]>(json, Options) ?? [];

    private sealed record RespondentText(string? Authority, string? Official, Guid? Person, string? Organisation, int Capacity);
}
