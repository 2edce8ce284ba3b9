using NodaTime;
using Trials.Domain.Catalogues;

namespace Trials.Domain.Cases;

/// <summary>What a complaint is about.</summary>
public enum ComplaintSubject
{
    /// <summary>Torture.</summary>
    Torture,

    /// <summary>Ill-treatment short of torture.</summary>
    IllTreatment,

    /// <summary>An unlawful detention.</summary>
    UnlawfulDetention,

    /// <summary>That a body does nothing, or delays.</summary>
    Inaction,

    /// <summary>Something else; the text says what.</summary>
    Other,

    /// <summary>Nobody recorded it.</summary>
    NotRecorded,
}

/// <summary>On which ground a body refused to open a criminal case, as it says itself.</summary>
public enum RefusalGround
{
    /// <summary>There was no event of a crime.</summary>
    NoEvent,

    /// <summary>The act has not the elements of a crime.</summary>
    NoElements,

    /// <summary>The period of limitation ran out.</summary>
    Limitation,

    /// <summary>An amnesty.</summary>
    Amnesty,

    /// <summary>Reconciliation, or the complaint was taken back.</summary>
    Reconciliation,

    /// <summary>The suspect died.</summary>
    Death,

    /// <summary>Something else; the text says what.</summary>
    Other,

    /// <summary>Nobody recorded it.</summary>
    NotRecorded,
}

/// <summary>Why somebody who may appeal does not, as told.</summary>
public enum GivenUpReason
{
    /// <summary>Fear of reprisals.</summary>
    Fear,

    /// <summary>Pressure by officers, or by others for them.</summary>
    Pressure,

    /// <summary>No trust that anything comes of it.</summary>
    NoTrust,

    /// <summary>The cost, or the time.</summary>
    Cost,

    /// <summary>Advice not to, a lawyer's or somebody else's.</summary>
    Advice,

    /// <summary>Relatives' or elders' wish.</summary>
    Relatives,

    /// <summary>Money or another settlement was accepted.</summary>
    Settlement,

    /// <summary>Content with what was decided.</summary>
    Content,

    /// <summary>Something else; the text says what.</summary>
    Other,

    /// <summary>Nobody recorded it.</summary>
    NotRecorded,
}

/// <summary>
/// What happens before a criminal case is opened: complaint, check, refusals to open and what becomes of them; and that somebody complains no further, then
/// or later. All of it may repeat.
/// </summary>
public interface IComplaintFact;

public abstract partial record CaseEvent
{
    private static IEnumerable<(string WireName, Type Type)> ComplaintNames =>
    [
        ("case-complaint-lodged.v1", typeof(ComplaintLodged)),
        ("case-check-begun.v1", typeof(CheckBegun)),
        ("case-check-extended.v1", typeof(CheckExtended)),
        ("case-opening-refused.v1", typeof(OpeningRefused)),
        ("case-refusal-appealed.v1", typeof(RefusalAppealed)),
        ("case-refusal-upheld.v1", typeof(RefusalUpheld)),
        ("case-refusal-set-aside.v1", typeof(RefusalSetAside)),
        ("case-appeal-given-up.v1", typeof(AppealGivenUp)),
    ];

    /// <summary>Somebody complained of a crime.</summary>
    /// <param name="About">What about; the text says it where it is something else.</param>
    /// <param name="By">Who complained.</param>
    /// <param name="Body">To which body; null where nobody recorded it.</param>
    /// <param name="Text">What the complaint says.</param>
    public sealed record ComplaintLodged(ComplaintSubject About, Party By, AuthorityCode? Body, FreeText? Text)
        : CaseEvent, IComplaintFact, IRepeatable;

    /// <summary>A body began to check whether to open a criminal case.</summary>
    /// <param name="Body">The body; null where nobody recorded it.</param>
    /// <param name="Until">The day until which its term runs.</param>
    /// <param name="Text">In words.</param>
    public sealed record CheckBegun(AuthorityCode? Body, LocalDate? Until, FreeText? Text) : CaseEvent, IComplaintFact, IRepeatable;

    /// <summary>The term of the check was extended.</summary>
    /// <param name="Body">Who extended it; null where nobody recorded it.</param>
    /// <param name="Until">The day until which the term runs now.</param>
    /// <param name="Text">Why.</param>
    public sealed record CheckExtended(AuthorityCode? Body, LocalDate? Until, FreeText? Text) : CaseEvent, IComplaintFact, IRepeatable;

    /// <summary>A body refused to open a criminal case.</summary>
    /// <param name="Ground">On which ground.</param>
    /// <param name="Body">The body; null where nobody recorded it.</param>
    /// <param name="Text">The body's reasons; required where the ground is another one.</param>
    public sealed record OpeningRefused(RefusalGround Ground, AuthorityCode? Body, FreeText? Text) : CaseEvent, IComplaintFact;

    /// <summary>A refusal to open a criminal case was appealed.</summary>
    /// <param name="By">By whom.</param>
    /// <param name="Body">To which body; null for a court, or where nobody recorded it.</param>
    /// <param name="Court">To which court; null for another body.</param>
    /// <param name="Text">On which grounds.</param>
    public sealed record RefusalAppealed(Party By, AuthorityCode? Body, CourtCode? Court, FreeText? Text)
        : CaseEvent, IComplaintFact, IRepeatable;

    /// <summary>An appeal against a refusal was denied: the refusal stands.</summary>
    /// <param name="Body">The body that decided; null for a court, or where nobody recorded it.</param>
    /// <param name="Court">The court that decided; null for another body.</param>
    /// <param name="Text">Its reasons.</param>
    public sealed record RefusalUpheld(AuthorityCode? Body, CourtCode? Court, FreeText? Text) : CaseEvent, IComplaintFact;

    /// <summary>A refusal to open a criminal case was set aside.</summary>
    /// <param name="Body">The body that decided; null for a court, or where nobody recorded it.</param>
    /// <param name="Court">The court that decided; null for another body.</param>
    /// <param name="Text">Its reasons.</param>
    public sealed record RefusalSetAside(AuthorityCode? Body, CourtCode? Court, FreeText? Text) : CaseEvent, IComplaintFact;

    /// <summary>Somebody who may appeal against what a body did or decided said that they will not.</summary>
    /// <param name="By">On which side they stand.</param>
    /// <param name="Person">Who; null where nobody recorded it, or it is several.</param>
    /// <param name="Why">The reason that they told; the text says it where it is another one.</param>
    /// <param name="Body">What they appeal no further was done or decided by this body; null for a court, or where nobody recorded it.</param>
    /// <param name="Court">It was decided by this court; null for another body. Entries from before this could be recorded have none.</param>
    /// <param name="Text">What they do not appeal, and their reason in words.</param>
    public sealed record AppealGivenUp(Party By, PersonId? Person, GivenUpReason Why, AuthorityCode? Body, CourtCode? Court, FreeText? Text)
        : CaseEvent, IComplaintFact, IRepeatable;
}
