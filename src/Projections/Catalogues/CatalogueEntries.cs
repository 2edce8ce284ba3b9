using NodaTime;
using Trials.Domain;
using Trials.Domain.Catalogues;

namespace Trials.Projections.Catalogues;

/// <summary>The entries of one catalogue, by Tajik name, then code; retired ones too, which old entries still name.</summary>
/// <param name="Kind">The catalogue's kind, e.g. <c>courts</c>.</param>
public sealed record CatalogueEntries(string Kind) : Query<CatalogueEntries, IReadOnlyList<CatalogueRow>>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>One entry of a catalogue.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Values">Its attributes.</param>
/// <param name="ValidFrom">The first day on which it holds; null for always.</param>
/// <param name="ValidTo">The last day on which it holds; null for still.</param>
/// <param name="Origin">Where it is taken from.</param>
/// <param name="Verified">Whether somebody checked it against that source.</param>
/// <param name="Retired">Whether it is no longer offered.</param>
public sealed record CatalogueRow(
    string Code,
    LocalName Name,
    ValueList<CatalogueValue> Values,
    LocalDate? ValidFrom,
    LocalDate? ValidTo,
    string Origin,
    bool Verified,
    bool Retired)
{
    /// <summary>The value of an attribute; null where it has none.</summary>
    public string? this[string key]
    {
        get
        {
            foreach (var value in Values)
            {
                if (value.Key == key)
                {
                    return value.Value;
                }
            }

            return null;
        }
    }
}
