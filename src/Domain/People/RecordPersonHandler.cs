namespace Trials.Domain.People;

/// <summary>Records what is known of a person. Who is merged into whom is looked up in the other persons' streams, so that nobody turns out to be themselves.</summary>
public sealed class RecordPersonHandler(DecisionLoop loop, ViewerAccessor viewers, IEventLog log, IEventCodec codec)
    : RecordingHandler<RecordPerson, Person, PersonEvent>(loop, viewers)
{
    /// <summary>How many merges are followed.</summary>
    private const int MostMerges = 100;

    /// <inheritdoc/>
    public override async ValueTask<Outcome> Handle(RecordPerson command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var merges = command.Facts.OfType<DomainEvent>()
            .Concat(command.Amendments.OfType<Amendment.Corrected>().Select(a => a.Replacement))
            .OfType<PersonEvent.Merged>();
        foreach (var merged in merges)
        {
            if (await Reaches(merged.Into, command.Stream, cancellationToken).ConfigureAwait(false))
            {
                return new Outcome.Refused(Refusal.Because(PersonRefusals.MergedInARing));
            }
        }

        return await base.Handle(command, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> Reaches(PersonId from, StreamName person, CancellationToken cancellation)
    {
        var next = (PersonId?)from;
        for (var i = 0; i < MostMerges && next is { } into; i++)
        {
            var stream = StreamName.Of(into);
            if (stream == person)
            {
                return true;
            }

            var history = new List<RecordedEvent>();
            await foreach (var stored in log.ReadStream(stream, 0, cancellation).ConfigureAwait(false))
            {
                history.Add(codec.Decode(stored));
            }

            next = Decision.Fold<Person, PersonEvent>(EffectiveSequence.Of<PersonEvent>(history)).MergedInto;
        }

        return false;
    }
}
