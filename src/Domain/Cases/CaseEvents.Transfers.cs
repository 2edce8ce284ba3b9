using Trials.Domain.Catalogues;

namespace Trials.Domain.Cases;

/// <summary>To whom a court returned a case.</summary>
public enum ReturnedTo
{
    /// <summary>To the prosecutor.</summary>
    Prosecutor,

    /// <summary>To the investigator.</summary>
    Investigator,

    /// <summary>To a lower court.</summary>
    LowerCourt,

    /// <summary>To whoever brought it.</summary>
    Applicant,

    /// <summary>To somebody else; the ground says to whom.</summary>
    Other,
}

/// <summary>What a higher court sent a case back for.</summary>
public enum RemittedFor
{
    /// <summary>A new trial.</summary>
    NewTrial,

    /// <summary>A new appeal.</summary>
    NewAppeal,

    /// <summary>Further investigation.</summary>
    Investigation,

    /// <summary>Something else; the ground says what.</summary>
    Other,
}

/// <summary>What another proceeding is to this one.</summary>
public enum CaseRelation
{
    /// <summary>Against those who are alleged to have tortured.</summary>
    AgainstPerpetrators,

    /// <summary>Against the victim of torture.</summary>
    AgainstVictim,

    /// <summary>For compensation.</summary>
    Compensation,

    /// <summary>To liquidate a member organisation.</summary>
    MemberLiquidation,

    /// <summary>Another; the note says which.</summary>
    Other,
}

/// <summary>Where a case goes, and which other cases it has to do with.</summary>
public interface ITransferFact;

/// <summary>
/// A fact that names another case. It stands in one stream; the other case's page finds it from there, so that both can be reached from each other.
/// </summary>
public interface INamesCase
{
    /// <summary>The other case.</summary>
    CaseId OtherCase { get; }
}

public abstract partial record CaseEvent
{
    private static IEnumerable<(string WireName, Type Type)> TransferNames =>
    [
        ("case-returned.v1", typeof(Returned)),
        ("case-remitted.v1", typeof(Remitted)),
        ("case-joined-into.v1", typeof(JoinedInto)),
        ("case-severed-from.v1", typeof(SeveredFrom)),
        ("case-related.v1", typeof(Related)),
    ];

    /// <summary>A court returned the case without a judgment, which ends the round.</summary>
    /// <param name="Round">The round that ended so.</param>
    /// <param name="To">To whom.</param>
    /// <param name="Ground">The ground that was given; required where it went to somebody else.</param>
    public sealed record Returned(int Round, ReturnedTo To, FreeText? Ground) : CaseEvent, ITransferFact, IAbout
    {
        object IAbout.Subject => (nameof(Returned), Round);
    }

    /// <summary>A higher court sent the case back to be decided anew.</summary>
    /// <param name="Round">The round before the higher court.</param>
    /// <param name="For">What for.</param>
    /// <param name="Court">To which court; null where it named none.</param>
    /// <param name="Ground">The ground that was given; required where it is for something else.</param>
    public sealed record Remitted(int Round, RemittedFor For, CourtCode? Court, FreeText? Ground) : CaseEvent, ITransferFact, IAbout
    {
        object IAbout.Subject => (nameof(Remitted), Round);
    }

    /// <summary>This case was joined into another one and goes on there.</summary>
    /// <param name="Into">The case that goes on.</param>
    /// <param name="Ground">The ground that was given.</param>
    public sealed record JoinedInto(CaseId Into, FreeText? Ground) : CaseEvent, ITransferFact, INamesCase
    {
        CaseId INamesCase.OtherCase => Into;
    }

    /// <summary>This case was severed from another one.</summary>
    /// <param name="From">The case that it was a part of.</param>
    /// <param name="Ground">The ground that was given.</param>
    public sealed record SeveredFrom(CaseId From, FreeText? Ground) : CaseEvent, ITransferFact, INamesCase
    {
        CaseId INamesCase.OtherCase => From;
    }

    /// <summary>Another proceeding has to do with this one.</summary>
    /// <param name="Other">The other proceeding.</param>
    /// <param name="Relation">What it is to this one.</param>
    /// <param name="Note">More of it; required where the relation is another one.</param>
    public sealed record Related(CaseId Other, CaseRelation Relation, FreeText? Note) : CaseEvent, ITransferFact, INamesCase, IAbout
    {
        object IAbout.Subject => (nameof(Related), Other);

        CaseId INamesCase.OtherCase => Other;
    }
}
