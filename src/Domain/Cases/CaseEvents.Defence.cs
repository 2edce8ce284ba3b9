using NodaTime;
using Trials.Domain.Catalogues;

namespace Trials.Domain.Cases;

/// <summary>How access to a lawyer is obstructed.</summary>
public enum Obstruction
{
    /// <summary>The lawyer was not admitted.</summary>
    NotAdmitted,

    /// <summary>The lawyer was kept waiting.</summary>
    Delayed,

    /// <summary>A written permission was demanded.</summary>
    PermissionRequired,

    /// <summary>Access was made conditional on a non-disclosure undertaking.</summary>
    NonDisclosureRequired,

    /// <summary>No talk in private.</summary>
    NotInPrivate,

    /// <summary>A lawyer whom the person did not choose.</summary>
    LawyerImposed,

    /// <summary>The lawyer was threatened or pressed.</summary>
    LawyerPressed,

    /// <summary>The materials of the case were withheld.</summary>
    MaterialsWithheld,

    /// <summary>Something else; the text says what.</summary>
    Other,
}

/// <summary>In what a lawyer holds back.</summary>
public enum HoldingBack
{
    /// <summary>Did not take the case.</summary>
    NotTaken,

    /// <summary>Withdrew from the case.</summary>
    Withdrew,

    /// <summary>Did not file or ask what the law lets a lawyer file or ask.</summary>
    NotFiled,

    /// <summary>Kept silent, or agreed, where an objection was due.</summary>
    Silent,

    /// <summary>Something else; the text says what.</summary>
    Other,
}

/// <summary>Why a lawyer holds back, as told.</summary>
public enum HoldingBackReason
{
    /// <summary>Fear of pressure or reprisals.</summary>
    Fear,

    /// <summary>Relations to the body, or to colleagues there.</summary>
    Relations,

    /// <summary>The client's wish.</summary>
    ClientsWish,

    /// <summary>The fee, or too much other work.</summary>
    FeeOrWork,

    /// <summary>It was held to be of no use.</summary>
    NoUse,

    /// <summary>Something else; the text says what.</summary>
    Other,

    /// <summary>Nobody recorded it.</summary>
    NotRecorded,
}

/// <summary>What may not be disclosed.</summary>
public enum NonDisclosureScope
{
    /// <summary>The materials of the investigation.</summary>
    Investigation,

    /// <summary>A state secret.</summary>
    StateSecret,

    /// <summary>Personal data, or data of a private life.</summary>
    PersonalData,

    /// <summary>Everything about the case.</summary>
    Everything,

    /// <summary>Something else; the text says what.</summary>
    Other,

    /// <summary>Nobody recorded it.</summary>
    NotRecorded,
}

/// <summary>What stands in the way of the defence and of speaking about the case.</summary>
public interface IDefenceFact;

public abstract partial record CaseEvent
{
    private static IEnumerable<(string WireName, Type Type)> DefenceNames =>
    [
        ("case-lawyer-obstructed.v1", typeof(LawyerObstructed)),
        ("case-lawyer-held-back.v1", typeof(LawyerHeldBack)),
        ("case-non-disclosure-demanded.v1", typeof(NonDisclosureDemanded)),
        ("case-non-disclosure-signed.v1", typeof(NonDisclosureSigned)),
        ("case-non-disclosure-refused.v1", typeof(NonDisclosureRefused)),
        ("case-non-disclosure-ended.v1", typeof(NonDisclosureEnded)),
        ("case-file-classified.v1", typeof(FileClassified)),
        ("case-file-declassified.v1", typeof(FileDeclassified)),
    ];

    /// <summary>Access to a lawyer was obstructed.</summary>
    /// <param name="Person">Whose access; null where nobody recorded it.</param>
    /// <param name="How">How; the text says it where it is another way.</param>
    /// <param name="Body">The body; null where nobody recorded it.</param>
    /// <param name="Text">In words.</param>
    public sealed record LawyerObstructed(PersonId? Person, Obstruction How, AuthorityCode? Body, FreeText? Text)
        : CaseEvent, IDefenceFact, IRepeatable;

    /// <summary>A lawyer did not do what the law lets a lawyer do. Which lawyer is not asked: it would mark out whoever is afraid.</summary>
    /// <param name="Person">Whose lawyer; null where nobody recorded it.</param>
    /// <param name="How">In what; the text says it where it is something else.</param>
    /// <param name="Why">The reason that was told; the text says it where it is another one.</param>
    /// <param name="Body">The body whose pressure is feared; null where nobody recorded it.</param>
    /// <param name="Text">In words.</param>
    public sealed record LawyerHeldBack(PersonId? Person, HoldingBack How, HoldingBackReason Why, AuthorityCode? Body, FreeText? Text)
        : CaseEvent, IDefenceFact, IRepeatable;

    /// <summary>Somebody was asked to undertake not to disclose.</summary>
    /// <param name="Person">Of whom.</param>
    /// <param name="Scope">What may not be disclosed; the text says it where it is something else.</param>
    /// <param name="Body">The body; null where nobody recorded it.</param>
    /// <param name="Text">In words.</param>
    public sealed record NonDisclosureDemanded(PersonId Person, NonDisclosureScope Scope, AuthorityCode? Body, FreeText? Text)
        : CaseEvent, IDefenceFact, IOfPerson, IRepeatable;

    /// <summary>Somebody undertook not to disclose: from here on what is written of the case must respect it.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Scope">What may not be disclosed; the text says it where it is something else.</param>
    /// <param name="Until">The last day on which it binds; null where none is named.</param>
    /// <param name="Text">The words of the undertaking.</param>
    public sealed record NonDisclosureSigned(PersonId Person, NonDisclosureScope Scope, LocalDate? Until, FreeText? Text)
        : CaseEvent, IDefenceFact, IOfPerson, IAbout
    {
        object IAbout.Subject => (nameof(NonDisclosureSigned), Person);
    }

    /// <summary>Somebody refused to undertake not to disclose.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Text">Why, and what followed.</param>
    public sealed record NonDisclosureRefused(PersonId Person, FreeText? Text) : CaseEvent, IDefenceFact, IOfPerson, IRepeatable;

    /// <summary>An undertaking not to disclose ended.</summary>
    /// <param name="Person">Whose.</param>
    /// <param name="Text">Why.</param>
    public sealed record NonDisclosureEnded(PersonId Person, FreeText? Text) : CaseEvent, IDefenceFact, IOfPerson, IAbout
    {
        object IAbout.Subject => (nameof(NonDisclosureEnded), Person);
    }

    /// <summary>The file, or a part of it, was classified.</summary>
    /// <param name="Body">The body; null where nobody recorded it.</param>
    /// <param name="Text">Which part, on which ground.</param>
    public sealed record FileClassified(AuthorityCode? Body, FreeText? Text) : CaseEvent, IDefenceFact;

    /// <summary>The file is classified no longer.</summary>
    /// <param name="Body">The body; null where nobody recorded it.</param>
    /// <param name="Text">In words.</param>
    public sealed record FileDeclassified(AuthorityCode? Body, FreeText? Text) : CaseEvent, IDefenceFact;
}
