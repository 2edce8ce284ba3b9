using System.Globalization;
using NodaTime;
using Trials.Domain;
using Trials.Web.Forms;

namespace Trials.Web.Recording;

/// <summary>Where a form records, and what it changes there.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Matter">The matter that the stream belongs to.</param>
public sealed record FactTarget(StreamName Stream, MatterId Matter)
{
    /// <summary>The entry that is corrected; null where a new fact is recorded.</summary>
    public CorrectedEntry? Corrects { get; init; }
}

/// <summary>An entry that a form corrects.</summary>
/// <param name="Entry">The entry as first recorded.</param>
/// <param name="Fact">What it says now.</param>
/// <param name="File">The file that it has now; null for none.</param>
public sealed record CorrectedEntry(EventId Entry, DomainEvent Fact, KeptFile? File);

/// <summary>What became of a form that was sent.</summary>
public abstract record FactResult
{
    private FactResult()
    {
    }

    /// <summary>It is recorded.</summary>
    /// <param name="Outcome">Where, and up to which position to wait for.</param>
    public sealed record Recorded(Outcome.Recorded Outcome) : FactResult;

    /// <summary>It was already so.</summary>
    public sealed record Unchanged : FactResult;

    /// <summary>Something typed cannot be read.</summary>
    public sealed record Unreadable : FactResult;

    /// <summary>It is refused.</summary>
    public sealed record Refused(Refusal Refusal) : FactResult;

    /// <summary>Somebody else recorded the same meanwhile.</summary>
    /// <param name="Conflict">What stands there now.</param>
    /// <param name="Mine">What was about to be recorded.</param>
    /// <param name="Happened">When it happened, as typed.</param>
    public sealed record Conflicted(Outcome.Conflicted Conflict, DomainEvent Mine, HappenedAt Happened) : FactResult;
}

/// <summary>Takes a form that was sent: reads it, records it, and carries on with what follows from it.</summary>
public sealed class FactPost(Recorder recorder, DocumentFiles files, IClock clock)
{
    /// <summary>The field of the revision that the stream had when the form was shown.</summary>
    public const string Seen = "seen";

    /// <summary>The field of the moment at which the form was shown: when an amendment was made, however often it is sent.</summary>
    public const string Shown = "shown";

    /// <summary>The field of whose account it is.</summary>
    public const string Author = "author";

    /// <summary>The field of why an entry is amended.</summary>
    public const string Reason = "reason";

    /// <summary>Records a new fact, or corrects an entry.</summary>
    public async ValueTask<FactResult> Send(
        FactSchema schema, FactTarget target, Typed typed, FormContext context, FormErrors errors, CancellationToken cancellation)
    {
        var newPersons = new List<NewPerson>();
        var anywhere = new FieldPlace(schema.WireName, "", Required: false, typed, context, errors, newPersons);
        var happened = Stamp.IsAsked(typed) ? Stamp.Moment(typed, clock.GetCurrentInstant()) : HappenedForm.Read(anywhere);
        if (happened is { Precision: not Precision.Before } && happened.Value.Named.Date > clock.CourtDay())
        {
            var date = anywhere with { Name = HappenedForm.Date, Label = context.Texts["Form.Happened.Date"] };
            date.Wrong("Form.Error.Future", happened.Value.Named.Date, clock.CourtDay());
        }

        var fact = schema.Read(typed, context, errors, newPersons, target.Corrects?.Fact);
        var source = SourceForm.Read(anywhere);
        var reason = target.Corrects is null ? null : ReadReason(anywhere, context.Texts["Form.Reason"]);
        var file = source is Source.Document ? FileForm.Read(anywhere) : null;
        if (errors.Any || happened is not { } at || fact is null || source is null)
        {
            return new FactResult.Unreadable();
        }

        var kept = files.Keep(context.Command, file, source);
        if (kept.Refusal is { } notKept)
        {
            return new FactResult.Refused(notKept);
        }

        var header = Header(typed, context.Command, target.Corrects is null ? at : ShownAt(typed), kept.Source);
        var outcome = target.Corrects is { } corrected
            ? await recorder.Record(
                target.Stream, target.Matter, header, [], [new Amendment.Corrected(corrected.Entry, fact, at, reason)], cancellation).ConfigureAwait(false)
            : await recorder.Record(target.Stream, target.Matter, header, [fact], [], cancellation).ConfigureAwait(false);
        files.Settle(kept, outcome);
        return (Stamp.IsAsked(typed) ? Stamp.SamePress(outcome, header, [fact]) : outcome) switch
        {
            Outcome.Recorded recorded => await Register(newPersons, target.Matter, header, recorded, cancellation).ConfigureAwait(false),
            Outcome.Unchanged => new FactResult.Unchanged(),
            Outcome.Refused(var refusal) => new FactResult.Refused(refusal),
            Outcome.Conflicted conflict => new FactResult.Conflicted(conflict, fact, at),
            _ => throw new InvalidOperationException($"A command came to {outcome}."),
        };
    }

