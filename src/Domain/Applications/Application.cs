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
/// <param name="Consents">What was said last, by scope; a scope that nobody spoke of is not there.</param>
/// <param name="Cases">The cases that belong to it.</param>
/// <param name="ClosedAt">When work on it ended; null while it goes on.</param>
public sealed partial record Application(
    bool IsReceived,
    bool HasApplicant,
    ValueList<PersonId> Victims,
    ValueMap<ConsentScope, Consent> Consents,
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
        ApplicationEvent.ConsentGiven e => state.WithConsent(e.Scopes, Consent.Given),
        ApplicationEvent.ConsentRefused e => state.WithConsent(e.Scopes, Consent.Refused),
        ApplicationEvent.ConsentWithdrawn e => state.WithConsent(e.Scopes, Consent.Withdrawn),
        ApplicationEvent.Linked e => state with { Cases = [.. state.Cases, e.Case] },
        ApplicationEvent.Closed => state with { ClosedAt = entry.Happened },
        ApplicationEvent.Reopened => state with { ClosedAt = null },
        ApplicationEvent.IncidentTold or ApplicationEvent.ComplaintMade or ApplicationEvent.AssistanceOffered or ApplicationEvent.AssistanceRefused
            or ApplicationEvent.LawyerRetained or ApplicationEvent.LawyerMonitored or ApplicationEvent.MedicallyDocumented
            or ApplicationEvent.Referred or ApplicationEvent.Noted => state,
        _ => throw new UnreachableEventException(entry.Event),
    };

    private Application WithConsent(ValueList<ConsentScope> scopes, Consent consent) =>
        this with { Consents = scopes.Aggregate(Consents, (all, scope) => all.With(scope, consent)) };
}
