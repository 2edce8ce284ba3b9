namespace Trials.Domain.Cases;

/// <summary>Records in a case.</summary>
public sealed class RecordInCaseHandler(DecisionLoop loop, ViewerAccessor viewers)
    : RecordingHandler<RecordInCase, Case, CaseEvent>(loop, viewers)
{
    /// <inheritdoc/>
    public override async ValueTask<Outcome> Handle(RecordInCase command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var itself = command.Facts.OfType<DomainEvent>()
            .Concat(command.Amendments.OfType<Amendment.Corrected>().Select(a => a.Replacement))
            .OfType<INamesCase>()
            .Any(e => StreamName.Of(e.OtherCase) == command.Stream);
        return itself
            ? new Outcome.Refused(Refusal.Because(CaseRefusals.OtherIsItself))
            : await base.Handle(command, cancellationToken).ConfigureAwait(false);
    }
}
