using Trials.Domain.Catalogues;

namespace Trials.Domain.Activities;

/// <summary>What kind of help or work it was.</summary>
public enum ActivityKind
{
    /// <summary>A meeting with a lawyer or others who work on it.</summary>
    Meeting,

    /// <summary>Advice given by word of mouth.</summary>
    OralAdvice,

    /// <summary>A paper drawn up, such as a complaint or petition.</summary>
    Paper,

    /// <summary>A document of legal support to a public body.</summary>
    LegalSupport,

    /// <summary>Something found in the media and followed.</summary>
    MediaLead,

    /// <summary>Something else; the text says what.</summary>
    Other,
}

/// <summary>For whom it was done, or to whom it went.</summary>
public enum ActivityAddressee
{
    /// <summary>Nobody recorded it.</summary>
    NotRecorded,

    /// <summary>The victim.</summary>
    Victim,

    /// <summary>A relative of the victim.</summary>
    Relative,

    /// <summary>A lawyer.</summary>
    Lawyer,

    /// <summary>An expert.</summary>
    Expert,

    /// <summary>Another organisation.</summary>
    Organisation,

    /// <summary>A public body.</summary>
    Authority,

    /// <summary>A journalist or medium.</summary>
    Media,

    /// <summary>Anyone else.</summary>
    Other,
}

/// <summary>What became of something found in the media.</summary>
public enum LeadOutcome
{
    /// <summary>A lawyer was retained.</summary>
    LawyerRetained,

    /// <summary>Those concerned could not be reached, or no longer.</summary>
    ContactLost,

    /// <summary>Those concerned told the lawyer otherwise.</summary>
    ToldOtherwise,

    /// <summary>Help was offered and declined.</summary>
    AidDeclined,

    /// <summary>It was refuted.</summary>
    Refuted,

    /// <summary>A public body opened an inquiry.</summary>
    InquiryOpened,

    /// <summary>It became an application.</summary>
    ApplicationMade,

    /// <summary>Something else; the text says what.</summary>
    Other,
}

/// <summary>Help that was given, with or without an application. One activity is one meeting, one advice, one paper.</summary>
public abstract record ActivityEvent : DomainEvent
{
    private ActivityEvent()
    {
    }

    /// <summary>The wire names of this stream's events.</summary>
    public static IReadOnlyList<(string WireName, Type Type)> WireNames { get; } =
    [
        ("activity-done.v1", typeof(Done)),
        ("activity-lead-followed.v1", typeof(LeadFollowed)),
    ];

    /// <summary>It was done; a media lead was found.</summary>
    /// <param name="Kind">What kind.</param>
    /// <param name="Region">The region; null where nobody recorded it.</param>
    /// <param name="To">For whom, or to whom.</param>
    /// <param name="Authority">The public body that a document went to; null for none.</param>
    /// <param name="Application">The application that it belongs to; null for none.</param>
    /// <param name="Case">The case that it belongs to; null for none.</param>
    /// <param name="Text">What about; of a media lead also where it was found.</param>
    public sealed record Done(
        ActivityKind Kind,
        RegionCode? Region,
        ActivityAddressee To,
        AuthorityCode? Authority,
        ApplicationId? Application,
        CaseId? Case,
        FreeText? Text) : ActivityEvent, IOfMatter
    {
        MatterId? IOfMatter.Matter => Application?.Matter ?? Case?.Matter;
    }

    /// <summary>What became of a media lead, as far as it is known; what was recorded last stands.</summary>
    public sealed record LeadFollowed(LeadOutcome Outcome, FreeText? Text) : ActivityEvent, IRepeatable;
}
