using Mediator;
using Trials.Domain;
using Trials.Domain.Views;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;
using Trials.Projections.Text;

namespace Trials.Projections.Views;

/// <summary>The views that the viewer saved, by register and otherwise in no order: their names are sealed. Nobody sees another's.</summary>
/// <param name="Register">Of which register; null for all.</param>
public sealed record SavedViews(string? Register) : Query<SavedViews, Page<SavedView>>, INeeds
{
    /// <summary>The one that is asked for; null for all.</summary>
    public ViewId? View { get; init; }

    /// <summary>Which page.</summary>
    public PageRequest Page { get; init; } = new(Size: PageRequest.MaxSize);

    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>One saved view.</summary>
/// <param name="View">Which.</param>
/// <param name="Register">Of which register, e.g. <c>petitions</c>.</param>
/// <param name="Name">What its owner calls it, sealed.</param>
/// <param name="Address">The register's address, sealed.</param>
/// <param name="Revision">The revision of its stream, for forms.</param>
public sealed record SavedView(ViewId View, string Register, FreeText Name, FreeText Address, long Revision);

/// <summary>What read models know of one saved view.</summary>
/// <param name="Saved">What was saved, renamed since; null before that and once it is removed.</param>
/// <param name="Owner">Whose it is.</param>
public sealed record ViewFacts(ViewEvent.Saved? Saved, ActorId Owner);

/// <summary>How a view's entries become what read models know of it.</summary>
public static class ViewFold
{
    /// <summary>The fold.</summary>
    public static StreamFold<ViewFacts, ViewEvent> Fold { get; } = new(View.Category, new(null, default), Apply);

    /// <summary>What is known after one more entry.</summary>
    public static ViewFacts Apply(ViewFacts facts, Entry<ViewEvent> entry) => entry.Event switch
    {
        ViewEvent.Saved e => new(e, entry.Author),
        ViewEvent.Renamed e => facts with { Saved = facts.Saved is { } saved ? saved with { Name = e.Name } : null },
        ViewEvent.Removed => facts with { Saved = null },
        _ => throw new UnreachableEventException(entry.Event),
    };
}

/// <summary>The views of registers that people saved for themselves.</summary>
public sealed class ViewsProjection : Projection
{
    /// <summary>The saved views.</summary>
    public ViewsProjection()
        : base(ProjectionNames.Views, version: 1, [ViewRow.Table]) =>
        From(ViewFold.Fold, (before, after, changes) => changes.Replace(ViewRow.Table, ViewRow.Of(before), ViewRow.Of(after)));
}

internal sealed record ViewRow(ViewId View, ActorId Owner, ViewEvent.Saved Saved, long Revision)
{
    public static ViewRow? Of(Folded<ViewFacts>? folded) =>
        folded?.State.Saved is { } saved ? new(new(folded.Stream.LeadingGuid), folded.State.Owner, saved, folded.Revision) : null;

    public static OwnedTable<ViewRow> Table { get; } = new(
        "saved_views",
        TableKind.One,
        new Columns<ViewRow>()
            .Uuid("view_id", r => r.View.Value)
            .Uuid("owner", r => r.Owner.Value)
            .Text("register", r => r.Saved.Register)
            .Bytes("name", r => SealedBytes.Of(r.Saved.Name)!.Value)
            .Bytes("address", r => SealedBytes.Of(r.Saved.Address)!.Value)
            .Integer("revision", r => r.Revision),
        1,
        "owner, register");
}

/// <summary>Answers <see cref="SavedViews"/>.</summary>
public sealed class SavedViewsHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<SavedViews, Page<SavedView>>
{
    /// <inheritdoc/>
    public async ValueTask<Page<SavedView>> Handle(SavedViews query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var where = new Where(session).Uuid("owner = @owner", "owner", viewers.Viewer.Actor.Id.Value).Text("register = @register", "register", query.Register)
            .Uuid("view_id = @view", "view", query.View?.Value);
        var views = await session.Query(
            $"SELECT view_id, register, name, address, revision FROM saved_views WHERE {where.Sql} ORDER BY register, view_id LIMIT {query.Page.Limit} OFFSET {query.Page.Offset}",
            where.Arguments,
            row => new SavedView(new(row.Uuid()), row.Text(), SealedBytes.FreeText(row.Bytes())!, SealedBytes.FreeText(row.Bytes())!, row.Integer()),
            cancellationToken).ConfigureAwait(false);
        var total = await session.Number($"SELECT COUNT(*) FROM saved_views WHERE {where.Sql}", where.Arguments, cancellationToken).ConfigureAwait(false);
        return new(views, (int)total, query.Page);
    }
}
