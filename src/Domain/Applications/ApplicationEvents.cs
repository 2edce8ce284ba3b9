using Trials.Domain.Catalogues;
using Trials.Domain.People;

namespace Trials.Domain.Applications;

/// <summary>
/// What is told and done when somebody reports torture or ill-treatment. The parts come in any order, as a telephone call brings them:
/// whichever is recorded first begins the application.
/// </summary>
public abstract record ApplicationEvent : DomainEvent
{
    private ApplicationEvent()
    {
    }

    /// <summary>The wire names of this stream's events.</summary>
    public static IReadOnlyList<(string WireName, Type Type)> WireNames { get; } =
    [
        ("application-received.v1", typeof(Received)),
        ("application-applicant-named.v1", typeof(ApplicantNamed)),
        ("application-victim-named.v1", typeof(VictimNamed)),
        ("application-incident-told.v1", typeof(IncidentTold)),
        ("application-complaint-made.v1", typeof(ComplaintMade)),
        ("application-consent-given.v1", typeof(ConsentGiven)),
        ("application-consent-refused.v1", typeof(ConsentRefused)),
        ("application-consent-withdrawn.v1", typeof(ConsentWithdrawn)),
        ("application-assistance-offered.v1", typeof(AssistanceOffered)),
        ("application-assistance-refused.v1", typeof(AssistanceRefused)),
        ("application-lawyer-retained.v1", typeof(LawyerRetained)),
        ("application-lawyer-monitored.v1", typeof(LawyerMonitored)),
        ("application-medically-documented.v1", typeof(MedicallyDocumented)),
        ("application-referred.v1", typeof(Referred)),
        ("application-linked.v1", typeof(Linked)),
        ("application-noted.v1", typeof(Noted)),
        ("application-closed.v1", typeof(Closed)),
        ("application-reopened.v1", typeof(Reopened)),
    ];

    /// <summary>It was documented. The year in which that happened, and the region, decide where the annual table counts it.</summary>
    /// <param name="Number">Our own number or short title, without names, at most 100 characters; null for none yet.</param>
    /// <param name="Channel">How it reached us.</param>
    /// <param name="Region">The region that it belongs to; null where nobody recorded it.</param>
    /// <param name="Text">Anything else.</param>
    public sealed record Received(string? Number, ApplicationChannel Channel, RegionCode? Region, FreeText? Text) : ApplicationEvent;

    /// <summary>Who applies, apart from the victims.</summary>
    /// <param name="Person">Who; null for somebody who stays anonymous.</param>
    /// <param name="Sex">Sex, also of somebody anonymous.</param>
    /// <param name="Relation">What the applicant is to the victim.</param>
    public sealed record ApplicantNamed(PersonId? Person, Sex Sex, VictimRelation Relation) : ApplicationEvent;

    /// <summary>One victim.</summary>
    /// <param name="Person">Who; null for somebody who stays unnamed.</param>
    /// <param name="Sex">Sex.</param>
    /// <param name="Age">In whole years at the incident, 0 to 120; null where unknown or where the birth year is given.</param>
    /// <param name="BirthYear">1900 to the year of the entry; null where unknown or where the age is given.</param>
    public sealed record VictimNamed(PersonId? Person, Sex Sex, int? Age, int? BirthYear) : ApplicationEvent, IRepeatable;

    /// <summary>One incident; when it was is when the entry happened.</summary>
    /// <param name="Region">The region; null where nobody recorded it.</param>
    /// <param name="PlaceKind">What kind of place.</param>
    /// <param name="Place">The place in words.</param>
    /// <param name="Acts">What was done.</param>
    /// <param name="Purposes">What for.</param>
    /// <param name="Against">The bodies whose officers are said to have done it.</param>
    /// <param name="Ranks">The officers' ranks and posts, in words.</param>
    /// <param name="Text">What happened.</param>
    public sealed record IncidentTold(
        RegionCode? Region,
        PlaceKindCode? PlaceKind,
        FreeText? Place,
        ValueList<ActCode> Acts,
        ValueList<PurposeCode> Purposes,
        ValueList<AuthorityCode> Against,
        FreeText? Ranks,
        FreeText? Text) : ApplicationEvent, IRepeatable;

    /// <summary>The applicant or victim complained to a public body, which is not the one complained against.</summary>
    public sealed record ComplaintMade(AuthorityCode To, FreeText? Text) : ApplicationEvent, IRepeatable;

    /// <summary>Somebody consents.</summary>
    /// <param name="Scopes">To what; at least one.</param>
    /// <param name="Giver">In which capacity.</param>
    /// <param name="Person">Who; null where the capacity says enough.</param>
    /// <param name="Text">Conditions, in words.</param>
    public sealed record ConsentGiven(ValueList<ConsentScope> Scopes, ConsentGiver Giver, PersonId? Person, FreeText? Text) : ApplicationEvent, IRepeatable;

    /// <summary>Somebody was asked, and does not consent.</summary>
    public sealed record ConsentRefused(ValueList<ConsentScope> Scopes, ConsentGiver Giver, PersonId? Person, FreeText? Text) : ApplicationEvent, IRepeatable;

    /// <summary>Somebody takes a consent back that was given.</summary>
    public sealed record ConsentWithdrawn(ValueList<ConsentScope> Scopes, ConsentGiver Giver, PersonId? Person, FreeText? Text) : ApplicationEvent, IRepeatable;

    /// <summary>The coalition offered help.</summary>
    public sealed record AssistanceOffered(FreeText? Text) : ApplicationEvent, IRepeatable;

    /// <summary>The offered help was refused.</summary>
    public sealed record AssistanceRefused(FreeText? Reason) : ApplicationEvent, IRepeatable;

    /// <summary>A lawyer was retained.</summary>
    /// <param name="Lawyer">Who; null where nobody recorded it.</param>
    /// <param name="Text">Anything else.</param>
    public sealed record LawyerRetained(PersonId? Lawyer, FreeText? Text) : ApplicationEvent, IRepeatable;

    /// <summary>The coalition watches how the lawyer works, whoever retained that lawyer.</summary>
    public sealed record LawyerMonitored(FreeText? Text) : ApplicationEvent, IRepeatable;

    /// <summary>An independent doctor documented the injuries.</summary>
    public sealed record MedicallyDocumented(ProtocolUse Protocol, FreeText? Text) : ApplicationEvent, IRepeatable;

    /// <summary>The victim or applicant was referred to somebody who helps.</summary>
    public sealed record Referred(ReferredTo To, FreeText? Text) : ApplicationEvent, IRepeatable;

    /// <summary>A case belongs to it.</summary>
    /// <param name="Case">The case, which stays a matter of its own.</param>
    /// <param name="Link">What it is to the application.</param>
    public sealed record Linked(CaseId Case, CaseOfApplication Link) : ApplicationEvent, IAbout
    {
        object IAbout.Subject => Case;
    }

    /// <summary>Something that has no other place.</summary>
    public sealed record Noted(FreeText Text) : ApplicationEvent, IRepeatable;

    /// <summary>Work on it ended.</summary>
    public sealed record Closed(ApplicationEnd Why, FreeText? Text) : ApplicationEvent;

    /// <summary>Work on it begins again.</summary>
    public sealed record Reopened(FreeText? Reason) : ApplicationEvent;
}
