using System.Globalization;
using Mediator;
using NodaTime;
using Trials.Domain;
using Trials.Projections.Engine;
using Trials.Projections.Hearings;

namespace Trials.Projections.Catalogues;

/// <summary>
/// The bands by which statistics count late starts on a day: the upper bounds that the catalogue offers then, or
/// <see cref="DelayBands.Standard"/> where it offers none.
/// </summary>
public sealed record DelayBandsInForce(LocalDate Today) : Query<DelayBandsInForce, DelayBands>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadStatistics;
}

/// <summary>Answers <see cref="DelayBandsInForce"/>.</summary>
public sealed class DelayBandsInForceHandler(ReadModelDatabase database) : IQueryHandler<DelayBandsInForce, DelayBands>
{
    /// <inheritdoc/>
    public async ValueTask<DelayBands> Handle(DelayBandsInForce query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        return await Bands.OfDelays(session, query.Today, cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>Catalogues of bands: each entry is the upper bound of one.</summary>
public static class Bands
{
    /// <summary>The catalogue of bands of delay, in whole minutes.</summary>
    public const string Delays = "delay-bands";

    /// <summary>The catalogue of bands of age, in whole years.</summary>
    public const string Ages = "age-bands";

    /// <summary>The attribute that holds the bound, which belongs to its band.</summary>
    public const string UpTo = "up-to";

    /// <summary>The bands of delay on a day.</summary>
    internal static async ValueTask<DelayBands> OfDelays(ReadSession session, LocalDate on, CancellationToken cancellation)
    {
        var rows = await CatalogueEntriesHandler.Read(session, Delays, cancellation).ConfigureAwait(false);
        return In(rows, on) is { Count: > 0 } bounds ? new(bounds) : DelayBands.Standard;
    }

    /// <summary>The upper bounds that are offered on a day, ascending, each once. An entry without a whole number is none.</summary>
    public static ValueList<int> In(IEnumerable<CatalogueRow> rows, LocalDate on) => rows
        .Where(row => !row.Retired && !(row.ValidFrom > on) && !(row.ValidTo < on))
        .Select(row => int.TryParse(row[UpTo], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bound) ? bound : (int?)null)
        .OfType<int>()
        .Distinct()
        .Order()
        .ToValueList();
}
