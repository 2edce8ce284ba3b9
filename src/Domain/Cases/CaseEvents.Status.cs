using Trials.Domain.Catalogues;

namespace Trials.Domain.Cases;

/// <summary>In what capacity somebody takes part.</summary>
public enum ProceduralStatus
{
    /// <summary>Suspect.</summary>
    Suspect,

    /// <summary>Accused.</summary>
    Accused,

    /// <summary>Victim.</summary>
    Victim,

    /// <summary>Legal successor of a victim.</summary>
    Successor,

    /// <summary>Civil claimant.</summary>
    CivilClaimant,

    /// <summary>Civil respondent.</summary>
    CivilRespondent,

    /// <summary>Representative of a victim or claimant.</summary>
    Representative,

    /// <summary>Defender.</summary>
    Defender,

    /// <summary>Witness.</summary>
    Witness,
}

/// <summary>In what capacity persons take part, and by which order.</summary>
public interface IStatusFact : IOfPerson
{
    /// <summary>Which status.</summary>
    ProceduralStatus Status { get; }
}

public abstract partial record CaseEvent
{
    private static IEnumerable<(string WireName, Type Type)> StatusNames =>
    [
        ("case-status-given.v1", typeof(StatusGiven)),
        ("case-status-refused.v1", typeof(StatusRefused)),
        ("case-status-ended.v1", typeof(StatusEnded)),
    ];

    /// <summary>Somebody was given a procedural status.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Status">Which.</param>
    /// <param name="Body">The body; null where nobody recorded it.</param>
    /// <param name="Number">Of the order by which, at most 100 characters; null where none is known.</param>
    /// <param name="Text">In words.</param>
    public sealed record StatusGiven(PersonId Person, ProceduralStatus Status, AuthorityCode? Body, string? Number, FreeText? Text)
        : CaseEvent, IStatusFact, IAbout
    {
        object IAbout.Subject => (nameof(StatusGiven), (Person, Status));
    }

    /// <summary>Somebody was refused a procedural status.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Status">Which.</param>
    /// <param name="Body">The body; null where nobody recorded it.</param>
    /// <param name="Number">Of the order by which, at most 100 characters; null where none is known.</param>
    /// <param name="Text">Its reasons.</param>
    public sealed record StatusRefused(PersonId Person, ProceduralStatus Status, AuthorityCode? Body, string? Number, FreeText? Text)
        : CaseEvent, IStatusFact, IRepeatable;

    /// <summary>A procedural status ended.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Status">Which.</param>
    /// <param name="Body">The body; null where nobody recorded it.</param>
    /// <param name="Number">Of the order by which, at most 100 characters; null where none is known.</param>
    /// <param name="Text">Why.</param>
    public sealed record StatusEnded(PersonId Person, ProceduralStatus Status, AuthorityCode? Body, string? Number, FreeText? Text)
        : CaseEvent, IStatusFact, IAbout
    {
        object IAbout.Subject => (nameof(StatusEnded), (Person, Status));
    }
}
