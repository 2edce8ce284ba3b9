using Mediator;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Claims;
using Trials.Domain.Petitions;
using Trials.Projections.Assessments;
using Trials.Projections.Catalogues;
using Trials.Projections.Claims;
using Trials.Projections.People;
using Trials.Projections.Pretrial;

namespace Trials.Web.Naming;

/// <summary>
/// What ids and codes are called on one page: loaded before, asked for without waiting while the page is drawn.
/// What was not loaded is shown by its code or by the beginning of its id.
/// </summary>
public sealed class Names(IMediator mediator, ITextOpener opener, Texts texts)
{
    private const int ShortId = 4;

    private static readonly string[] Catalogues =
    [
        CourtCode.Kind, RegionCode.Kind, OfficialCode.Kind, AuthorityCode.Kind, ActCode.Kind, PurposeCode.Kind, PlaceKindCode.Kind,
        ArticleCheck.Catalogue, ClaimCheck.Catalogue, Mapping.Standards,
    ];

    private readonly Dictionary<string, IReadOnlyList<CatalogueRow>> catalogues = [];
    private readonly Dictionary<PersonId, string?> persons = [];
    private readonly Dictionary<PersonId, PersonId> merged = [];
    private readonly HashSet<PersonId> erased = [];
    private readonly Dictionary<HearingId, string> hearings = [];
    private readonly Dictionary<PetitionId, string> petitions = [];
    private readonly Dictionary<ExaminationId, string> examinations = [];
    private readonly Dictionary<CaseId, string> cases = [];

