using Trials.Domain;
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

    /// <summary>What somebody must be allowed to do to record in a stream, and so to amend what it holds.</summary>
    public static Permission PermissionOf(StreamName stream) => stream.Category switch
    {
        "report" => Domain.Reports.RecordInReport.Needed,
        "catalogue" => Domain.Catalogues.RecordInCatalogue.Needed,
        _ => Permission.RecordProcedure,
    };
}
