using Trials.Domain;
using Trials.Web.Assessments;
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
        "claim" => RecordAddress.Of(new ClaimId(stream.LeadingGuid)),
        "application" => RecordAddress.Of(new ApplicationId(stream.LeadingGuid)),
        "activity" => RecordAddress.Of(new ActivityId(stream.LeadingGuid)),
        _ => null,
    };

    /// <summary>Where an entry stands among others: the page of its matter, or of what its stream is about.</summary>
    /// <param name="recorded">The entry.</param>
    /// <param name="matter">The page of its matter; null where it has none yet.</param>
    public static string BackTo(RecordedEvent recorded, string? matter) => recorded.Stream.Category switch
    {
        "catalogue" => CatalogueAddress.Of(recorded.Stream.Id),
        "assessment" => AssessmentAddress.Path,
        _ => $"{matter ?? NotShownYet(recorded)}#{RecordAddress.Anchor(recorded.Id)}",
    };

    /// <summary>Where the matter of an entry will be shown that no list knows yet.</summary>
    private static string NotShownYet(RecordedEvent recorded) => recorded.Stream.Category switch
    {
        "case" or "hearing" or "report" or "petition" or "claim" => RecordAddress.Of(new CaseId(recorded.Metadata.Matter.Value)),
        "application" or "activity" => Of(recorded.Stream)!,
        _ => "/",
    };

    /// <summary>What somebody must be allowed to do to record in a stream, and so to amend what it holds.</summary>
    public static Permission PermissionOf(StreamName stream) => PermissionOf(stream.Category);

    /// <summary>The same by the kind of stream.</summary>
    public static Permission PermissionOf(string category) => category switch
    {
        "report" => Domain.Reports.RecordInReport.Needed,
        "application" => Domain.Applications.RecordInApplication.Needed,
        "activity" => Domain.Activities.RecordActivity.Needed,
        "person" => Domain.People.RecordPerson.Needed,
        "catalogue" => Domain.Catalogues.RecordInCatalogue.Needed,
        "assessment" => Domain.Assessments.RecordInAssessment.Needed,
        _ => Permission.RecordProcedure,
    };
}