    /// <summary>Withdraws an entry, or undoes an amendment.</summary>
    /// <param name="target">Where it is recorded.</param>
    /// <param name="entry">The entry or amendment.</param>
    /// <param name="why">What the form calls the reason.</param>
    /// <param name="typed">The form.</param>
    /// <param name="context">What the form knows.</param>
    /// <param name="errors">Where to say what is wrong.</param>
    /// <param name="cancellation">Stops it.</param>
    public async ValueTask<FactResult> Withdraw(
        FactTarget target, EventId entry, string why, Typed typed, FormContext context, FormErrors errors, CancellationToken cancellation)
    {
        var anywhere = new FieldPlace("", "", Required: false, typed, context, errors, []);
        var reason = ReadReason(anywhere, why);
        if (reason is null)
        {
            return new FactResult.Unreadable();
        }

        var withdrawal = new Amendment.Withdrawn(entry, reason);
        var header = Header(typed, context.Command, ShownAt(typed), new Source.SeenMyself());
        return await recorder.Record(target.Stream, target.Matter, header, [], [withdrawal], cancellation).ConfigureAwait(false) switch
        {
            Outcome.Recorded recorded => new FactResult.Recorded(recorded),
            Outcome.Refused(var refusal) => new FactResult.Refused(refusal),
            Outcome.Conflicted conflict => new FactResult.Conflicted(conflict, withdrawal, header.Happened),
            _ => new FactResult.Unchanged(),
        };
    }

    /// <summary>What a new form carries so that it can be sent again and again: when it was shown, and what had been recorded then.</summary>
    public void Prepare(Typed typed, long seenRevision)
    {
        typed[Shown] = clock.GetCurrentInstant().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        typed[Seen] = seenRevision.ToString(CultureInfo.InvariantCulture);
    }

    private static CommandHeader Header(Typed typed, CommandId command, HappenedAt happened, Source source) => new(command, happened, source)
    {
        Author = Guid.TryParseExact(typed[Author], "N", out var author) ? new ActorId(author) : null,
        SeenRevision = long.TryParse(typed[Seen], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seen) ? seen : null,
    };

    private static FreeText? ReadReason(FieldPlace anywhere, string label) =>
        (FreeText?)new Forms.Fields.AccountKind().Read(anywhere with
        {
            Name = Reason,
            Label = label,
            Required = true,
        });

    /// <summary>When a form was shown, to the minute: the moment of what is no event of the procedure, however often the form is sent.</summary>
    public HappenedAt ShownAt(Typed typed)
    {
        var shown = long.TryParse(typed[Shown], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= clock.GetCurrentInstant().ToUnixTimeSeconds()
            ? Instant.FromUnixTimeSeconds(seconds)
            : clock.GetCurrentInstant();
        return HappenedAt.Exactly(shown.InZone(Dates.Zone).LocalDateTime.With(TimeAdjusters.TruncateToMinute));
    }

    /// <summary>Registers the persons whom the form names for the first time. Sent again, it registers those who are not yet.</summary>
    private async ValueTask<FactResult> Register(
        IEnumerable<NewPerson> persons, MatterId matter, CommandHeader header, Outcome.Recorded recorded, CancellationToken cancellation)
    {
        var last = recorded;
        foreach (var (person, registration) in persons)
        {
            var following = header with { Command = header.Command.Following($"person:{person.Value:N}"), SeenRevision = null, Cause = recorded.Entries[0] };
            switch (await recorder.Record(StreamName.Of(person), matter, following, [registration], [], cancellation).ConfigureAwait(false))
            {
                case Outcome.Recorded registered when registered.Position > last.Position:
                    last = last with { Position = registered.Position };
                    break;
                case Outcome.Refused(var refusal):
                    return new FactResult.Refused(refusal);
                case Outcome.Conflicted conflict:
                    return new FactResult.Refused(conflict.Refusal);
            }
        }

        return new FactResult.Recorded(last);
    }
}
