using System.Globalization;
using Trials.Domain;
using Trials.Domain.Reports;
using Trials.Web.Forms;
using Trials.Web.Recording;

namespace Trials.Web.Hearings;

/// <summary>What became of something that was sent from the page of a hearing.</summary>
public sealed record HearingResult
{
    /// <summary>The status to answer with; null where there is somewhere to go.</summary>
    public int? Status { get; init; }

    /// <summary>The form to show again, with what is wrong; null for none.</summary>
    public QuickEntry? Entry { get; init; }

    /// <summary>Why nothing was recorded; null where the form says it, or where it was.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Up to where the next page must show the log; null where nothing was recorded.</summary>
    public LogPosition? Position { get; init; }

    /// <summary>Whether everything was so already.</summary>
    public bool Unchanged { get; init; }

    /// <summary>A page that shows the effect.</summary>
    public string Address(string page) => Position is { } position ? ShownAt.Address(page, position) : Unchanged ? ShownAt.Unchanged(page) : page;
}

/// <summary>Sends what the page of a hearing records, and says what to show next.</summary>
public sealed class HearingPost(FactPost post, Recorder recorder)
{
    /// <summary>Makes a new form ready to be sent again and again.</summary>
    /// <param name="typed">What stands in it.</param>
    /// <param name="seenRevision">The stream's revision; -1 for a new stream.</param>
    public Typed Prepare(Typed typed, long seenRevision)
    {
        post.Prepare(typed, seenRevision);
        return typed;
    }

    /// <summary>The head of a command in a report.</summary>
    /// <param name="command">The form's id.</param>
    /// <param name="happened">When it happened.</param>
    /// <param name="author">Whose account it is; null for the typist's own.</param>
    /// <param name="seen">The report's revision as the form carried it.</param>
    public static CommandHeader Header(CommandId command, HappenedAt happened, ActorId? author, string seen) =>
        new(command, happened, new Source.SeenMyself())
        {
            Author = author,
            SeenRevision = long.TryParse(seen, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var revision) ? revision : null,
        };

    /// <summary>Sends one fact.</summary>
    /// <param name="entry">The fact and its form.</param>
    /// <param name="pressed">Whether it comes from a press alone: nothing was typed.</param>
    public async ValueTask<HearingResult> Send(QuickEntry entry, bool pressed)
    {
        ArgumentNullException.ThrowIfNull(entry);

        // Whoever goes away after sending has sent: it is recorded all the same.
        var result = await post.Send(entry.Act.Schema, entry.Target, entry.Typed, entry.Context, entry.Errors, CancellationToken.None).ConfigureAwait(true);
        switch (result)
        {
            case FactResult.Recorded(var recorded):
                return new() { Position = recorded.Position };
            case FactResult.Unchanged:
                return new() { Unchanged = true };
            case FactResult.Refused(var refusal):
                return new() { Status = FactForm.StatusOf(refusal), Entry = entry with { Refusal = refusal } };
            case FactResult.Conflicted(var conflict, var fact, var at) when pressed
                && Stamp.SamePress(conflict, new(entry.Context.Command, at, new Source.SeenMyself()), [fact]) is Outcome.Recorded once:
                return new() { Position = once.Position };
            case FactResult.Conflicted conflicted:
                post.Prepare(entry.Typed, conflicted.Conflict.Revision);
                var reused = conflicted.Conflict.Refusal.Code == LoopRefusals.CommandIdReused;
                return new()
                {
                    Status = StatusCodes.Status409Conflict,
                    Entry = entry with
                    {
                        Conflict = conflicted,
                        Context = reused ? entry.Context with { Command = CommandId.From(Guid.NewGuid()) } : entry.Context,
                    },
                };
            default:
                return new() { Status = StatusCodes.Status422UnprocessableEntity, Entry = entry };
        }
    }

    /// <summary>Records in a report, all or none.</summary>
    /// <param name="target">The report.</param>
    /// <param name="header">Who, when, and the form's id.</param>
    /// <param name="facts">One or more.</param>
    /// <param name="pressed">Whether they come from a press alone: nothing was typed.</param>
    public async ValueTask<HearingResult> Report(FactTarget target, CommandHeader header, IReadOnlyList<ReportEvent> facts, bool pressed)
    {
        ArgumentNullException.ThrowIfNull(target);
        var outcome = await recorder.Record(target.Stream, target.Matter, header, facts, [], CancellationToken.None).ConfigureAwait(true);
        return (pressed ? Stamp.SamePress(outcome, header, facts) : outcome) switch
        {
            Outcome.Recorded recorded => new() { Position = recorded.Position },
            Outcome.Unchanged => new() { Unchanged = true },
            Outcome.Refused(var refusal) => new() { Status = FactForm.StatusOf(refusal), Refusal = refusal },
            Outcome.Conflicted conflict => new() { Status = StatusCodes.Status409Conflict, Refusal = conflict.Refusal },
            var other => throw new InvalidOperationException($"A command came to {other}."),
        };
    }
}
