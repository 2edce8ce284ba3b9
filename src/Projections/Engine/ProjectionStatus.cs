using NodaTime;
using Trials.Domain;

namespace Trials.Projections.Engine;

/// <summary>What a projection is doing.</summary>
public enum ProjectionState
{
    /// <summary>It takes events as they come.</summary>
    Running,

    /// <summary>It reads what was recorded while it did not run.</summary>
    CatchingUp,

    /// <summary>It is built anew from the first event; its old tables answer meanwhile.</summary>
    Rebuilding,

    /// <summary>The log cannot be read or its tables cannot be written now; it tries again by itself.</summary>
    Interrupted,

    /// <summary>It met an event that it cannot take, and waits for a version that can.</summary>
    Stopped,
}

/// <summary>The event that stopped a projection, and why. Holds no personal data.</summary>
/// <param name="Position">Where the event stands in the log.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Revision">Its place in the stream.</param>
/// <param name="Event">Its id.</param>
/// <param name="WireName">Its name.</param>
/// <param name="Reason">What kind of failure, for whoever mends it.</param>
public sealed record ProjectionStop(
    LogPosition Position, StreamName Stream, long Revision, EventId Event, string WireName, string Reason);

/// <summary>How one projection does.</summary>
/// <param name="Name">Which, one of <see cref="ProjectionNames"/>.</param>
/// <param name="Fingerprint">Digest of its tables and version: another one is built anew.</param>
/// <param name="State">What it is doing.</param>
/// <param name="Position">Up to where its tables answer.</param>
/// <param name="Head">The end of the log as last seen.</param>
/// <param name="RebuildPercent">0 to 100 while rebuilding, else null.</param>
/// <param name="Stop">Why it stopped, else null.</param>
/// <param name="Trouble">What interrupts it, else null.</param>
/// <param name="Changed">When its tables changed last in this process; null for not yet.</param>
public sealed record ProjectionStatus(
    string Name,
    string Fingerprint,
    ProjectionState State,
    LogPosition Position,
    LogPosition Head,
    int? RebuildPercent,
    ProjectionStop? Stop,
    string? Trouble,
    Instant? Changed)
{
    /// <summary>Whether its tables say less than the log.</summary>
    public bool Lags => Position < Head;
}

/// <summary>The names of the projections, as the operations page and the database know them.</summary>
public static class ProjectionNames
{
    /// <summary>Cases with their rounds, parties and counts.</summary>
    public const string Docket = "docket";

    /// <summary>Everything recorded, by matter.</summary>
    public const string Timeline = "timeline";

    /// <summary>Hearings, the reports on them, and the statistics over both.</summary>
    public const string Hearings = "hearings";

    /// <summary>Petitions.</summary>
    public const string Petitions = "petitions";

    /// <summary>Claims for compensation and what was paid of them.</summary>
    public const string Claims = "claims";

    /// <summary>Detentions, examinations, protection and parties of cases.</summary>
    public const string Pretrial = "pretrial";

    /// <summary>Applications and activities, and the annual figures.</summary>
    public const string Applications = "applications";

    /// <summary>Catalogues.</summary>
    public const string Catalogues = "catalogues";

    /// <summary>What rules find, and what was decided of it.</summary>
    public const string Assessments = "assessments";

    /// <summary>Protected persons.</summary>
    public const string People = "people";

    /// <summary>What everything that is not personal is found by.</summary>
    public const string Search = "search";

    /// <summary>Views of registers that people saved for themselves.</summary>
    public const string Views = "views";
}
