namespace Trials.Domain.Catalogues;

/// <summary>The code of a public body, in the catalogue of authorities, e.g. <c>moi</c>.</summary>
public readonly record struct AuthorityCode(string Value) : ICatalogueCode<AuthorityCode>
{
    /// <inheritdoc/>
    public static string Kind => "authorities";

    /// <inheritdoc/>
    public static AuthorityCode From(string value) => new(value);
}

/// <summary>The code of something that was done to a victim, in the catalogue of acts.</summary>
public readonly record struct ActCode(string Value) : ICatalogueCode<ActCode>
{
    /// <inheritdoc/>
    public static string Kind => "acts";

    /// <inheritdoc/>
    public static ActCode From(string value) => new(value);
}

/// <summary>The code of what an act was for, in the catalogue of purposes.</summary>
public readonly record struct PurposeCode(string Value) : ICatalogueCode<PurposeCode>
{
    /// <inheritdoc/>
    public static string Kind => "purposes";

    /// <inheritdoc/>
    public static PurposeCode From(string value) => new(value);
}

/// <summary>The code of a kind of place, in the catalogue of kinds of places.</summary>
public readonly record struct PlaceKindCode(string Value) : ICatalogueCode<PlaceKindCode>
{
    /// <inheritdoc/>
    public static string Kind => "place-kinds";

    /// <inheritdoc/>
    public static PlaceKindCode From(string value) => new(value);
}
