using NodaTime;

namespace Trials.Domain.Catalogues;

/// <summary>A court's code in the catalogue of courts, e.g. <c>dushanbe-somoni</c>.</summary>
public readonly record struct CourtCode(string Value) : ICatalogueCode<CourtCode>
{
    /// <inheritdoc/>
    public static string Kind => "courts";

    /// <inheritdoc/>
    public static CourtCode From(string value) => new(value);
}

/// <summary>A region's code in the catalogue of regions.</summary>
public readonly record struct RegionCode(string Value) : ICatalogueCode<RegionCode>
{
    /// <inheritdoc/>
    public static string Kind => "regions";

    /// <inheritdoc/>
    public static RegionCode From(string value) => new(value);
}

/// <summary>The code of a judge or prosecutor acting in public, in the catalogue of officials.</summary>
public readonly record struct OfficialCode(string Value) : ICatalogueCode<OfficialCode>
{
    /// <inheritdoc/>
    public static string Kind => "officials";

    /// <inheritdoc/>
    public static OfficialCode From(string value) => new(value);
}

/// <summary>A code that one catalogue explains.</summary>
public interface ICatalogueCode<TSelf>
    where TSelf : struct, ICatalogueCode<TSelf>
{
    /// <summary>The catalogue's kind, as in its stream's name.</summary>
    static abstract string Kind { get; }

    /// <summary>Lower-case letters, digits and hyphens, 1 to 100 characters.</summary>
    string Value { get; }

    /// <summary>Wraps a code.</summary>
    static abstract TSelf From(string value);
}

/// <summary>A name in the product's languages; at least one is set.</summary>
public sealed record LocalName(string? En, string? Ru, string? Tg);

/// <summary>One attribute of a catalogue entry, e.g. a court's <c>region</c>, <c>level</c> or <c>zone</c>.</summary>
public readonly record struct CatalogueValue(string Key, string Value);

/// <summary>What happens in one catalogue: a list of dated entries, each with its source.</summary>
public abstract record CatalogueEvent : DomainEvent
{
    private CatalogueEvent()
    {
    }

    /// <summary>The wire names of this stream's events.</summary>
    public static IReadOnlyList<(string WireName, Type Type)> WireNames { get; } =
    [
        ("catalogue-entry-put.v1", typeof(EntryPut)),
        ("catalogue-entry-retired.v1", typeof(EntryRetired)),
    ];

    /// <summary>An entry is in the catalogue, or says from now on what is given here.</summary>
    /// <param name="Code">The entry's code, unique within the catalogue and never reused.</param>
    /// <param name="Name">What people call it.</param>
    /// <param name="Values">Its attributes.</param>
    /// <param name="ValidFrom">The first day on which it holds; null for always.</param>
    /// <param name="ValidTo">The last day on which it holds; null for still.</param>
    /// <param name="Origin">Where it is taken from; never empty.</param>
    /// <param name="Verified">Whether somebody checked it against that source.</param>
    public sealed record EntryPut(
        string Code, LocalName Name, ValueList<CatalogueValue> Values, LocalDate? ValidFrom, LocalDate? ValidTo, string Origin, bool Verified)
        : CatalogueEvent, IAbout
    {
        object IAbout.Subject => Code;
    }

    /// <summary>An entry is no longer offered; what was recorded with it keeps it.</summary>
    public sealed record EntryRetired(string Code) : CatalogueEvent, IAbout
    {
        object IAbout.Subject => Code;
    }
}
