using Trials.Domain;
using Trials.Domain.Applications;
using Trials.Domain.Catalogues;
using Trials.Projections.Engine;

namespace Trials.Projections.Applications;

/// <summary>What read models know of one application.</summary>
/// <param name="Received">How it was documented; null where nobody recorded it.</param>
/// <param name="ReceivedAt">When it was documented; null where nobody recorded it.</param>
/// <param name="Applicant">Who applies; null where nobody recorded it.</param>
/// <param name="Victims">In the order of recording.</param>
/// <param name="Incidents">In the order of recording.</param>
/// <param name="ComplainedTo">The bodies that were complained to.</param>
/// <param name="Consents">What was said last of consent, by scope and giver.</param>
/// <param name="Steps">What was done, in the order of recording.</param>
/// <param name="Cases">The cases that belong to it.</param>
/// <param name="Closed">When work on it ended; null while it goes on.</param>
public sealed record ApplicationFacts(
    ApplicationEvent.Received? Received,
    HappenedAt? ReceivedAt,
    ApplicationEvent.ApplicantNamed? Applicant,
    ValueList<ApplicationEvent.VictimNamed> Victims,
    ValueList<ToldIncident> Incidents,
    ValueList<AuthorityCode> ComplainedTo,
    Consents Consents,
    ValueList<ApplicationStepTaken> Steps,
    ValueList<ApplicationEvent.Linked> Cases,
    HappenedAt? Closed)
{
    /// <summary>The years in which something was recorded to have been done about it.</summary>
    public IEnumerable<int> YearsOfWork => Steps.Select(step => step.Happened).Append(ReceivedAt ?? default).Append(Closed ?? default)
        .Select(YearOf).OfType<int>().Distinct();

    /// <summary>The year in which the first of the incidents happened; null where it is not known.</summary>
    public int? FirstIncidentYear => Incidents.Select(incident => YearOf(incident.Happened)).OfType<int>().Order().Select(year => (int?)year).FirstOrDefault();

    /// <summary>The year of a moment; null where it is not known.</summary>
    public static int? YearOf(HappenedAt happened) =>
        happened.Zone is null || happened.Precision is Precision.Before or Precision.After or Precision.Unknown ? null : happened.Date.Year;
}

/// <summary>An incident and when it was.</summary>
public sealed record ToldIncident(ApplicationEvent.IncidentTold Told, HappenedAt Happened);

/// <summary>What is done about an application.</summary>
public enum ApplicationStep
{
    /// <summary>A lawyer was retained.</summary>
    LawyerRetained,

    /// <summary>A lawyer's work was watched.</summary>
    LawyerMonitored,

    /// <summary>Offered help was refused.</summary>
    AssistanceRefused,

    /// <summary>Help was offered.</summary>
    AssistanceOffered,

    /// <summary>Injuries were documented by an independent doctor.</summary>
    MedicallyDocumented,

    /// <summary>Somebody was referred to others.</summary>
    Referred,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>A step and when it was taken.</summary>
public sealed record ApplicationStepTaken(ApplicationStep Step, HappenedAt Happened);

/// <summary>How an application's entries become what read models know of it.</summary>
public static class ApplicationFold
{
    /// <summary>Before the first entry.</summary>
    public static ApplicationFacts Initial { get; } = new(null, null, null, [], [], [], default, [], [], null);

    /// <summary>The fold that every read model of applications shares.</summary>
    public static StreamFold<ApplicationFacts, ApplicationEvent> Fold { get; } = new("application", Initial, Apply);

    /// <summary>What is known after one more entry.</summary>
    public static ApplicationFacts Apply(ApplicationFacts facts, Entry<ApplicationEvent> entry) => entry.Event switch
    {
        ApplicationEvent.Received e => facts with { Received = e, ReceivedAt = entry.Happened },
        ApplicationEvent.ApplicantNamed e => facts with { Applicant = e },
        ApplicationEvent.VictimNamed e => facts with { Victims = [.. facts.Victims, e] },
        ApplicationEvent.IncidentTold e => facts with { Incidents = [.. facts.Incidents, new(e, entry.Happened)] },
        ApplicationEvent.ComplaintMade e => facts with { ComplainedTo = [.. facts.ComplainedTo.Append(e.To).Distinct()] },
        ApplicationEvent.ConsentGiven e => facts with { Consents = facts.Consents.After(e.Scopes, e.Giver, e.Person, Consent.Given, entry.Happened) },
        ApplicationEvent.ConsentRefused e => facts with { Consents = facts.Consents.After(e.Scopes, e.Giver, e.Person, Consent.Refused, entry.Happened) },
        ApplicationEvent.ConsentWithdrawn e => facts with { Consents = facts.Consents.After(e.Scopes, e.Giver, e.Person, Consent.Withdrawn, entry.Happened) },
        ApplicationEvent.AssistanceOffered => Step(facts, ApplicationStep.AssistanceOffered, entry.Happened),
        ApplicationEvent.AssistanceRefused => Step(facts, ApplicationStep.AssistanceRefused, entry.Happened),
        ApplicationEvent.LawyerRetained => Step(facts, ApplicationStep.LawyerRetained, entry.Happened),
        ApplicationEvent.LawyerMonitored => Step(facts, ApplicationStep.LawyerMonitored, entry.Happened),
        ApplicationEvent.MedicallyDocumented => Step(facts, ApplicationStep.MedicallyDocumented, entry.Happened),
        ApplicationEvent.Referred => Step(facts, ApplicationStep.Referred, entry.Happened),
        ApplicationEvent.Linked e => facts with { Cases = [.. facts.Cases, e] },
        ApplicationEvent.Noted => Step(facts, ApplicationStep.Other, entry.Happened),
        ApplicationEvent.Closed => facts with { Closed = entry.Happened },
        ApplicationEvent.Reopened => Step(facts with { Closed = null }, ApplicationStep.Other, entry.Happened),
        _ => throw new UnreachableEventException(entry.Event),
    };

    private static ApplicationFacts Step(ApplicationFacts facts, ApplicationStep step, HappenedAt happened) =>
        facts with { Steps = [.. facts.Steps, new(step, happened)] };
}
