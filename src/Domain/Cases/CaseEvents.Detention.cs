using NodaTime;
using Trials.Domain.Catalogues;

namespace Trials.Domain.Cases;

/// <summary>Where somebody is held.</summary>
public enum DetentionPlace
{
    /// <summary>A department of internal affairs.</summary>
    PoliceStation,

    /// <summary>Premises of the security service.</summary>
    SecurityService,

    /// <summary>A temporary detention facility.</summary>
    TemporaryDetention,

    /// <summary>A pre-trial detention facility.</summary>
    PretrialDetention,

    /// <summary>A military unit.</summary>
    MilitaryUnit,

    /// <summary>A hospital.</summary>
    Hospital,

    /// <summary>A place that is none for holding people.</summary>
    Unofficial,

    /// <summary>Something else; the text says what.</summary>
    Other,

    /// <summary>Nobody recorded it.</summary>
    NotRecorded,
}

/// <summary>What a medical check says of injuries.</summary>
public enum InjuryFinding
{
    /// <summary>Injuries were found.</summary>
    Found,

    /// <summary>It says that there were none.</summary>
    NoneFound,

    /// <summary>It does not say.</summary>
    NotDescribed,

    /// <summary>Nobody recorded it.</summary>
    NotRecorded,
}

/// <summary>What restrains somebody until the judgment.</summary>
public enum RestraintMeasure
{
    /// <summary>Custody.</summary>
    Custody,

    /// <summary>House arrest.</summary>
    HouseArrest,

    /// <summary>Bail.</summary>
    Bail,

    /// <summary>A written undertaking not to leave.</summary>
    Undertaking,

    /// <summary>A surety.</summary>
    Surety,

    /// <summary>Supervision of a unit's command.</summary>
    MilitarySupervision,

    /// <summary>None.</summary>
    None,

    /// <summary>Something else; the text says what.</summary>
    Other,
}

/// <summary>How somebody is deprived of liberty. When each step was is what matters: hours between them are computed.</summary>
public interface IDetentionFact : IOfPerson;

public abstract partial record CaseEvent
{
    private static IEnumerable<(string WireName, Type Type)> DetentionNames =>
    [
        ("case-apprehended.v1", typeof(Apprehended)),
        ("case-detention-registered.v1", typeof(DetentionRegistered)),
        ("case-detention-placed.v1", typeof(DetentionPlaced)),
        ("case-relatives-told.v1", typeof(RelativesTold)),
        ("case-lawyer-first-seen.v1", typeof(LawyerFirstSeen)),
        ("case-medical-check-done.v1", typeof(MedicalCheckDone)),
        ("case-custody-ordered.v1", typeof(CustodyOrdered)),
        ("case-custody-extended.v1", typeof(CustodyExtended)),
        ("case-restraint-changed.v1", typeof(RestraintChanged)),
        ("case-released.v1", typeof(Released)),
    ];

    /// <summary>Somebody was in fact deprived of liberty.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Body">By which body; null where nobody recorded it.</param>
    /// <param name="Place">Where they were taken first.</param>
    /// <param name="Text">In words.</param>
    public sealed record Apprehended(PersonId Person, AuthorityCode? Body, DetentionPlace Place, FreeText? Text)
        : CaseEvent, IDetentionFact, IAbout
    {
        object IAbout.Subject => (nameof(Apprehended), Person);
    }

    /// <summary>The detention was written down: a record drawn up, a register filled in.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Number">Of the record, at most 100 characters.</param>
    /// <param name="Text">What it states, such as another moment of the detention.</param>
    public sealed record DetentionRegistered(PersonId Person, string? Number, FreeText? Text) : CaseEvent, IDetentionFact, IRepeatable;

    /// <summary>Somebody was brought to a place of detention.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Place">What kind of place; the text says it where it is another one.</param>
    /// <param name="Text">Which one.</param>
    public sealed record DetentionPlaced(PersonId Person, DetentionPlace Place, FreeText? Text) : CaseEvent, IDetentionFact, IRepeatable;

    /// <summary>Relatives were told of the detention.</summary>
    /// <param name="Person">Who is detained.</param>
    /// <param name="Text">Who was told, and how.</param>
    public sealed record RelativesTold(PersonId Person, FreeText? Text) : CaseEvent, IDetentionFact, IRepeatable;

    /// <summary>The detained person spoke with a lawyer for the first time.</summary>
    /// <param name="Person">Who is detained.</param>
    /// <param name="Text">Whether in private, for how long.</param>
    public sealed record LawyerFirstSeen(PersonId Person, FreeText? Text) : CaseEvent, IDetentionFact, IRepeatable;

    /// <summary>A doctor looked at the detained person.</summary>
    /// <param name="Person">Who is detained.</param>
    /// <param name="Injuries">What is said of injuries.</param>
    /// <param name="Text">What was found.</param>
    public sealed record MedicalCheckDone(PersonId Person, InjuryFinding Injuries, FreeText? Text) : CaseEvent, IDetentionFact, IRepeatable;

    /// <summary>A court ordered custody.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Court">Which court; null where nobody recorded it.</param>
    /// <param name="Until">The day until which it runs.</param>
    /// <param name="Text">Its reasons.</param>
    public sealed record CustodyOrdered(PersonId Person, CourtCode? Court, LocalDate? Until, FreeText? Text)
        : CaseEvent, IDetentionFact, IRepeatable;

    /// <summary>A court extended custody.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Court">Which court; null where nobody recorded it.</param>
    /// <param name="Until">The day until which it runs now.</param>
    /// <param name="Text">Its reasons.</param>
    public sealed record CustodyExtended(PersonId Person, CourtCode? Court, LocalDate? Until, FreeText? Text)
        : CaseEvent, IDetentionFact, IRepeatable;

    /// <summary>Another measure of restraint was chosen.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Measure">Which now; the text says it where it is another one.</param>
    /// <param name="Court">Which court; null for another body, or where nobody recorded it.</param>
    /// <param name="Text">In words.</param>
    public sealed record RestraintChanged(PersonId Person, RestraintMeasure Measure, CourtCode? Court, FreeText? Text)
        : CaseEvent, IDetentionFact, IRepeatable;

    /// <summary>Somebody was released.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Text">Why.</param>
    public sealed record Released(PersonId Person, FreeText? Text) : CaseEvent, IDetentionFact, IAbout
    {
        object IAbout.Subject => (nameof(Released), Person);
    }
}
