using Trials.Domain.Catalogues;

namespace Trials.Domain.Cases;

/// <summary>On which ground a proceeding was terminated.</summary>
public enum TerminationGround
{
    /// <summary>Nobody recorded it.</summary>
    NotRecorded,

    /// <summary>Active repentance.</summary>
    Repentance,

    /// <summary>The period of limitation ran out.</summary>
    Limitation,

    /// <summary>Reconciliation with the victim.</summary>
    Reconciliation,

    /// <summary>An amnesty.</summary>
    Amnesty,

    /// <summary>There was no event of a crime.</summary>
    NoEvent,

    /// <summary>There was no corpus delicti.</summary>
    NoCorpus,

    /// <summary>Another; the text says which.</summary>
    Other,
}

/// <summary>How a case ends.</summary>
public interface IEndingFact;

public abstract partial record CaseEvent
{
    private static IEnumerable<(string WireName, Type Type)> EndingNames =>
    [
        ("case-terminated.v1", typeof(Terminated)),
        ("case-termination-set-aside.v1", typeof(TerminationSetAside)),
        ("case-closed.v1", typeof(Closed)),
    ];

    /// <summary>A proceeding was terminated, against everybody or against one accused.</summary>
    /// <param name="Round">The round in which; null where it belongs to none.</param>
    /// <param name="Person">Against whom; null for the whole case.</param>
    /// <param name="Ground">On which ground.</param>
    /// <param name="Text">In the body's own words; required where the ground is another one.</param>
    public sealed record Terminated(int? Round, PersonId? Person, TerminationGround Ground, FreeText? Text) : CaseEvent, IEndingFact, IAbout
    {
        object IAbout.Subject => (nameof(Terminated), Person);
    }

    /// <summary>A termination was set aside: the proceeding goes on, and may be terminated anew.</summary>
    /// <param name="Person">Against whom it goes on; null for the whole case.</param>
    /// <param name="Body">The body that decided; null for a court, or where nobody recorded it.</param>
    /// <param name="Court">The court that decided; null for another body.</param>
    /// <param name="Text">Its reasons.</param>
    public sealed record TerminationSetAside(PersonId? Person, AuthorityCode? Body, CourtCode? Court, FreeText? Text) : CaseEvent, IEndingFact, IAbout
    {
        object IAbout.Subject => (nameof(TerminationSetAside), Person);
    }

    /// <summary>Nobody follows the case any more. What becomes known later can still be recorded.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Closed(FreeText? Reason) : CaseEvent, IEndingFact;
}
