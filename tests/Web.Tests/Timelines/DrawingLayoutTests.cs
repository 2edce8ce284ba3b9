using CsCheck;
using NodaTime;
using Trials.Web.Timelines;

namespace Trials.Web.Tests.Timelines;

/// <summary>Whatever a case holds, its drawing keeps to scale, within its bounds, and its labels stay apart.</summary>
public sealed class DrawingLayoutTests
{
    private const double Tolerance = 0.01;
    private static readonly LocalDate Beginning = new(2005, 3, 17);

    private static readonly Gen<string> Words = Gen.OneOf(
        "Appeal", "Суд первой инстанции", "Records: 161 days, held over", "Ташхиси судӣ-тиббӣ: 407 рӯз", "1", new string('Ж', 90));

    /// <summary>One day to twenty years.</summary>
    private static readonly Gen<int> Lengths = Gen.OneOf(Gen.Const(0), Gen.Int[1, 60], Gen.Int[60, 1200], Gen.Int[1200, 7300]);

    private static Gen<LocalDateTime> Moments(int days) =>
        Gen.Select(Gen.Int[0, days], Gen.Int[0, 1439], (day, minute) => Beginning.PlusDays(day).AtMidnight().PlusMinutes(minute));

    private static Gen<DrawnSpan> Spans(int days) =>
        Gen.Select(Words, Moments(days), Moments(days), Gen.Bool, Gen.Bool, (words, one, other, open, held) => new DrawnSpan(
            words, words, LocalDateTime.Min(one, other), open ? null : LocalDateTime.Max(one, other), held ? LocalDateTime.Max(one, other) : null, "/x"));

    private static Gen<DrawnHearing> Hearings(int days) =>
        Gen.Select(Moments(days), Gen.Enum<HearingMark>(), Gen.Int[-30, 400], Gen.Bool, (at, mark, delay, known) =>
            new DrawnHearing("h", "/h", at, mark, known ? delay : null, "late"));

    private static readonly Gen<DrawnMatter> Matters = Lengths.SelectMany(days => Gen.Select(
        Gen.Int[0, days],
        Spans(days).Array[0, 8],
        Hearings(days).Array[0, 500],
        Gen.Select(Spans(days).Array[0, 60], Spans(days).Array[0, 20]),
        Gen.Int[0, days],
        (today, rounds, hearings, waiting, quiet) => new DrawnMatter(
            Beginning.PlusDays(today),
            Beginning,
            Beginning.PlusDays(days),
            rounds,
            hearings,
            waiting.Item1,
            waiting.Item2,
            days - quiet > 60 ? [new DrawnSilence("No entry for 11 months", Beginning.PlusDays(quiet), Beginning.PlusDays(days))] : [])));

    [Theory]
    [InlineData("en")]
    [InlineData("tg")]
    public void Everything_stands_within_the_drawing(string code) => Check(code, drawing =>
    {
        foreach (var x in Places(drawing))
            x.Should().BeInRange(0, 100 + Tolerance);
        foreach (var label in Labels(drawing))
        {
            label.Left.Should().BeGreaterThanOrEqualTo(-Tolerance, label.Text);
            label.Right.Should().BeLessThanOrEqualTo(DrawingAxis.Width + Tolerance, label.Text);
            label.Y.Should().BeInRange(0, drawing.Height);
        }
    });

    [Fact]
    public void No_two_labels_touch() => Check("ru", drawing =>
    {
        var labels = Labels(drawing).ToList();
        for (var i = 0; i < labels.Count; i++)
            for (var j = i + 1; j < labels.Count; j++)
                Overlap(labels[i], labels[j]).Should().BeFalse($"'{labels[i].Text}' and '{labels[j].Text}' touch");
    });

    [Fact]
    public void What_happened_later_stands_further_right() => Check("en", drawing =>
    {
        drawing.Hearings.OrderBy(mark => mark.Hearing.At).Select(mark => mark.X).Should().BeInAscendingOrder();
        drawing.Delays.Select(delay => delay.X).Should().BeInAscendingOrder();
        drawing.Axis.Ticks.Select(tick => tick.X).Should().BeInAscendingOrder();
    });

    [Fact]
    public void Nothing_is_lost() => Check("en", (matter, drawing) =>
    {
        drawing.Hearings.Should().HaveCount(matter.Hearings.Count);
        drawing.Delays.Should().HaveCount(matter.Hearings.Count(hearing => hearing.DelayMinutes is not null));
        (drawing.Petitions.Count + drawing.PetitionsLeftOut).Should().Be(matter.Petitions.Count);
        (drawing.Claims.Count + drawing.ClaimsLeftOut).Should().Be(matter.Claims.Count);
        drawing.Silences.Should().HaveCount(matter.Silences.Count);
    });

