using Trials.Domain;

namespace Trials.Web.Recording;

/// <summary>The addresses of cases, hearings, petitions, claims and of the forms that record in them. They hold ids only.</summary>
public static class RecordAddress
{
    /// <summary>The form that opens a case.</summary>
    public const string NewCase = "/cases/new";

    /// <summary>A case.</summary>
    public static string Of(CaseId id) => $"/cases/{id.Value:N}";

    /// <summary>An entry's place in the timeline of its case.</summary>
    public static string InTimeline(CaseId id, EventId entry) => $"{Of(id)}#{Anchor(entry)}";

    /// <summary>A hearing.</summary>
    public static string Of(HearingId id) => $"/hearings/{id.Value:N}";

    /// <summary>The form that records an activity which belongs to no application and no case.</summary>
    public const string NewActivity = "/activities/new";

    /// <summary>Where a new application is received.</summary>
    public const string NewApplication = "/applications/new";

    /// <summary>An application.</summary>
    public static string Of(ApplicationId id) => $"/applications/{id.Value:N}";

    /// <summary>The receiving form of an application.</summary>
    public static string Receive(ApplicationId id) => $"{Of(id)}/receive";

    /// <summary>The form of a fact in an application; also of a new activity of it.</summary>
    public static string In(ApplicationId id, string fact) => $"{Of(id)}/record/{fact}";

    /// <summary>An activity.</summary>
    public static string Of(ActivityId id) => $"/activities/{id.Value:N}";

    /// <summary>The form of a fact in an activity.</summary>
    public static string In(ActivityId id, string fact) => $"{Of(id)}/record/{fact}";

    /// <summary>A petition.</summary>
    public static string Of(PetitionId id) => $"/petitions/{id.Value:N}";

    /// <summary>A claim.</summary>
    public static string Of(ClaimId id) => $"/claims/{id.Value:N}";

    /// <summary>The form of a fact in a case; also of a new hearing, petition or claim of it.</summary>
    /// <param name="id">The case.</param>
    /// <param name="fact">A wire name without its version.</param>
    public static string In(CaseId id, string fact) => $"{Of(id)}/record/{fact}";

    /// <summary>The form of a fact in a hearing.</summary>
    public static string In(HearingId id, string fact) => $"{Of(id)}/record/{fact}";

    /// <summary>The form of a fact in a petition.</summary>
    public static string In(PetitionId id, string fact) => $"{Of(id)}/record/{fact}";

    /// <summary>The form of a fact in a claim.</summary>
    public static string In(ClaimId id, string fact) => $"{Of(id)}/record/{fact}";

    /// <summary>The form of a fact about what one observer reported of a hearing.</summary>
    public static string In(HearingId id, ActorId observer, string fact) => $"{Of(id)}/reports/{observer.Value:N}/record/{fact}";

    /// <summary>The form of a fact about a person.</summary>
    public static string In(PersonId id, string fact) => $"/persons/{id.Value:N}/record/{fact}";

    /// <summary>The form that corrects an entry.</summary>
    public static string Correct(StreamName stream, EventId entry) => $"/entries/{stream.Value}/{entry.Value:N}/correct";

    /// <summary>The form that withdraws an entry, or undoes an amendment.</summary>
    public static string Withdraw(StreamName stream, EventId entry) => $"/entries/{stream.Value}/{entry.Value:N}/withdraw";

    /// <summary>The file of the document that an entry names.</summary>
    public static string File(StreamName stream, EventId entry) => $"/entries/{stream.Value}/{entry.Value:N}/file";

    /// <summary>The id that an entry's element has in a timeline.</summary>
    public static string Anchor(EventId entry) => $"e-{entry.Value:N}";
}
