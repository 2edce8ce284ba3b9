namespace Trials.Domain.Hearings;

/// <summary>Records in a hearing, and in the next one what follows from it.</summary>
public sealed class RecordInHearingHandler(DecisionLoop loop, ViewerAccessor viewers, NextHearings nextHearings)
    : RecordingHandler<RecordInHearing, Hearing, HearingEvent>(loop, viewers)
{
    /// <inheritdoc/>
    public override async ValueTask<Outcome> Handle(RecordInHearing command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (NextHearingRule.NamesItself(command))
        {
            return new Outcome.Refused(Refusal.Because(HearingRefusals.NextIsItself));
        }

        var outcome = await base.Handle(command, cancellationToken).ConfigureAwait(false);
        if (outcome is not Outcome.Recorded recorded || !NextHearingRule.Concerns(command))
        {
            return outcome;
        }

        // The entry stands; nobody who goes away meanwhile keeps the next hearing from being scheduled.
        var followed = await Follow(command.Stream).ConfigureAwait(false);
        return recorded with
        {
            Position = followed.OfType<Outcome.Recorded>().Select(f => f.Position).Append(recorded.Position).Max(),
            Followed = followed,
        };
    }

    private async ValueTask<ValueList<Outcome>> Follow(StreamName hearing)
    {
        try
        {
            return await nextHearings.Follow(hearing, CancellationToken.None).ConfigureAwait(false);
        }
        catch (LogUnreachableException)
        {
            return [new Outcome.Refused(Refusal.Because(LoopRefusals.LogUnavailable))];
        }
    }
}
