using Mediator;
using Trials.Domain.Catalogues;
using Trials.Projections.Engine;
using Trials.Projections.Text;

namespace Trials.Projections.Catalogues;

/// <summary>Answers <see cref="CatalogueEntries"/>.</summary>
public sealed class CatalogueEntriesHandler(ReadModelDatabase database) : IQueryHandler<CatalogueEntries, IReadOnlyList<CatalogueRow>>
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<CatalogueRow>> Handle(CatalogueEntries query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        return await Read(session, query.Kind, cancellationToken).ConfigureAwait(false);
    }

    internal static async ValueTask<IReadOnlyList<CatalogueRow>> Read(ReadSession session, string kind, CancellationToken cancellation) =>
        await session.Query(
            "SELECT code, name_en, name_ru, name_tg, attributes, valid_from, valid_to, origin, verified, retired "
            + "FROM catalogue_entries WHERE kind = @kind ORDER BY sort_key, code",
            session.NewArguments().Text("kind", kind),
            row => new CatalogueRow(
                row.Text(),
                new LocalName(row.TextOrNull(), row.TextOrNull(), row.TextOrNull()),
                ListText.CatalogueValues(row.Text()),
                row.DateOrNull(),
                row.DateOrNull(),
                row.Text(),
                row.Int() == 1,
                row.Int() == 1),
            cancellation).ConfigureAwait(false);
}
