using System.Globalization;
using NodaTime;
using Trials.Domain;
using Trials.Web.Forms;

namespace Trials.Web.Recording;

/// <summary>
/// A moment that is marked by pressing a button: the moment of the press, however long the form was on its way.
/// The script says how long that was; without it the moment is that of arrival.
/// </summary>
public static class Stamp
{
    /// <summary>The field that a form carries whose moment is the press of its button.</summary>
    public const string Field = "happened-stamp";

    /// <summary>The field in which the script says how many milliseconds ago the button was pressed.</summary>
    public const string Elapsed = "elapsedMs";

    private static readonly Duration Longest = Duration.FromHours(24);

    /// <summary>By how much the moment of one press may differ when it arrives again: it is kept to the minute.</summary>
    private static readonly Period Tolerance = Period.FromMinutes(2);

    /// <summary>Whether a form's moment is the press of its button.</summary>
    public static bool IsAsked(Typed typed) => !typed.IsBlank(Field);

    /// <summary>The moment of the press, to the minute.</summary>
    public static HappenedAt Moment(Typed typed, Instant now)
    {
        var milliseconds = long.TryParse(typed[Elapsed], NumberStyles.None, CultureInfo.InvariantCulture, out var elapsed) ? elapsed : 0;
        var ago = Duration.Min(Duration.FromMilliseconds(Math.Min(milliseconds, (long)Longest.TotalMilliseconds)), Longest);
        return HappenedAt.Exactly((now - ago).InZone(Dates.Zone).LocalDateTime.With(TimeAdjusters.TruncateToMinute));
    }

    /// <summary>
    /// What became of a press that arrived twice. Each arrival computes the moment anew, and over the turn of a minute differently;
    /// that alone is no other content.
    /// </summary>
    public static Outcome SamePress(Outcome outcome, CommandHeader header, IReadOnlyCollection<DomainEvent> facts) =>
        outcome is Outcome.Conflicted { Refusal.Code: LoopRefusals.CommandIdReused, Meanwhile: [.., var last] earlier }
        && earlier.Select(entry => entry.Data).SequenceEqual(facts)
        && earlier.All(entry => Near(entry.Metadata.Happened, header.Happened))
            ? new Outcome.Recorded(last.Stream, last.Position, earlier.Select(entry => entry.Id).ToValueList(), Repeated: true)
            : outcome;

    private static bool Near(HappenedAt first, HappenedAt second) =>
        first.Precision == second.Precision && first.Local <= second.Local + Tolerance && second.Local <= first.Local + Tolerance;
}
