namespace Trials.Domain.Cases;

/// <summary>A fact of a case that concerns one person, whom it always names: of several accused each has their own.</summary>
public interface IOfPerson
{
    /// <summary>Whom it concerns.</summary>
    PersonId Person { get; }
}
