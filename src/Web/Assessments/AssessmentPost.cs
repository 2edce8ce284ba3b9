using System.Globalization;
using Mediator;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Assessments;
using Trials.Projections;
using Trials.Projections.Assessments;
using Trials.Web.Forms;
using Trials.Web.Recording;

namespace Trials.Web.Assessments;

/// <summary>What became of decisions.</summary>
/// <param name="Last">Up to where to wait for them; null where none was recorded.</param>
/// <param name="Refused">Why some were not taken, each once.</param>
/// <param name="Missing">How many findings are no longer there.</param>
public sealed record DecisionsMade(LogPosition? Last, IReadOnlyList<Refusal> Refused, int Missing)
{
    /// <summary>Whether all of them stand.</summary>
    public bool All => Refused.Count == 0 && Missing == 0;
}

/// <summary>Decides on findings, one or many at once, each in its own stream. Sent again, it decides what is not decided yet.</summary>
public sealed class AssessmentPost(IMediator mediator, IClock clock)
{
    /// <summary>The field of each finding that is chosen.</summary>
    public const string Chosen = "finding";

    /// <summary>The field of the decision.</summary>
    public const string Decision = "decision";

    /// <summary>The field of the reason.</summary>
    public const string Reason = "reason";

    /// <summary>The value of the decision to confirm; any other dismisses.</summary>
    public const string Confirm = "confirm";

    /// <summary>Decides.</summary>
    /// <param name="bases">The findings.</param>
    /// <param name="confirm">Whether to confirm them.</param>
    /// <param name="reason">Why.</param>
    /// <param name="typed">The form, for its id and the moment at which it was shown.</param>
    public async Task<DecisionsMade> Decide(IEnumerable<string> bases, bool confirm, FreeText reason, Typed typed)
    {
        var command = HiddenFields.CommandOf(typed);
        var at = ShownAt(typed);
        var refused = new List<Refusal>();
        LogPosition? last = null;
        var missing = 0;
        foreach (var basis in bases.Distinct())
        {
            var found = await mediator.Send(new FindingList(new FindingFilter { Basis = basis }, new PageRequest(1, 1)), CancellationToken.None).ConfigureAwait(false);
            if (found.Rows is not [var row])
            {
                missing++;
                continue;
            }

            switch (await Send(row, confirm, reason, new(command.Following(basis), at, new Source.SeenMyself())).ConfigureAwait(false))
            {
                case Outcome.Recorded recorded:
                    last = last > recorded.Position ? last : recorded.Position;
                    break;
                case Outcome.Refused(var refusal):
                    refused.Add(refusal);
                    break;
                case Outcome.Conflicted conflict:
                    refused.Add(conflict.Refusal);
                    break;
            }
        }

        return new(last, [.. refused.Distinct()], missing);
    }

    /// <summary>What was proposed goes with every decision, so that the same form is the same command; it stays as it was first.</summary>
    private async Task<Outcome> Send(FindingRowView row, bool confirm, FreeText reason, CommandHeader header)
    {
        var history = await mediator.Send(new StreamHistory(row.Stream), CancellationToken.None).ConfigureAwait(false);
        var proposed = EffectiveSequence.Of<AssessmentEvent>(history).Select(entry => entry.Event).OfType<AssessmentEvent.Proposed>().FirstOrDefault()
            ?? new AssessmentEvent.Proposed(row.Case, row.Rule, row.Version, row.Kind, row.Yields, row.Standard, row.Whose, row.Entries);
        AssessmentEvent decision = confirm ? new AssessmentEvent.Confirmed(reason) : new AssessmentEvent.Dismissed(reason);
        return await mediator.Send(
            new RecordInAssessment
            {
                Stream = row.Stream,
                Matter = row.Case.Matter,
                Header = header,
                Facts = [proposed, decision],
            },
            CancellationToken.None).ConfigureAwait(false);
    }

    private HappenedAt ShownAt(Typed typed)
    {
        var now = clock.GetCurrentInstant();
        var shown = long.TryParse(typed[FactPost.Shown], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= now.ToUnixTimeSeconds()
            ? Instant.FromUnixTimeSeconds(seconds)
            : now;
        return HappenedAt.Exactly(shown.InZone(Dates.Zone).LocalDateTime);
    }
}
