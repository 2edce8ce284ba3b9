using NodaTime;
using Trials.Domain.Catalogues;

namespace Trials.Domain.Cases;

/// <summary>How somebody is protected.</summary>
public enum ProtectionMeasure
{
    /// <summary>Nobody recorded it.</summary>
    NotRecorded,

    /// <summary>A guard.</summary>
    Guard,

    /// <summary>The identity is concealed.</summary>
    IdentityConcealed,

    /// <summary>Moved to another place.</summary>
    Moved,

    /// <summary>Others may not come near.</summary>
    NoContact,

    /// <summary>The suspect is removed from office.</summary>
    SuspectRemoved,

    /// <summary>Something else; the text says what.</summary>
    Other,
}

/// <summary>What was done to somebody for complaining or testifying.</summary>
public enum ReprisalKind
{
    /// <summary>A threat.</summary>
    Threat,

    /// <summary>Violence.</summary>
    Violence,

    /// <summary>Detention, or a term in a punishment cell.</summary>
    Detention,

    /// <summary>A criminal or administrative case.</summary>
    Prosecution,

    /// <summary>Loss of work or study.</summary>
    Dismissal,

    /// <summary>Against relatives.</summary>
    Relatives,

    /// <summary>Surveillance, searches, summonses.</summary>
    Surveillance,

    /// <summary>Something else; the text says what.</summary>
    Other,
}

/// <summary>How those who complain and testify are protected, and what is done to them.</summary>
public interface IProtectionFact : IOfPerson;

public abstract partial record CaseEvent
{
    private static IEnumerable<(string WireName, Type Type)> ProtectionNames =>
    [
        ("case-protection-asked.v1", typeof(ProtectionAsked)),
        ("case-protection-granted.v1", typeof(ProtectionGranted)),
        ("case-protection-refused.v1", typeof(ProtectionRefused)),
        ("case-protection-lapsed.v1", typeof(ProtectionLapsed)),
        ("case-reprisal-reported.v1", typeof(ReprisalReported)),
    ];

    /// <summary>Protection was asked for.</summary>
    /// <param name="Person">For whom.</param>
    /// <param name="Measure">Which; the text says it where it is another one.</param>
    /// <param name="Body">Of which body; null where nobody recorded it.</param>
    /// <param name="Text">Why.</param>
    public sealed record ProtectionAsked(PersonId Person, ProtectionMeasure Measure, AuthorityCode? Body, FreeText? Text)
        : CaseEvent, IProtectionFact, IRepeatable;

    /// <summary>Protection was granted.</summary>
    /// <param name="Person">To whom.</param>
    /// <param name="Measure">Which; the text says it where it is another one.</param>
    /// <param name="Body">The body; null where nobody recorded it.</param>
    /// <param name="Until">The last day; null where none is named.</param>
    /// <param name="Text">In words.</param>
    public sealed record ProtectionGranted(PersonId Person, ProtectionMeasure Measure, AuthorityCode? Body, LocalDate? Until, FreeText? Text)
        : CaseEvent, IProtectionFact, IRepeatable;

    /// <summary>Protection was refused.</summary>
    /// <param name="Person">To whom.</param>
    /// <param name="Body">The body; null where nobody recorded it.</param>
    /// <param name="Text">Its reasons.</param>
    public sealed record ProtectionRefused(PersonId Person, AuthorityCode? Body, FreeText? Text) : CaseEvent, IProtectionFact, IRepeatable;

    /// <summary>Protection ended.</summary>
    /// <param name="Person">Whose.</param>
    /// <param name="Text">Why.</param>
    public sealed record ProtectionLapsed(PersonId Person, FreeText? Text) : CaseEvent, IProtectionFact, IAbout
    {
        object IAbout.Subject => (nameof(ProtectionLapsed), Person);
    }

    /// <summary>Somebody reports a reprisal.</summary>
    /// <param name="Person">Against whom.</param>
    /// <param name="Kind">What was done; the text says it where it is something else.</param>
    /// <param name="Body">By whose officers; null where nobody recorded it.</param>
    /// <param name="Text">What happened.</param>
    public sealed record ReprisalReported(PersonId Person, ReprisalKind Kind, AuthorityCode? Body, FreeText? Text)
        : CaseEvent, IProtectionFact, IRepeatable;
}
