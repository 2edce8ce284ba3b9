using Trials.Domain;
using Trials.Domain.Applications;
using Trials.Domain.Catalogues;
using Trials.Domain.People;
using Trials.Projections.Cases;
using Trials.Projections.Catalogues;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;
using Trials.Projections.Text;

namespace Trials.Projections.Applications;

internal sealed record ApplicationRow(ApplicationId Application, ApplicationFacts Facts, long Revision, int Visibility)
{
    public static ApplicationRow? Of(Folded<ApplicationFacts>? folded) => folded is null || folded.State == ApplicationFold.Initial
        ? null
        : new(new(folded.Stream.LeadingGuid), folded.State, folded.Revision, (int)MatterVisibility.Open);

    public static OwnedTable<ApplicationRow> Table { get; } = new(
        "applications",
        TableKind.One,
        new Columns<ApplicationRow>()
            .Uuid("application_id", r => r.Application.Value)
            .TextOrNull("number", r => r.Facts.Received?.Number)
            .Bytes("sort_key", r => SearchText.SortKey(r.Facts.Received?.Number ?? ""))
            .Happened("received", r => r.Facts.ReceivedAt)
            .IntegerOrNull("documented_year", r => r.Facts.ReceivedAt is { } at ? ApplicationFacts.YearOf(at) : null)
            .Integer("channel", r => (int)(r.Facts.Received?.Channel ?? ApplicationChannel.NotRecorded))
            .TextOrNull("region", r => r.Facts.Received?.Region?.Value)
            .UuidOrNull("applicant", r => r.Facts.Applicant?.Person?.Value)
            .Integer("applicant_sex", r => (int)(r.Facts.Applicant?.Sex ?? Sex.NotRecorded))
            .Integer("relation", r => (int)(r.Facts.Applicant?.Relation ?? VictimRelation.NotRecorded))
            .Integer("has_applicant", r => r.Facts.Applicant is null ? 0 : 1)
            .Integer("victims", r => r.Facts.Victims.Count)
            .Integer("incidents", r => r.Facts.Incidents.Count)
            .Happened("closed", r => r.Facts.Closed)
            .IntegerOrNull("statistics", r => (int?)r.Facts.Consents.To(ConsentScope.Statistics))
            .Integer("is_open", r => r.Facts.Closed is null ? 1 : 0)
            .Integer("revision", r => r.Revision)
            .Integer("visibility", r => r.Visibility),
        1,
        "documented_year, region",
        "received_at, application_id");
}

/// <summary>A victim; the place tells several of one application apart.</summary>
internal sealed record ApplicationVictim(ApplicationId Application, int Place, Sex Sex, PersonId? Person, VictimAge? Age)
{
    public static IReadOnlyList<ApplicationVictim> Of(ApplicationRow? row) => row is null
        ? []
        : [.. row.Facts.Victims.Select((v, i) => new ApplicationVictim(row.Application, i, v.Sex, v.Person, VictimAge.Of(v, row.Facts.FirstIncidentYear)))];

    public static OwnedTable<ApplicationVictim> Table { get; } = new(
        "application_victims",
        TableKind.Many,
        new Columns<ApplicationVictim>()
            .Uuid("application_id", r => r.Application.Value)
            .Integer("place", r => r.Place)
            .Integer("sex", r => (int)r.Sex)
            .UuidOrNull("person", r => r.Person?.Value)
            .IntegerOrNull("age_from", r => r.Age?.From)
            .IntegerOrNull("age_to", r => r.Age?.To),
        2);
}

/// <summary>What was said last of one consent.</summary>
internal sealed record ApplicationConsent(ApplicationId Application, ConsentKey Of, ConsentSaid Said)
{
    public static IReadOnlyList<ApplicationConsent> All(ApplicationRow? row) => row is null
        ? []
        :
        [
            .. from key in row.Facts.Consents.Said.Keys
               select new ApplicationConsent(row.Application, key, row.Facts.Consents.Said.TryGet(key, out var said) ? said : default),
        ];

    public static OwnedTable<ApplicationConsent> Table { get; } = new(
        "application_consents",
        TableKind.Many,
        new Columns<ApplicationConsent>()
            .Uuid("application_id", r => r.Application.Value)
            .Text("said_of", r => $"{(int)r.Of.Scope}/{(int)r.Of.Giver}/{r.Of.Person?.Value:N}")
            .Integer("scope", r => (int)r.Of.Scope)
            .Integer("giver", r => (int)r.Of.Giver)
            .UuidOrNull("person", r => r.Of.Person?.Value)
            .Integer("consent", r => (int)r.Said.Consent)
            .Happened("said", r => r.Said.At),
        2);
}

/// <summary>Of which catalogue a code of an application is.</summary>
public enum ApplicationCodeKind
{
    /// <summary>A body that is complained against.</summary>
    Against,

    /// <summary>A body that was complained to.</summary>
    ComplainedTo,

    /// <summary>Something that was done.</summary>
    Act,

    /// <summary>What it was for.</summary>
    Purpose,

    /// <summary>A kind of place.</summary>
    PlaceKind,
}

