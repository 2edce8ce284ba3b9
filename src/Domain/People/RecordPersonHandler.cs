namespace Trials.Domain.People;

/// <summary>
/// Records what is known of a person. Who is merged into whom is looked up in the other persons' streams, so that nobody turns out to be themselves.
/// That a person is erased is acknowledged when the keys are destroyed.
/// </summary>
public sealed class RecordPersonHandler(DecisionLoop loop, ViewerAccessor viewers, IEventLog log, IEventCodec codec, IErasure erasure)
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

        var outcome = await base.Handle(command, cancellationToken).ConfigureAwait(false);
        return outcome is Outcome.Recorded && command.Facts.OfType<PersonEvent.Erased>().Any()
            ? await Erased(new(command.Stream.LeadingGuid), outcome).ConfigureAwait(false)
            : outcome;
    }

    /// <summary>Destroys the keys; where it cannot, the same command sent again tries anew.</summary>
    private async ValueTask<Outcome> Erased(PersonId person, Outcome recorded)
    {
        try
        {
            await erasure.Erase(person, CancellationToken.None).ConfigureAwait(false);
            return recorded;
        }
        catch (Exception e) when (e is KeysUnavailableException or LogUnreachableException)
        {
            return new Outcome.Refused(Refusal.Because(LoopRefusals.LogOutcomeUnknown));
        }
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
