using Trials.Domain.Catalogues;

namespace Trials.Domain.Cases;

/// <summary>Why an entry of a procedural status is refused.</summary>
public static class StatusRefusals
{
    /// <summary>This person has this status already: record first that it ended. Parameters <c>status</c>, <c>since</c>.</summary>
    public const string AlreadyHas = "status-already-has";

    /// <summary>Only a status that was given ends: record first that it was given. Parameters <c>status</c>, <c>at</c>.</summary>
    public const string HasNot = "status-has-not";
}

public sealed partial record Case
{
    private static Verdict JudgeStatus(Case state, Entry<CaseEvent> proposed) => proposed.Event switch
    {
        CaseEvent.StatusGiven e => Verdict.FirstOf(HasNot(state, e.Person, e.Status, proposed.Happened), Order(e.Body, e.Number, e.Text)),
        CaseEvent.StatusRefused e => Verdict.FirstOf(HasNot(state, e.Person, e.Status, proposed.Happened), Order(e.Body, e.Number, e.Text)),
        CaseEvent.StatusEnded e => Verdict.FirstOf(
            StatusOf(state, e.Person, e.Status).MayEnd(proposed.Happened)
                ? Verdict.Accepted
                : Verdict.Refuse(StatusRefusals.HasNot, ("status", e.Status), ("at", proposed.Happened.Date)),
            Order(e.Body, e.Number, e.Text)),
        _ => throw new UnreachableEventException(proposed.Event),
    };

    private static Episodes StatusOf(Case state, PersonId person, ProceduralStatus status) =>
        state.Statuses.TryGet(new(person, status), out var known) ? known : default;

    private static Verdict HasNot(Case state, PersonId person, ProceduralStatus status, HappenedAt happened) =>
        StatusOf(state, person, status).Running(happened) is { } since
            ? Verdict.Refuse(StatusRefusals.AlreadyHas, ("status", status), ("since", since.Date))
            : Verdict.Accepted;

    private static Verdict Order(AuthorityCode? body, string? number, FreeText? text) =>
        Verdict.FirstOf(Limits.Authority(body), Limits.Optional(Field.Number, number), Limits.Text(text));
}