internal sealed record ApplicationCode(ApplicationId Application, ApplicationCodeKind Kind, string Code)
{
    public static IReadOnlyList<ApplicationCode> Of(ApplicationRow? row)
    {
        if (row is null)
        {
            return [];
        }

        var told = row.Facts.Incidents.Select(incident => incident.Told).ToList();
        return
        [
            .. All(ApplicationCodeKind.Against, told.SelectMany(t => t.Against.Select(a => a.Value))),
            .. All(ApplicationCodeKind.ComplainedTo, row.Facts.ComplainedTo.Select(a => a.Value)),
            .. All(ApplicationCodeKind.Act, told.SelectMany(t => t.Acts.Select(a => a.Value))),
            .. All(ApplicationCodeKind.Purpose, told.SelectMany(t => t.Purposes.Select(p => p.Value))),
            .. All(ApplicationCodeKind.PlaceKind, told.Select(t => t.PlaceKind?.Value).OfType<string>()),
        ];

        IEnumerable<ApplicationCode> All(ApplicationCodeKind kind, IEnumerable<string> codes) =>
            codes.Distinct().Select(code => new ApplicationCode(row.Application, kind, code));
    }

    public static OwnedTable<ApplicationCode> Table { get; } = new(
        "application_codes",
        TableKind.Many,
        new Columns<ApplicationCode>().Uuid("application_id", r => r.Application.Value).Integer("kind", r => (int)r.Kind).Text("code", r => r.Code),
        3,
        "kind, code");
}

/// <summary>What was done about an application, by the year in which it was done.</summary>
internal sealed record ApplicationYear(ApplicationId Application, int Step, int Year)
{
    /// <summary>Stands for any work at all.</summary>
    public const int AnyWork = -1;

    public static IReadOnlyList<ApplicationYear> Of(ApplicationRow? row) => row is null
        ? []
        :
        [
            .. row.Facts.YearsOfWork.Select(year => new ApplicationYear(row.Application, AnyWork, year)),
            .. row.Facts.Steps
                .Select(step => ApplicationFacts.YearOf(step.Happened) is { } year ? new ApplicationYear(row.Application, (int)step.Step, year) : null)
                .OfType<ApplicationYear>().Distinct(),
        ];

    public static OwnedTable<ApplicationYear> Table { get; } = new(
        "application_years",
        TableKind.Many,
        new Columns<ApplicationYear>().Uuid("application_id", r => r.Application.Value).Integer("step", r => r.Step).Integer("year", r => r.Year),
        3,
        "step, year");
}

internal sealed record ApplicationCase(ApplicationId Application, CaseId Case, CaseOfApplication Link)
{
    public static IReadOnlyList<ApplicationCase> Of(ApplicationRow? row) =>
        row is null ? [] : [.. row.Facts.Cases.DistinctBy(c => c.Case).Select(c => new ApplicationCase(row.Application, c.Case, c.Link))];

    public static OwnedTable<ApplicationCase> Table { get; } = new(
        "application_cases",
        TableKind.Many,
        new Columns<ApplicationCase>().Uuid("application_id", r => r.Application.Value).Uuid("case_id", r => r.Case.Value).Integer("link", r => (int)r.Link),
        2,
        "case_id");
}

/// <summary>The reference of a case, for the applications that it belongs to.</summary>
internal sealed record LinkedCase(CaseId Case, string Reference, int Visibility)
{
    public static LinkedCase? Of(Folded<CaseFacts>? folded) =>
        folded?.State is { Kind: not null } facts ? new(new(folded.Stream.LeadingGuid), facts.Reference, (int)MatterVisibility.Open) : null;

    public static OwnedTable<LinkedCase> Table { get; } = new(
        "application_case_names",
        TableKind.One,
        new Columns<LinkedCase>().Uuid("case_id", r => r.Case.Value).Text("reference", r => r.Reference).Integer("visibility", r => r.Visibility));
}

/// <summary>Under which heading the annual table counts a region.</summary>
internal sealed record RegionArea(string Kind, string Region, string Area)
{
    /// <summary>The attribute of a region that names its heading; a region without one is a heading of its own.</summary>
    public const string AreaKey = "area";

    public static IReadOnlyList<RegionArea> Of(Folded<CatalogueFacts>? folded) => folded?.Stream.Id == RegionCode.Kind
        ? [.. folded.State.Entries.Values.Select(e => new RegionArea(RegionCode.Kind, e.Code, e[AreaKey] ?? e.Code))]
        : [];

    public static OwnedTable<RegionArea> Table { get; } = new(
        "application_areas",
        TableKind.Many,
        new Columns<RegionArea>().Text("kind", r => r.Kind).Text("region", r => r.Region).Text("area", r => r.Area),
        2,
        "area, region");
}

/// <summary>A zero that somebody states: nothing of a kind in a region and year. Without one, nothing is recorded, which is no zero.</summary>
internal sealed record StatedZero(string Kind, string Code, int Year, string Region, string Figure)
{
    /// <summary>The catalogue's kind.</summary>
    public const string CatalogueKind = "stated-zeros";

    public static IReadOnlyList<StatedZero> Of(Folded<CatalogueFacts>? folded) => folded?.Stream.Id == CatalogueKind
        ? [.. folded.State.Entries.Values.Where(e => !e.Retired).Select(Of).OfType<StatedZero>()]
        : [];

    public static OwnedTable<StatedZero> Table { get; } = new(
        "application_zeros",
        TableKind.Many,
        new Columns<StatedZero>()
            .Text("kind", r => r.Kind).Text("code", r => r.Code).Integer("year", r => r.Year).Text("region", r => r.Region).Text("figure", r => r.Figure),
        2,
        "year");

    private static StatedZero? Of(CatalogueRow row) =>
        int.TryParse(row["year"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year)
        && row["region"] is { } region && row["figure"] is { } figure
            ? new(CatalogueKind, row.Code, year, region, figure)
            : null;
}
