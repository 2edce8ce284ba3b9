namespace Trials.Domain.Views;

/// <summary>Saves a view, renames it or removes it.</summary>
public sealed record RecordView : StreamCommand<RecordView, ViewEvent>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>Saves, renames or removes a view.</summary>
public sealed class RecordViewHandler(DecisionLoop loop, ViewerAccessor viewers)
    : RecordingHandler<RecordView, View, ViewEvent>(loop, viewers);

/// <summary>Why a view is not saved or changed.</summary>
public static class ViewRefusals
{
    /// <summary>A view is saved once; another one is a view of its own. No parameters.</summary>
    public const string AlreadySaved = "view-already-saved";

    /// <summary>There is no such view, or it was removed. No parameters.</summary>
    public const string Gone = "view-gone";

    /// <summary>A view belongs to whoever saved it. No parameters.</summary>
    public const string NotYours = "view-not-yours";
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
