namespace Trials.Domain.Cases;

/// <summary>The kind of proceeding.</summary>
public enum CaseKind
{
    /// <summary>Under the Criminal Procedure Code.</summary>
    Criminal,

    /// <summary>Under the Civil Procedure Code.</summary>
    Civil,

    /// <summary>Of an administrative offence, or against an authority's act.</summary>
    Administrative,
}

/// <summary>Who acts in a proceeding.</summary>
public enum Party
{
    /// <summary>The accused or the defence.</summary>
    Defence,

    /// <summary>The victim or a representative.</summary>
    VictimSide,

    /// <summary>The prosecutor.</summary>
    Prosecution,

    /// <summary>The claimant of a civil or administrative case.</summary>
    Claimant,

    /// <summary>The respondent of a civil or administrative case.</summary>
    Respondent,

    /// <summary>Anyone else.</summary>
    Other,

    /// <summary>Nobody recorded who.</summary>
    NotRecorded,
}

/// <summary>What happens in one proceeding. Each topic has a file of its own, with the names of its events; <see cref="WireNames"/> is all of them.</summary>
public abstract partial record CaseEvent : DomainEvent
{
    private CaseEvent()
    {
    }

    /// <summary>The wire names of this stream's events.</summary>
    public static IReadOnlyList<(string WireName, Type Type)> WireNames { get; } =
    [
        ("case-opened.v1", typeof(Opened)),
        ("case-taken-over.v1", typeof(TakenOver)),
        .. ComplaintNames,
        .. InvestigationNames,
        .. DetentionNames,
        .. StatusNames,
        .. ExaminationNames,
        .. DefenceNames,
        .. ProtectionNames,
        .. RoundNames,
        .. ChargeNames,
        .. JudgmentNames,
        .. VerdictNames,
        .. TransferNames,
        .. EndingNames,
        .. StepNames,
    ];

    /// <summary>Somebody begins to follow a proceeding.</summary>
    /// <param name="Kind">The kind of proceeding.</param>
    /// <param name="Reference">Our own number or a short title without names, 1 to 100 characters.</param>
    /// <param name="Articles">At least one for a criminal case; for others may be empty.</param>
    /// <param name="Note">What it is about.</param>
    public sealed record Opened(CaseKind Kind, string Reference, ValueList<Article> Articles, FreeText? Note) : CaseEvent;

    /// <summary>A proceeding was taken over from a court's published card.</summary>
    /// <param name="Kind">The kind of proceeding, as far as the card tells.</param>
    /// <param name="Reference">The card's number, 1 to 100 characters.</param>
    /// <param name="UniqueNumber">The number that all rounds of a case share (УИД), at most 100 characters; null where the card has none.</param>
    /// <param name="Category">The card's category of dispute, at most 1,000 characters.</param>
    public sealed record TakenOver(CaseKind Kind, string Reference, string? UniqueNumber, string? Category) : CaseEvent;
}
