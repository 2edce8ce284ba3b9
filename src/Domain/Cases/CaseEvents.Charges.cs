namespace Trials.Domain.Cases;

/// <summary>An article of a code as it is charged: 143¹ part 1 is not 143 part 1.</summary>
/// <param name="Code">The code, e.g. <c>CC</c> for the Criminal Code.</param>
/// <param name="Number">The article's number, 1 or more.</param>
/// <param name="Superscript">The superscript of an inserted article; null for none.</param>
/// <param name="Part">The part; null where none is named.</param>
/// <param name="Point">The point; null where none is named.</param>
public readonly record struct Article(string Code, int Number, int? Superscript = null, string? Part = null, string? Point = null);

/// <summary>Who is accused, and of what.</summary>
public interface IChargeFact;

public abstract partial record CaseEvent
{
    private static IEnumerable<(string WireName, Type Type)> ChargeNames =>
    [
        ("case-accused-joined.v1", typeof(AccusedJoined)),
    ];

    /// <summary>Somebody is accused in this case.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Articles">Under what.</param>
    public sealed record AccusedJoined(PersonId Person, ValueList<Article> Articles) : CaseEvent, IChargeFact, IRepeatable;
}
