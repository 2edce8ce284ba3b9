using NodaTime;

namespace Trials.Web.Timelines;

/// <summary>What a hearing's mark says.</summary>
public enum HearingMark
{
    /// <summary>It took place.</summary>
    Held,

    /// <summary>It did not take place.</summary>
    NotHeld,

    /// <summary>A time is set.</summary>
    Planned,
}

/// <summary>Something that takes time, to be drawn.</summary>
/// <param name="Label">What stands at its bar.</param>
/// <param name="Title">The same with its days.</param>
/// <param name="From">From when.</param>
/// <param name="To">Until when; null where it goes on.</param>
/// <param name="Held">From when on it was held over; null where it was not.</param>
/// <param name="Address">The page about it; null for none.</param>
public sealed record DrawnSpan(string Label, string Title, LocalDateTime From, LocalDateTime? To, LocalDateTime? Held, string? Address);

/// <summary>A hearing, to be drawn.</summary>
public sealed record DrawnHearing(string Title, string Address, LocalDateTime At, HearingMark Mark, int? DelayMinutes, string? DelayTitle);

/// <summary>A silence, to be drawn.</summary>
public sealed record DrawnSilence(string Label, LocalDate After, LocalDate Until);

/// <summary>Everything to be drawn.</summary>
/// <param name="Today">The day of asking.</param>
/// <param name="First">The first day of all.</param>
/// <param name="Last">The last day of all.</param>
public sealed record DrawnMatter(
    LocalDate Today,
    LocalDate First,
    LocalDate Last,
    IReadOnlyList<DrawnSpan> Rounds,
    IReadOnlyList<DrawnHearing> Hearings,
    IReadOnlyList<DrawnSpan> Petitions,
    IReadOnlyList<DrawnSpan> Claims,
    IReadOnlyList<DrawnSilence> Silences);

/// <summary>A text in the drawing.</summary>
/// <param name="X">0 to 100, percent of the width.</param>
/// <param name="Dx">Px from there.</param>
/// <param name="Y">Px from the top, of its base line.</param>
/// <param name="AtEnd">Whether it ends there rather than begins.</param>
public sealed record DrawingLabel(string Text, double X, double Dx, double Y, bool AtEnd)
{
    /// <summary>Where it begins, in px at the least width.</summary>
    public double Left => DrawingAxis.Px(X) + Dx - (AtEnd ? TextWidth.Of(Text) : 0);

    /// <summary>Where it ends, in px at the least width.</summary>
    public double Right => Left + TextWidth.Of(Text);
}

/// <summary>A span's bar.</summary>
/// <param name="X">0 to 100, percent of the width.</param>
/// <param name="Width">Percent of the width.</param>
/// <param name="Y">Px from the top.</param>
/// <param name="HeldX">From where on it was held over; null where it was not.</param>
/// <param name="GoesOn">Whether it has not ended.</param>
/// <param name="Inside">Whether its label stands within it.</param>
/// <param name="Span">What it shows.</param>
public sealed record DrawingBar(
    double X, double Width, double Y, double? HeldX, bool GoesOn, DrawingLabel Label, bool Inside, DrawnSpan Span);

/// <summary>A hearing's mark.</summary>
public sealed record DrawingMark(double X, DrawnHearing Hearing);

/// <summary>The height of a hearing's start delay.</summary>
/// <param name="X">0 to 100, percent of the width.</param>
/// <param name="Height">Px.</param>
/// <param name="Label">The minutes; null where another number stands too near.</param>
public sealed record DrawingDelay(double X, double Height, DrawingLabel? Label, DrawnHearing Hearing);

/// <summary>A silence.</summary>
/// <param name="X">0 to 100, percent of the width.</param>
/// <param name="Width">Percent of the width.</param>
/// <param name="Label">Null where it has no room.</param>
public sealed record DrawingSilence(double X, double Width, DrawingLabel? Label, DrawnSilence Silence);

/// <summary>A part of the drawing, from top to bottom.</summary>
/// <param name="LabelY">Px from the top, of its name's base line.</param>
/// <param name="LineY">Px from the top, of the line on which its marks stand; null for none.</param>
public sealed record DrawingLane(double LabelY, double? LineY);

/// <summary>A matter drawn to scale: what stands where. Widths are percentages, heights px.</summary>
/// <param name="NowX">Where today is; null where it is not shown.</param>
/// <param name="PetitionsLeftOut">How many petitions have no room.</param>
/// <param name="ClaimsLeftOut">How many claims have no room.</param>
public sealed record Drawing(
    DrawingAxis Axis,
    double Height,
    double? NowX,
    DrawingLane? RoundsLane,
    IReadOnlyList<DrawingBar> Rounds,
    DrawingLane? HearingsLane,
    IReadOnlyList<DrawingMark> Hearings,
    DrawingLane? DelaysLane,
    IReadOnlyList<DrawingDelay> Delays,
    DrawingLane? PetitionsLane,
    IReadOnlyList<DrawingBar> Petitions,
    int PetitionsLeftOut,
    DrawingLane? ClaimsLane,
    IReadOnlyList<DrawingBar> Claims,
    int ClaimsLeftOut,
    IReadOnlyList<DrawingSilence> Silences);
