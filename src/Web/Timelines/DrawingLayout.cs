using System.Globalization;

namespace Trials.Web.Timelines;

/// <summary>Finds a place for everything in a drawing, so that no two labels touch at any width it is shown at. Pure.</summary>
public static class DrawingLayout
{
    /// <summary>How high the axis with its labels is, in px.</summary>
    public const double AxisHeight = 50;

    /// <summary>How high a round's bar is, in px.</summary>
    public const double RoundHeight = 24;

    /// <summary>How high a petition's or claim's bar is, in px.</summary>
    public const double PetitionHeight = 14;

    private const double LaneName = 18;
    private const double Between = 14;
    private const double RoundRow = 30;
    private const double PetitionRow = 24;
    private const int MostRoundRows = 6;
    private const int MostPetitionRows = 12;
    private const double HighestDelay = 36;
    private const double LeastScale = 60;
    private const double LabelHeight = 15;
    private const double SilenceMargin = 20;

    /// <summary>Lays a matter out.</summary>
    public static Drawing Of(DrawnMatter matter, Texts texts)
    {
        var axis = DrawingAxis.Of(matter.First, matter.Last, texts);
        var y = AxisHeight;

        var (roundsLane, roundsTop) = Lane(matter.Rounds.Count > 0, ref y, LaneName);
        var (rounds, roundRows, _) = BarPacking.Pack(
            matter.Rounds, axis, matter.Today, roundsTop, new(RoundRow, RoundHeight, MostRoundRows, LabelsInside: true));
        y += roundRows * RoundRow;

        var (hearingsLane, hearingsTop) = Lane(matter.Hearings.Count > 0, ref y, LaneName + 12);
        hearingsLane = hearingsLane is null ? null : hearingsLane with { LineY = hearingsTop };
        var hearings = matter.Hearings.Select(h => new DrawingMark(axis.At(h.At), h)).ToList();

        var delayed = matter.Hearings.Where(h => h.DelayMinutes is not null).ToList();
        var middle = delayed.Count > 0 || matter.Silences.Count > 0;
        var (delaysLane, delaysTop) = Lane(middle, ref y, LaneName + (delayed.Count > 0 ? HighestDelay + LabelHeight + 4 : 8));
        delaysLane = delayed.Count > 0 ? delaysLane! with { LineY = delaysTop } : null;
        var silences = matter.Silences.Select(s => Placed(s, axis, delaysTop - (delayed.Count > 0 ? HighestDelay - LabelHeight : 2))).ToList();
        var delays = Delays(delayed, axis, delaysTop, [.. silences.Select(s => s.Label).OfType<DrawingLabel>()]);

        var (petitionsLane, petitionsTop) = Lane(matter.Petitions.Count > 0, ref y, LaneName);
        var (petitions, petitionRows, leftOut) = BarPacking.Pack(
            matter.Petitions, axis, matter.Today, petitionsTop, new(PetitionRow, PetitionHeight, MostPetitionRows, LabelsInside: false));
        y += petitionRows * PetitionRow;

        var (claimsLane, claimsTop) = Lane(matter.Claims.Count > 0, ref y, LaneName);
        var (claims, claimRows, claimsLeftOut) = BarPacking.Pack(
            matter.Claims, axis, matter.Today, claimsTop, new(PetitionRow, PetitionHeight, MostPetitionRows, LabelsInside: false));
        y += claimRows * PetitionRow;

        var shown = matter.Today >= axis.From && matter.Today < axis.To;
        return new(
            axis,
            y + Between,
            shown ? axis.At(matter.Today.AtMidnight()) : null,
            roundsLane,
            rounds,
            hearingsLane,
            hearings,
            delaysLane,
            delays,
            petitionsLane,
            petitions,
            leftOut,
            claimsLane,
            claims,
            claimsLeftOut,
            silences);
    }

    /// <summary>A lane below <paramref name="y"/>: its name, and where its content stands. A lane without content takes no room.</summary>
    private static (DrawingLane? Lane, double Content) Lane(bool any, ref double y, double height)
    {
        if (!any)
        {
            return (null, y);
        }

        var name = y + Between;
        y += height + 6;
        return (new(name, null), y);
    }

    /// <summary>The delays, the greatest labelled first; a number that would touch one of the labels there is left to the list.</summary>
    private static List<DrawingDelay> Delays(List<DrawnHearing> hearings, DrawingAxis axis, double line, List<DrawingLabel> labels)
    {
        var greatest = hearings.Select(h => h.DelayMinutes!.Value).Append((int)LeastScale).Max();
        var delays = new List<DrawingDelay>(hearings.Count);
        foreach (var hearing in hearings.OrderByDescending(h => h.DelayMinutes))
        {
            var label = Label(hearing, axis, line - Height(hearing, greatest) - 4);
            var fits = !labels.Exists(placed => Touch(placed, label));
            if (fits)
            {
                labels.Add(label);
            }

            delays.Add(new(axis.At(hearing.At), Height(hearing, greatest), fits ? label : null, hearing));
        }

        return [.. delays.OrderBy(delay => delay.Hearing.At)];
    }

    private static double Height(DrawnHearing hearing, int greatest) =>
        Math.Clamp(hearing.DelayMinutes!.Value * HighestDelay / greatest, 2, HighestDelay);

    private static DrawingLabel Label(DrawnHearing hearing, DrawingAxis axis, double y)
    {
        var text = hearing.DelayMinutes!.Value.ToString(CultureInfo.InvariantCulture);
        var x = axis.At(hearing.At);
        var half = TextWidth.Of(text) / 2;
        var dx = Math.Clamp(DrawingAxis.Px(x), half, DrawingAxis.Width - half) - DrawingAxis.Px(x) - half;
        return new(text, x, dx, y, AtEnd: false);
    }

    private static bool Touch(DrawingLabel one, DrawingLabel other) =>
        one.Left < other.Right + 4 && other.Left < one.Right + 4 && Math.Abs(one.Y - other.Y) < LabelHeight;

    private static DrawingSilence Placed(DrawnSilence silence, DrawingAxis axis, double y)
    {
        var x = axis.At(silence.After.AtMidnight());
        var width = axis.At(silence.Until.AtMidnight()) - x;
        var words = TextWidth.Of(silence.Label);
        var label = DrawingAxis.Px(width) >= words + (2 * SilenceMargin)
            ? new DrawingLabel(silence.Label, x + (width / 2), -words / 2, y, AtEnd: false)
            : null;
        return new(x, width, label, silence);
    }
}
