using NodaTime;

namespace Trials.Domain.Cases;

/// <summary>An article of a code as it is charged: 143¹ part 1 is not 143 part 1.</summary>
/// <param name="Code">The code, e.g. <c>CC</c> for the Criminal Code.</param>
/// <param name="Number">The article's number, 1 or more.</param>
/// <param name="Superscript">The superscript of an inserted article; null for none.</param>
/// <param name="Part">The part; null where none is named.</param>
/// <param name="Point">The point; null where none is named.</param>
public readonly record struct Article(string Code, int Number, int? Superscript = null, string? Part = null, string? Point = null);

/// <summary>Who moved a charge to another article.</summary>
public enum RequalifiedBy
{
    /// <summary>Nobody recorded it.</summary>
    NotRecorded,

    /// <summary>An investigator.</summary>
    Investigator,

    /// <summary>A prosecutor.</summary>
    Prosecutor,

    /// <summary>A court.</summary>
    Court,
}

/// <summary>Who is accused, and of what.</summary>
public interface IChargeFact;

public abstract partial record CaseEvent
{
    private static IEnumerable<(string WireName, Type Type)> ChargeNames =>
    [
        ("case-accused-joined.v1", typeof(AccusedJoined)),
        ("case-charge-brought.v1", typeof(ChargeBrought)),
        ("case-charge-requalified.v1", typeof(ChargeRequalified)),
    ];

    /// <summary>Somebody is accused in this case.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Articles">Under what.</param>
    public sealed record AccusedJoined(PersonId Person, ValueList<Article> Articles) : CaseEvent, IChargeFact, IOfPerson, IRepeatable;

    /// <summary>An accused is charged with one count under an article. Which law applies follows from the day of the act; what the catalogue of articles says of it is a warning.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Article">Under what.</param>
    /// <param name="Committed">The day of the act, or its last day; null where unknown.</param>
    /// <param name="AsStated">Whether it is written as the document states it, for the catalogue not to be asked.</param>
    /// <param name="Text">More of it.</param>
    public sealed record ChargeBrought(PersonId Person, Article Article, LocalDate? Committed, bool AsStated, FreeText? Text)
        : CaseEvent, IChargeFact, IOfPerson, IAbout
    {
        object IAbout.Subject => (nameof(ChargeBrought), Person, Article, Committed);
    }

    /// <summary>A charge was moved to another article.</summary>
    /// <param name="Person">Whose.</param>
    /// <param name="From">The article before.</param>
    /// <param name="To">The article from now on.</param>
    /// <param name="By">Who did so.</param>
    /// <param name="Committed">The day of the act, or its last day; null where unknown. Of several counts of the article before, it moves the one of this day.</param>
    /// <param name="AsStated">Whether it is written as the document states it, for the catalogue not to be asked.</param>
    /// <param name="Text">Why, in the body's own words.</param>
    public sealed record ChargeRequalified(
        PersonId Person, Article From, Article To, RequalifiedBy By, LocalDate? Committed, bool AsStated, FreeText? Text)
        : CaseEvent, IChargeFact, IOfPerson, IRepeatable;
}
