using Trials.Domain;
using Trials.Web.Catalogues;
using Trials.Web.Recording;

namespace Trials.Web.Timelines;

/// <summary>What a stream's entries belong to, for the list of a case.</summary>
public static class EntryPages
{
    /// <summary>The page about what a stream follows; null where it has none beside the case's.</summary>
    public static string? Of(StreamName stream) => stream.Category switch
    {
        "hearing" or "report" => RecordAddress.Of(new HearingId(stream.LeadingGuid)),
        "petition" => RecordAddress.Of(new PetitionId(stream.LeadingGuid)),
        _ => null,
    };

    /// <summary>Where an entry stands among others: the timeline of its case, or the page of what its stream is about.</summary>
    public static string BackTo(RecordedEvent recorded) => recorded.Stream.Category switch
    {
        "catalogue" => CatalogueAddress.Of(recorded.Stream.Id),
        _ => RecordAddress.InTimeline(recorded.Metadata.Matter, recorded.Id),
    };

    /// <summary>What somebody must be allowed to do to record in a stream, and so to amend what it holds.</summary>
    public static Permission PermissionOf(StreamName stream) => stream.Category switch
    {
        "report" => Domain.Reports.RecordInReport.Needed,
        "catalogue" => Domain.Catalogues.RecordInCatalogue.Needed,
        _ => Permission.RecordProcedure,
    };
}
