using NodaTime;
using Trials.Domain.Catalogues;

namespace Trials.Domain.Cases;

/// <summary>Why an investigation was suspended.</summary>
public enum SuspensionGround
{
    /// <summary>The culprit is not established.</summary>
    SuspectUnknown,

    /// <summary>The accused hides.</summary>
    SuspectHiding,

    /// <summary>The accused is ill.</summary>
    Illness,

    /// <summary>The accused is abroad, or cannot take part for another reason.</summary>
    Abroad,

    /// <summary>Something else; the text says what.</summary>
    Other,

    /// <summary>Nobody recorded it.</summary>
    NotRecorded,
}

/// <summary>How a criminal case is investigated, from its opening to the indictment.</summary>
public interface IInvestigationFact;

public abstract partial record CaseEvent
{
    private static IEnumerable<(string WireName, Type Type)> InvestigationNames =>
    [
        ("case-criminal-case-opened.v1", typeof(CriminalCaseOpened)),
        ("case-sent-to-body.v1", typeof(SentToBody)),
        ("case-investigation-extended.v1", typeof(InvestigationExtended)),
        ("case-investigation-suspended.v1", typeof(InvestigationSuspended)),
        ("case-investigation-resumed.v1", typeof(InvestigationResumed)),
        ("case-indicted.v1", typeof(Indicted)),
    ];

    /// <summary>A body opened a criminal case.</summary>
    /// <param name="Articles">Under what; empty where nobody recorded it.</param>
    /// <param name="Body">The body; null where nobody recorded it.</param>
    /// <param name="Number">The number that it gave, at most 100 characters.</param>
    /// <param name="Text">In words.</param>
    public sealed record CriminalCaseOpened(ValueList<Article> Articles, AuthorityCode? Body, string? Number, FreeText? Text)
        : CaseEvent, IInvestigationFact, IRepeatable;

    /// <summary>The case, or the check, was handed to another body.</summary>
    /// <param name="Body">Which; null where nobody recorded it.</param>
    /// <param name="Text">Why.</param>
    public sealed record SentToBody(AuthorityCode? Body, FreeText? Text) : CaseEvent, IInvestigationFact, IRepeatable;

    /// <summary>The term of the investigation was extended.</summary>
    /// <param name="Body">Who extended it; null where nobody recorded it.</param>
    /// <param name="Until">The day until which the term runs now.</param>
    /// <param name="Text">Why.</param>
    public sealed record InvestigationExtended(AuthorityCode? Body, LocalDate? Until, FreeText? Text)
        : CaseEvent, IInvestigationFact, IRepeatable;

    /// <summary>The investigation was suspended.</summary>
    /// <param name="Ground">Why.</param>
    /// <param name="Body">The body; null where nobody recorded it.</param>
    /// <param name="Text">In words; required where the ground is another one.</param>
    public sealed record InvestigationSuspended(SuspensionGround Ground, AuthorityCode? Body, FreeText? Text) : CaseEvent, IInvestigationFact;

    /// <summary>The investigation was resumed.</summary>
    /// <param name="Body">The body; null where nobody recorded it.</param>
    /// <param name="Text">In words.</param>
    public sealed record InvestigationResumed(AuthorityCode? Body, FreeText? Text) : CaseEvent, IInvestigationFact;

    /// <summary>The indictment was confirmed and the case sent to court; again after it was returned.</summary>
    /// <param name="Articles">Under what; empty where nobody recorded it.</param>
    /// <param name="Court">To which court; null where nobody recorded it.</param>
    /// <param name="Text">In words.</param>
    public sealed record Indicted(ValueList<Article> Articles, CourtCode? Court, FreeText? Text) : CaseEvent, IInvestigationFact, IRepeatable;
}
