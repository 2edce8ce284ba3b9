using Trials.Domain.Applications;
using Trials.Domain.Catalogues;

namespace Trials.Domain.Assessments.Rules;

/// <summary>
/// Rules over what is told in an application. What somebody tells is an account and no finding: each incident proposes what its acts and purposes would amount
/// to, and a person decides. Acts and purposes are codes of catalogues; which of them a rule reads stands here.
/// </summary>
public static class ApplicationRules
{
    /// <summary>One code is enough: each line of this table is a rule.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        OnAct("blows-told", "blows", RightHolder.Victim, "5-0301", "5-030101", "4-020101"),
        OnAct("electric-current-told", "electric-current", RightHolder.Victim, "5-0308"),
        OnAct("rape-threat-told", "rape-threat", RightHolder.Victim, "5-030602"),
        OnAct("custody-threat-told", "intimidation", RightHolder.Victim, "custody-threat"),
        OnAct("unlawful-detention-told", "arbitrary-detention", RightHolder.Victim, "unlawful-detention"),

        // Whoever is made to confess is protected as an accused.
        OnAct("release-promised-told", "release-deception", RightHolder.Accused, "release-promised"),
        OnPurpose("confession-sought-told", "self-incrimination", RightHolder.Accused, "confession"),
    ];

    private static Rule<ApplicationEvent> OnAct(string code, string kind, RightHolder whose, params string[] acts) =>
        OnIncident(code, kind, whose, told => told.Acts.Select(act => act.Value).Intersect(acts).Any());

    private static Rule<ApplicationEvent> OnPurpose(string code, string kind, RightHolder whose, string purpose) =>
        OnIncident(code, kind, whose, told => told.Purposes.Contains(new PurposeCode(purpose)));

    private static Rule<ApplicationEvent> OnIncident(string code, string kind, RightHolder whose, Func<ApplicationEvent.IncidentTold, bool> amounts) => new(
        code, 1, [whose], [kind], (_, entries) =>
            from entry in entries
            where entry.Event is ApplicationEvent.IncidentTold told && amounts(told)
            select new Finding(kind, whose, [entry.Id], entry.Happened));
}
