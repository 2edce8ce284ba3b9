using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Projections.Search;
using Trials.Web.Applications;
using Trials.Web.Assessments;
using Trials.Web.Catalogues;
using Trials.Web.Naming;
using Trials.Web.Recording;
using Trials.Web.Timelines;

namespace Trials.Web.Search;

/// <summary>What is said of something that was found, and where it stands. Names nobody.</summary>
public sealed class SearchWords(Texts texts, FindingWords findings, SearchHit hit)
{
    private Names Names => findings.Names;

    /// <summary>What it is called.</summary>
    public string Title => texts.Capital(hit.Kind switch
    {
        SearchKind.Case => hit.Reference ?? texts["Search.NoCase"],
        SearchKind.Application => OfApplication,
        SearchKind.Claim => hit.What is null ? texts["Search.Claim"] : $"{texts["Search.Claim"]}: {What}",
        SearchKind.Finding => findings.Kind(hit.What!),
        SearchKind.Catalogue => hit.Name!.In(texts.Language),
        SearchKind.Entry => texts.Event(hit.What!),
        _ => What,
    });

    /// <summary>Where and to what it belongs, in short pieces.</summary>
    public IEnumerable<string> Details => hit.Kind switch
    {
        SearchKind.Case => Pieces(What, Place),
        SearchKind.Application => Pieces(What, Place),
        SearchKind.Catalogue => [],
        _ => Pieces(Place, Matter),
    };

    /// <summary>When it happened; of an entry of a catalogue which one; null where nobody recorded it.</summary>
    public string? When => hit.At is { } at ? texts.Dates.Happened(at) : hit.Kind == SearchKind.Catalogue ? CatalogueKinds.Name(texts, hit.Key!) : null;

    /// <summary>Its page, or its place on the page of what it belongs to; null of an entry whose case has none, because its beginning is withdrawn.</summary>
    public string? Link => hit.Kind switch
    {
        SearchKind.Case => RecordAddress.Of(new CaseId(hit.Id)),
        SearchKind.Hearing => RecordAddress.Of(new HearingId(hit.Id)),
        SearchKind.Petition => RecordAddress.Of(new PetitionId(hit.Id)),
        SearchKind.Claim => RecordAddress.Of(new ClaimId(hit.Id)),
        SearchKind.Application => RecordAddress.Of(new ApplicationId(hit.Id)),
        SearchKind.Activity => RecordAddress.Of(new ActivityId(hit.Id)),
        SearchKind.Finding => AssessmentAddress.Finding(hit.Key!),
        SearchKind.Catalogue => CatalogueAddress.Of(hit.Key!, hit.What!),
        _ => OfMatter is { } page ? $"{page}#{RecordAddress.Anchor(new EventId(hit.Id))}" : null,
    };

    private string? OfMatter => hit.MatterKind switch
    {
        SearchKind.Case => RecordAddress.Of(new CaseId(hit.Matter.Value)),
        SearchKind.Application => RecordAddress.Of(new ApplicationId(hit.Matter.Value)),
        _ => EntryPages.Of(new StreamName(hit.Key!)),
    };

    private string OfApplication => texts["Applications.Title", ApplicationWords.TitleOf(Names, new ApplicationId(hit.Matter.Value), hit.Reference)];

    private string? Matter => hit.MatterKind switch
    {
        SearchKind.Case => hit.Reference ?? texts["Search.NoCase"],
        SearchKind.Application => OfApplication,
        _ => null,
    };

    private string What => hit.What is { } token ? texts.Find($"Enum.{token.Replace('/', '.')}") ?? token : "";

    private string? Place => hit.Place?.Split('/') is [var kind, var code]
        ? kind == CourtCode.Kind ? Names.Of(new CourtCode(code)) : Names.Of(new RegionCode(code))
        : null;

    private static IEnumerable<string> Pieces(params string?[] pieces) => pieces.Where(piece => !string.IsNullOrEmpty(piece))!;
}