    [Fact]
    public void A_bar_is_as_long_as_what_it_shows() => Check("en", (matter, drawing) =>
    {
        foreach (var bar in drawing.Petitions.Concat(drawing.Claims).Where(bar => bar.Span.To is not null))
        {
            var exact = drawing.Axis.At(bar.Span.To!.Value) - drawing.Axis.At(bar.Span.From);
            bar.Width.Should().BeInRange(exact - Tolerance, Math.Max(exact, 0.6) + Tolerance);
        }
    });

    [Fact]
    public void Bars_of_one_row_stand_apart() => Check("en", drawing =>
    {
        foreach (var row in drawing.Petitions.Concat(drawing.Claims).GroupBy(bar => bar.Y))
            row.OrderBy(bar => bar.X).Zip(row.OrderBy(bar => bar.X).Skip(1), (one, next) => next.X - (one.X + one.Width))
                .Should().NotContain(gap => gap < -Tolerance);
    });

    [Fact]
    public void Rounds_that_follow_each_other_stand_in_one_row()
    {
        DrawnSpan Round(string name, int from, int to) => new(name, name, Beginning.PlusDays(from).AtMidnight(), Beginning.PlusDays(to).AtMidnight(), null, null);
        var matter = new DrawnMatter(Beginning, Beginning, Beginning.PlusDays(900), [Round("Investigation", 0, 400), Round("First instance", 400, 900)], [], [], [], []);

        DrawingLayout.Of(matter, Sample.Texts()).Rounds.Select(bar => bar.Y).Distinct().Should().ContainSingle();
    }

    [Fact]
    public void A_year_of_silence_takes_half_of_two_years()
    {
        var quiet = new DrawnSilence("No entry for 12 months", new(2025, 1, 1), new(2026, 1, 1));
        var drawing = DrawingLayout.Of(new(new(2026, 1, 1), new(2024, 1, 1), new(2026, 1, 1), [], [], [], [], [quiet]), Sample.Texts());

        drawing.Silences.Should().ContainSingle().Which.Width.Should().BeInRange(45, 50);
        drawing.Silences[0].Label!.Text.Should().Be("No entry for 12 months");
    }

    [Theory]
    [InlineData(0, AxisUnit.Days)]
    [InlineData(700, AxisUnit.Months)]
    [InlineData(3000, AxisUnit.Quarters)]
    [InlineData(7300, AxisUnit.Years)]
    public void The_axis_is_divided_as_its_length_asks(int days, AxisUnit unit) =>
        DrawingAxis.Of(Beginning, Beginning.PlusDays(days), Sample.Texts()).Unit.Should().Be(unit);

    [Fact]
    public void A_single_day_has_an_axis_with_that_day_on_it()
    {
        var axis = DrawingAxis.Of(new(2026, 5, 14), new(2026, 5, 14), Sample.Texts());

        axis.Ticks.Select(tick => tick.Label).Should().Equal("12", "13", "14", "15", "16");
        axis.Ticks[0].Heading.Should().Be("May 2026");
        axis.At(new LocalDateTime(2026, 5, 14, 12, 0)).Should().BeApproximately(50, Tolerance);
    }

    private static void Check(string code, Action<Drawing> assert) => Check(code, (_, drawing) => assert(drawing));

    private static void Check(string code, Action<DrawnMatter, Drawing> assert)
    {
        var texts = Sample.Texts(code);
        Matters.Sample(matter => assert(matter, DrawingLayout.Of(matter, texts)), iter: 60, threads: 1);
    }

    private static IEnumerable<double> Places(Drawing drawing) =>
    [
        .. drawing.Axis.Ticks.Select(tick => tick.X),
        .. drawing.Hearings.Select(mark => mark.X),
        .. drawing.Delays.Select(delay => delay.X),
        .. drawing.Rounds.Concat(drawing.Petitions).Concat(drawing.Claims).SelectMany(bar => new[] { bar.X, bar.X + bar.Width, bar.HeldX ?? bar.X }),
        .. drawing.Silences.SelectMany(silence => new[] { silence.X, silence.X + silence.Width }),
    ];

    private static IEnumerable<DrawingLabel> Labels(Drawing drawing) =>
    [
        .. drawing.Axis.Ticks.Where(tick => tick.Heading is not null).Select(tick => new DrawingLabel(tick.Heading!, tick.X, DrawingAxis.LabelOffset, 31, false)),
        .. drawing.Axis.Ticks.Where(tick => tick.Label is not null).Select(tick => new DrawingLabel(tick.Label!, tick.X, DrawingAxis.LabelOffset, 47, false)),
        .. drawing.Rounds.Concat(drawing.Petitions).Concat(drawing.Claims).Select(bar => bar.Label),
        .. drawing.Delays.Select(delay => delay.Label).OfType<DrawingLabel>(),
        .. drawing.Silences.Select(silence => silence.Label).OfType<DrawingLabel>(),
    ];

    private static bool Overlap(DrawingLabel one, DrawingLabel other) =>
        one.Left < other.Right && other.Left < one.Right && Math.Abs(one.Y - other.Y) < 13;
}
