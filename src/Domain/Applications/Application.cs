namespace Trials.Domain.Applications;

/// <summary>What was said last about one scope of consent.</summary>
public enum Consent
{
    /// <summary>Given.</summary>
    Given,

    /// <summary>Refused when asked.</summary>
    Refused,

    /// <summary>Given and taken back.</summary>
    Withdrawn,
}

/// <summary>The state of one application.</summary>
/// <param name="IsReceived">Whether it is recorded when and how it was documented.</param>
/// <param name="HasApplicant">Whether it is recorded who applies.</param>
/// <param name="Victims">The victims who are named.</param>
/// <param name="Consents">What was said last of consent, by scope and giver.</param>
/// <param name="Cases">The cases that belong to it.</param>
/// <param name="ClosedAt">When work on it ended; null while it goes on.</param>
public sealed partial record Application(
    bool IsReceived,
    bool HasApplicant,
    ValueList<PersonId> Victims,
    Consents Consents,
    ValueList<CaseId> Cases,
    HappenedAt? ClosedAt) : IStream<Application, ApplicationEvent>
{
    /// <inheritdoc/>
    public static string Category => "application";

    /// <inheritdoc/>
    public static Application Initial { get; } = new(IsReceived: false, HasApplicant: false, [], default, [], null);

    /// <inheritdoc/>
    public static Application Apply(Application state, Entry<ApplicationEvent> entry) => entry.Event switch
    {
        ApplicationEvent.Received => state with { IsReceived = true },
        ApplicationEvent.ApplicantNamed => state with { HasApplicant = true },
        ApplicationEvent.VictimNamed e => e.Person is { } person ? state with { Victims = [.. state.Victims, person] } : state,
        ApplicationEvent.ConsentGiven e => state with { Consents = state.Consents.After(e.Scopes, e.Giver, e.Person, Consent.Given, entry.Happened) },
        ApplicationEvent.ConsentRefused e => state with { Consents = state.Consents.After(e.Scopes, e.Giver, e.Person, Consent.Refused, entry.Happened) },
        ApplicationEvent.ConsentWithdrawn e => state with { Consents = state.Consents.After(e.Scopes, e.Giver, e.Person, Consent.Withdrawn, entry.Happened) },
        ApplicationEvent.Linked e => state with { Cases = [.. state.Cases, e.Case] },
        ApplicationEvent.Closed => state with { ClosedAt = entry.Happened },
        ApplicationEvent.Reopened => state with { ClosedAt = null },
        ApplicationEvent.IncidentTold or ApplicationEvent.ComplaintMade or ApplicationEvent.AssistanceOffered or ApplicationEvent.AssistanceRefused
            or ApplicationEvent.LawyerRetained or ApplicationEvent.LawyerMonitored or ApplicationEvent.MedicallyDocumented
            or ApplicationEvent.Referred or ApplicationEvent.Noted => state,
        _ => throw new UnreachableEventException(entry.Event),
    };
}
