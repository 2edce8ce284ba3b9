namespace Trials.Domain.Views;

/// <summary>Saves a view, renames it or removes it.</summary>
public sealed record RecordView : StreamCommand<RecordView, ViewEvent>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>
/// Saves, renames or removes a view, in the sender's own name only. Entries are not amended: an amendment keeps the author of what it amends, so that nothing
/// would tell whose hand it was.
/// </summary>
public sealed class RecordViewHandler(DecisionLoop loop, ViewerAccessor viewers)
    : RecordingHandler<RecordView, View, ViewEvent>(loop, viewers)
{
    /// <inheritdoc/>
    public override ValueTask<Outcome> Handle(RecordView command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command switch
        {
            { Amendments.Count: > 0 } => new(new Outcome.Refused(Refusal.Because(ViewRefusals.NotAmended))),
            { Header.Author: { } author } when author != Sender.Id => new(new Outcome.Refused(Refusal.Because(ViewRefusals.NotYours))),
            _ => base.Handle(command, cancellationToken),
        };
    }
}

/// <summary>Why a view is not saved or changed.</summary>
public static class ViewRefusals
{
    /// <summary>A view is saved once; another one is a view of its own. No parameters.</summary>
    public const string AlreadySaved = "view-already-saved";

    /// <summary>There is no such view, or it was removed. No parameters.</summary>
    public const string Gone = "view-gone";

    /// <summary>A view belongs to whoever saved it, and nobody acts for another. No parameters.</summary>
    public const string NotYours = "view-not-yours";

    /// <summary>A view is renamed or removed; its entries are neither corrected nor withdrawn. No parameters.</summary>
    public const string NotAmended = "view-not-amended";
}

public sealed partial record View
{
    /// <summary>The longest name, in UTF-16 code units.</summary>
    public const int LongestName = 100;

    /// <summary>The longest address, in UTF-16 code units.</summary>
    public const int LongestAddress = 2000;

    /// <inheritdoc/>
    public static Verdict Judge(View state, Entry<ViewEvent> proposed) => proposed.Event switch
    {
        ViewEvent.Saved when state.Owner is not null => Verdict.Refuse(ViewRefusals.AlreadySaved),
        ViewEvent.Saved e => Verdict.FirstOf(
            Limits.Code(Field.Register, e.Register),
            Named(e.Name),
            Limits.RequiredText(e.Address),
            Limits.Optional(Field.Address, e.Address.Plain, LongestAddress)),
        _ when state.Owner is null => Verdict.Refuse(ViewRefusals.Gone),
        _ when state.Owner != proposed.Author => Verdict.Refuse(ViewRefusals.NotYours),
        ViewEvent.Renamed when state.IsRemoved => Verdict.Refuse(ViewRefusals.Gone),
        ViewEvent.Renamed e => Named(e.Name),
        ViewEvent.Removed => state.IsRemoved ? Verdict.AlreadySo : Verdict.Accepted,
        _ => throw new UnreachableEventException(proposed.Event),
    };

    private static Verdict Named(FreeText name) => Verdict.FirstOf(Limits.RequiredText(name), Limits.Optional(Field.ViewName, name.Plain, LongestName));
}
