namespace Trials.Domain;

/// <summary>Marks a fact that may well be recorded twice in a row by two people without being the same thing, such as an observation or a procedural step.</summary>
public interface IRepeatable;

/// <summary>Marks a fact whose effect reaches beyond the record and cannot be taken back: it is neither corrected nor withdrawn.</summary>
public interface IFinal;

/// <summary>
/// Tells apart what facts speak of: two people who record facts with equal subjects record the same thing. A fact that is neither this nor
/// <see cref="IRepeatable"/> is the same thing as every other of its type.
/// </summary>
public interface IAbout
{
    /// <summary>What the fact speaks of within its stream; compares by content.</summary>
    object Subject { get; }
}
