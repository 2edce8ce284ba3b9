using Trials.Domain.People;

namespace Trials.Domain.Applications;

/// <summary>Records what is told or done in an application, or amends what was recorded.</summary>
public sealed record RecordInApplication : StreamCommand<RecordInApplication, ApplicationEvent>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.RecordApplications;
}

/// <summary>Why an entry of an application is refused.</summary>
public static class ApplicationRefusals
{
    /// <summary>It is documented once; correct that entry. No parameters.</summary>
    public const string AlreadyReceived = "application-already-received";

    /// <summary>It has one applicant; correct that entry. No parameters.</summary>
    public const string ApplicantAlreadyNamed = "application-applicant-already-named";

    /// <summary>This person is named as a victim already; correct that entry. No parameters.</summary>
    public const string VictimAlreadyNamed = "application-victim-already-named";

    /// <summary>An age is 0 to 120 whole years. Parameters <c>age</c>, <c>max</c>.</summary>
    public const string Age = "application-age";

    /// <summary>The age at the incident or the birth year, not both. No parameters.</summary>
    public const string AgeOrBirthYear = "application-age-or-birth-year";

    /// <summary>A birth year is 1900 or later, and not after the entry. Parameters <c>year</c>, <c>min</c>, <c>max</c>.</summary>
    public const string BirthYear = "application-birth-year";

    /// <summary>A consent names what it is to. No parameters.</summary>
    public const string NoScope = "application-no-scope";

    /// <summary>A consent that was not given by whoever takes it back cannot be taken back. Parameter <c>scope</c>.</summary>
    public const string NotGiven = "application-consent-not-given";

    /// <summary>This case belongs to it already; correct that entry. No parameters.</summary>
    public const string AlreadyLinked = "application-already-linked";

    /// <summary>Work on it had ended when this happened; reopen it first. Parameters <c>at</c>, <c>closed</c>.</summary>
    public const string AfterClosing = "application-after-closing";

    /// <summary>Work on it ended already; correct that entry. No parameters.</summary>
    public const string AlreadyClosed = "application-already-closed";

    /// <summary>Only what was closed is reopened. No parameters.</summary>
    public const string NotClosed = "application-not-closed";
}

public sealed partial record Application
{
    /// <summary>The highest age that is taken, in years.</summary>
    public const int MostYears = 120;

    /// <inheritdoc/>
    public static Verdict Judge(Application state, Entry<ApplicationEvent> proposed) => proposed.Event switch
    {
        ApplicationEvent.Reopened when state.ClosedAt is null => Verdict.Refuse(ApplicationRefusals.NotClosed),
        ApplicationEvent.Reopened e => Limits.Text(e.Reason),
        ApplicationEvent.Closed when state.ClosedAt is not null => Verdict.Refuse(ApplicationRefusals.AlreadyClosed),
        ApplicationEvent.Closed e => e.Why == ApplicationEnd.Other ? Limits.RequiredText(e.Text) : Limits.Text(e.Text),

        // Whoever takes consent back is heard at any time.
        ApplicationEvent.ConsentRefused e => Verdict.FirstOf(Scoped(e.Scopes), Limits.Text(e.Text)),
        ApplicationEvent.ConsentWithdrawn e => Verdict.FirstOf(Scoped(e.Scopes), Given(state, e), Limits.Text(e.Text)),
        _ when state.ClosedAt is { } closed && closed.CertainlyBefore(proposed.Happened) =>
            Verdict.Refuse(ApplicationRefusals.AfterClosing, ("at", proposed.Happened.Local), ("closed", closed.Local)),
        ApplicationEvent.Received or ApplicationEvent.ApplicantNamed or ApplicationEvent.VictimNamed => Beginning(state, proposed),
        ApplicationEvent.IncidentTold e => Incident(e),
        ApplicationEvent.ComplaintMade e => Verdict.FirstOf(Limits.Code(Field.Authority, e.To.Value), Limits.Text(e.Text)),
        ApplicationEvent.ConsentGiven e => Verdict.FirstOf(Scoped(e.Scopes), Limits.Text(e.Text)),
        ApplicationEvent.AssistanceOffered e => Limits.Text(e.Text),
        ApplicationEvent.AssistanceRefused e => Limits.Text(e.Reason),
        ApplicationEvent.LawyerRetained e => Limits.Text(e.Text),
        ApplicationEvent.LawyerMonitored e => Limits.Text(e.Text),
        ApplicationEvent.MedicallyDocumented e => Limits.Text(e.Text),
        ApplicationEvent.Referred e => e.To == ReferredTo.Other ? Limits.RequiredText(e.Text) : Limits.Text(e.Text),
        ApplicationEvent.Linked e => state.Cases.Contains(e.Case) ? Verdict.Refuse(ApplicationRefusals.AlreadyLinked) : Verdict.Accepted,
        ApplicationEvent.Noted e => Limits.RequiredText(e.Text),
        _ => throw new UnreachableEventException(proposed.Event),
    };

    private static Verdict Beginning(Application state, Entry<ApplicationEvent> proposed) => proposed.Event switch
    {
        ApplicationEvent.Received when state.IsReceived => Verdict.Refuse(ApplicationRefusals.AlreadyReceived),
        ApplicationEvent.Received e => Verdict.FirstOf(Limits.Optional(Field.Number, e.Number), Limits.Region(e.Region), Limits.Text(e.Text)),
        ApplicationEvent.ApplicantNamed when state.HasApplicant => Verdict.Refuse(ApplicationRefusals.ApplicantAlreadyNamed),
        ApplicationEvent.ApplicantNamed => Verdict.Accepted,
        ApplicationEvent.VictimNamed { Person: { } person } when state.Victims.Contains(person) => Verdict.Refuse(ApplicationRefusals.VictimAlreadyNamed),
        ApplicationEvent.VictimNamed { Age: not null, BirthYear: not null } => Verdict.Refuse(ApplicationRefusals.AgeOrBirthYear),
        ApplicationEvent.VictimNamed { Age: { } age and (< 0 or > MostYears) } => Verdict.Refuse(ApplicationRefusals.Age, ("age", age), ("max", MostYears)),
        ApplicationEvent.VictimNamed { BirthYear: { } year } when year < Person.FirstBirthYear || year > proposed.Happened.Latest.Year =>
            Verdict.Refuse(ApplicationRefusals.BirthYear, ("year", year), ("min", Person.FirstBirthYear), ("max", proposed.Happened.Latest.Year)),
        _ => Verdict.Accepted,
    };

    private static Verdict Incident(ApplicationEvent.IncidentTold e) => Verdict.FirstOf(
        Limits.Region(e.Region),
        e.PlaceKind is { } kind ? Limits.Code(Field.PlaceKind, kind.Value) : Verdict.Accepted,
        Limits.Text(e.Place),
        Limits.Codes(Field.Acts, e.Acts),
        Limits.Codes(Field.Purposes, e.Purposes),
        Limits.Codes(Field.Authority, e.Against),
        Limits.Text(e.Ranks),
        Limits.Text(e.Text));

    private static Verdict Scoped(ValueList<ConsentScope> scopes) => scopes.Count == 0 ? Verdict.Refuse(ApplicationRefusals.NoScope) : Verdict.Accepted;

    private static Verdict Given(Application state, ApplicationEvent.ConsentWithdrawn e) =>
        e.Scopes.Where(scope => !state.Consents.MayWithdraw(scope, e.Giver, e.Person))
            .Select(scope => Verdict.Refuse(ApplicationRefusals.NotGiven, ("scope", scope)))
            .FirstOrDefault() ?? Verdict.Accepted;
}