    /// <summary>Loads the catalogues that forms offer and entries name.</summary>
    public async ValueTask LoadCatalogues(CancellationToken cancellation = default)
    {
        foreach (var kind in Catalogues)
        {
            if (!catalogues.ContainsKey(kind))
            {
                catalogues[kind] = await mediator.Send(new CatalogueEntries(kind), cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Loads persons, whose names are opened here and nowhere before.</summary>
    public async ValueTask LoadPersons(IEnumerable<PersonId> ids, CancellationToken cancellation = default)
    {
        var missing = ids.Distinct().Where(id => !persons.ContainsKey(id)).ToValueList();
        if (missing.Count == 0)
        {
            return;
        }

        var others = new List<PersonId>();
        foreach (var row in await mediator.Send(new Persons(missing), cancellation).ConfigureAwait(false))
        {
            persons[row.Person] = row.Name is { } name ? opener.Open(name) : null;
            if (row.Erased)
            {
                erased.Add(row.Person);
            }

            if (row.MergedInto is { } into)
            {
                merged[row.Person] = into;
                others.Add(into);
            }
        }

        await LoadPersons(others, cancellation).ConfigureAwait(false);
    }

    /// <summary>Whether a person is forgotten, as far as was loaded.</summary>
    public bool IsErased(PersonId person) => erased.Contains(person);

    /// <summary>The persons who turned out to be this one, as far as was loaded.</summary>
    public IReadOnlyList<PersonId> MergedInto(PersonId person) => [.. merged.Keys.Where(other => Meant(other) == person)];

    /// <summary>Who a person turned out to be, as far as was loaded; the person, where nobody was merged.</summary>
    public PersonId Meant(PersonId person)
    {
        for (var i = 0; i < merged.Count && merged.TryGetValue(person, out var into); i++)
        {
            person = into;
        }

        return person;
    }

    /// <summary>Remembers a hearing that the page knows.</summary>
    public void Know(HearingId hearing, LocalDate date, LocalTime? time) =>
        hearings[hearing] = time is { } known ? texts.Dates.Moment(date + known) : texts.Dates.Day(date);

    /// <summary>Remembers a petition that the page knows.</summary>
    public void Know(PetitionId petition, PetitionKind kind, HappenedAt filed) =>
        petitions[petition] = texts["Naming.Petition", kind, filed];

    /// <summary>Remembers an examination that the page knows.</summary>
    public void Know(CaseExaminationFacts examination) => examinations[examination.Examination] = examination.First is { } first
        ? texts.Capital(texts["Naming.Examination", examination.Kind, first])
        : texts.Capital(texts.Of(examination.Kind));

    /// <summary>Remembers a case that the page knows.</summary>
    public void Know(CaseId id, string reference) => cases[id] = reference;

    /// <summary>What the catalogue of articles says against an article on the day of an act.</summary>
    public IReadOnlyList<ArticleWarning> Warnings(Article article, LocalDate? committed, bool asStated) =>
        ArticleCheck.Of(article, committed, asStated, catalogues.GetValueOrDefault(ArticleCheck.Catalogue, []));

    /// <summary>What speaks against a claim as it was brought.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="filed">When it was brought; null where that is not asked.</param>
    public IReadOnlyList<ClaimWarning> Warnings(ClaimEvent.Filed claim, HappenedAt? filed) =>
        ClaimCheck.Of(claim, filed, catalogues.GetValueOrDefault(ClaimCheck.Catalogue, []));

    /// <summary>What speaks against a claim, and against what became of it.</summary>
    public IReadOnlyList<ClaimWarning> Warnings(ClaimListRow claim) => ClaimCheck.Of(claim, catalogues.GetValueOrDefault(ClaimCheck.Catalogue, []));

    /// <summary>A case by its reference.</summary>
    public string Of(CaseId id) => texts["Form.CaseIs", cases.GetValueOrDefault(id) ?? Short(id.Value)];

    /// <summary>A court.</summary>
    public string Of(CourtCode court) => InCatalogue(CourtCode.Kind, court.Value);

    /// <summary>A region.</summary>
    public string Of(RegionCode region) => InCatalogue(RegionCode.Kind, region.Value);

    /// <summary>A judge or prosecutor.</summary>
    public string Of(OfficialCode official) => InCatalogue(OfficialCode.Kind, official.Value);

    /// <summary>A public body.</summary>
    public string Of(AuthorityCode authority) => InCatalogue(AuthorityCode.Kind, authority.Value);

    /// <summary>A protected person by name, where it is known and kept; else by a sign that tells persons apart.</summary>
    public string Of(PersonId person) => persons.GetValueOrDefault(Meant(person)) ?? Sign(Meant(person));

    /// <summary>
    /// A person as entries wrote them down before it turned out who they are: by the name of that time, where it is known and kept, and
    /// the sign, so that all who turned out to be the same are told apart.
    /// </summary>
    public string Written(PersonId person) => persons.GetValueOrDefault(person) is { } name ? $"{name} · {Sign(person)}" : Sign(person);

    /// <summary>Who answers for a claim, or pays.</summary>
    public string Of(ClaimParty party) => party switch
    {
        { Authority: { } authority } => Of(authority),
        { Official: { } official } => Of(official),
        { Person: { } person } => Of(person),
        _ => party.Organisation ?? texts["Timeline.NotRecorded"],
    };

    /// <summary>A hearing by the time set for it.</summary>
    public string Of(HearingId hearing) => hearings.GetValueOrDefault(hearing) ?? Short(hearing.Value);

    /// <summary>A petition by what it asks and when it was filed.</summary>
    public string Of(PetitionId petition) => petitions.GetValueOrDefault(petition) ?? Short(petition.Value);

    /// <summary>An examination by its kind and when it was first spoken of.</summary>
    public string Of(ExaminationId examination) => examinations.GetValueOrDefault(examination) ?? Short(examination.Value);

    /// <summary>An application without a number, e.g. Application 3F2A.</summary>
    public string Sign(ApplicationId application) => texts["Naming.Application", Short(application.Value)];

    /// <summary>A protected person without the name, e.g. Person 3F2A: for lists, and where the name is not to be shown.</summary>
    public string Sign(PersonId person) => texts["Naming.Person", Short(person.Value)];

    /// <summary>What one catalogue offers now, sorted as the reader's language sorts.</summary>
    public IReadOnlyList<CatalogueRow> Offered(string kind) =>
    [
        .. catalogues.GetValueOrDefault(kind, [])
            .Where(row => !row.Retired)
            .OrderBy(row => row.Name.In(texts.Language), texts.Sorting),
    ];

    /// <summary>What a catalogue calls a code; the code itself where it has no such entry.</summary>
    public string InCatalogue(string kind, string code) => Find(kind, code)?.Name.In(texts.Language) ?? code;

    /// <summary>An entry of a catalogue, retired or not; null where it has none such.</summary>
    public CatalogueRow? Find(string kind, string code) => catalogues.GetValueOrDefault(kind, []).FirstOrDefault(row => row.Code == code);

    private static string Short(Guid id) => id.ToString("N")[..ShortId].ToUpperInvariant();
}
