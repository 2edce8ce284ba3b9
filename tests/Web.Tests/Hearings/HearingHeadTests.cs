using Bunit;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.Projections.Hearings;
using Trials.Web.Hearings;
using Trials.Web.Naming;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Hearings;

/// <summary>What the page of a hearing says first, and what it offers to press, in each state.</summary>
public sealed class HearingHeadTests
{
    private static readonly LocalDate Day = new(2026, 5, 14);

    private static readonly HearingListRow Scheduled = new(
        new HearingId(Guid.Empty), new CaseId(Guid.Empty), "1-118/2026", 1, HearingKind.Trial, PageContext.Navobod, null, [PageContext.Judge], "3",
        Day, new LocalTime(10, 0), HearingStage.Scheduled, null, null, null, null, null, null, null, null, 0, 0);

    private static readonly HearingListRow Open = Scheduled with
    {
        Stage = HearingStage.Open,
        Opened = HappenedAt.Exactly(Day.At(new LocalTime(10, 42))),
        DelayMinutes = 42,
        DelayCause = DelayCause.NotExplained,
        DelayBy = CausedBy.Court,
    };

    public static TheoryData<string, string, string> Said => new()
    {
        { "en", "Scheduled 10:00|Page shown 10:31Dushanbe time|Late so far 31 min", "Not opened yet" },
        { "ru", "Назначено 10:00|Страница открыта 10:31душанбинское время|Уже позже на 31 мин", "Ещё не открыто" },
        { "tg", "Таъин шудааст 10:00|Саҳифа кушода шуд 10:31вақти Душанбе|То ҳол дер шуд 31 дақ", "Ҳанӯз кушода нашудааст" },
    };

    [Theory]
    [MemberData(nameof(Said))]
    public void Before_it_opens_the_page_says_how_late_it_is_so_far(string code, string clock, string state)
    {
        var (said, stands) = Head(code, Scheduled);

        said.Should().Be(clock);
        stands.Should().Be(state);
    }

    [Theory]
    [InlineData("en", "Delay 42 minlate, no cause given; caused by: court or its staff", "Sitting since 10:42")]
    [InlineData("ru", "Задержка 42 минпозже, причина не названа; кем вызвано: суд или его сотрудники", "Идёт с 10:42")]
    public void Once_open_it_says_the_delay_and_its_cause(string code, string delay, string state)
    {
        var (said, stands) = Head(code, Open);

        said.Split('|')[2].Should().Be(delay);
        stands.Should().Be(state);
    }

    [Fact]
    public void An_opening_that_is_not_known_to_the_minute_says_so()
    {
        var about = Open with { Opened = HappenedAt.About(Day.At(new LocalTime(10, 40)), 10), DelayMinutes = 40 };

        Head("en", about).Clock.Split('|')[1].Should().Be("Court entered 10:40about, ±10 min");
    }

    [Theory]
    [InlineData(HearingStage.Adjourned, "Adjourned. No next date named")]
    [InlineData(HearingStage.NotHeld, "Not held. No next date named")]
    public void A_silence_about_the_next_date_is_said(HearingStage stage, string state)
    {
        var over = Open with { Stage = stage, Cause = HearingCause.WitnessAbsent, By = CausedBy.NotRecorded };

        Head("en", over).State.Should().Be(state);
    }

    [Theory]
    [InlineData(HearingStage.Scheduled, 0, "Opened NotHeld Rescheduled PanelChanged")]
    [InlineData(HearingStage.Scheduled, -1, "NotHeld Rescheduled PanelChanged")]
    [InlineData(HearingStage.Scheduled, 1, "")]
    [InlineData(HearingStage.Open, 0, "RecessBegan Adjourned Ended PanelChanged")]
    [InlineData(HearingStage.Recess, 0, "Resumed Adjourned Ended PanelChanged")]
    [InlineData(HearingStage.Open, 1, "")]
    [InlineData(HearingStage.Ended, 0, "")]
    public void Only_what_can_happen_now_can_be_pressed(HearingStage stage, int days, string pressed) =>
        string.Join(' ', HearingActs.ToPress(Open with { Stage = stage }, Day.PlusDays(days)).Select(act => act.Schema.Type.Name)).Should().Be(pressed);

    [Theory]
    [InlineData(HearingStage.Scheduled, 8)]
    [InlineData(HearingStage.Open, 6)]
    [InlineData(HearingStage.Recess, 6)]
    [InlineData(HearingStage.Adjourned, 2)]
    public void What_was_not_pressed_can_be_entered_afterwards(HearingStage stage, int facts) =>
        HearingActs.Afterwards(Open with { Stage = stage }).Should().HaveCount(facts);

    [Fact]
    public void Minutes_are_counted_from_the_time_that_is_set() =>
        PressedAt.MinutesLate(Scheduled, Day.PlusDays(1).At(LocalTime.Midnight)).Should().Be(14 * 60);

    private static (string Clock, string State) Head(string code, HearingListRow row)
    {
        using var context = new PageContext(code);
        context.Services.AddScoped<Names>();
        var head = context.Render<HearingHead>(parameters => parameters.Add(h => h.Row, row).Add(h => h.Now, Day.At(new LocalTime(10, 31))));
        return (string.Join('|', head.FindAll(".clock > div").Select(div => $"{div.Children[0].TextContent} {div.Children[1].TextContent}")), head.Find(".state").TextContent);
    }
}
