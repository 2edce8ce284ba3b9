using Bunit;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Petitions;
using Trials.Projections;
using Trials.Projections.Cases;
using Trials.Projections.Petitions;
using Trials.Web.Petitions;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Petitions;

public sealed class PetitionRegisterPageTests
{
    private static readonly PetitionListRow Waiting = new(
        new(Guid.NewGuid()), new(Guid.NewGuid()), "1-74/2025", PetitionKind.Records, Party.Defence, Addressee.Court, 1, null, null,
        FreeText.From("Записи камер наблюдения"), HappenedAt.On(new LocalDate(2025, 3, 28)), PetitionStanding.Waiting, 0, null, null, null, 412);

    public static TheoryData<string> Codes => PageContext.Codes;

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_petition_says_how_long_it_waits_and_where_it_stands(string code)
    {
        var earlier = new PetitionId(Guid.NewGuid());
        using var context = With(
            code,
            Waiting,
            Waiting with { Standing = PetitionStanding.HeldOver, HeldOver = 2, Predecessor = earlier },
            Waiting with { Standing = PetitionStanding.Decided, Decision = PetitionDecision.Denied, Reasoning = Reasoning.Unreasoned, Closed = HappenedAt.On(new LocalDate(2025, 4, 1)), Days = 4 },
            Waiting with { Standing = PetitionStanding.Waiting, Decision = PetitionDecision.Forwarded, Text = null, Days = null });

        var page = context.Open<PetitionRegisterPage>("/petitions");

        var t = context.T;
        var rows = page.FindAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToList()).ToList();
        rows[0][0].Should().Contain(t.Capital(t.Of(PetitionKind.Records))).And.Contain("Записи камер наблюдения");
        rows[0][4].Should().Be("412");
        rows[0][5].Should().Be(t.Capital(t.Of(PetitionStanding.Waiting)));
        rows[1][5].Should().Be(t.Capital(t.Count("Petitions.HeldOverTimes", 2)));
        page.Find($"tbody a[href='/petitions/{earlier.Value:N}']").TextContent.Should().Be(t["Petitions.Repeats"]);
        rows[2][5].Should().Contain(t.Capital(t.Of(PetitionDecision.Denied))).And.Contain(t.Of(Reasoning.Unreasoned)).And.Contain("2025");
        rows[3][4].Should().Be(t["Petitions.DaysUnknown"]);
        rows[3][5].Should().Contain(t.Of(PetitionStanding.Waiting));
    }

    [Fact]
    public void Without_a_filter_those_that_wait_are_shown_the_longest_first()
    {
        using var context = With("en", Waiting);

        context.Open<PetitionRegisterPage>("/petitions");

        context.Answers.Asked.Should().Contain(
            new PetitionList(new PetitionFilter { Open = true }, PetitionSort.Filed, false, PageContext.Today, new PageRequest(1)));
    }

    [Fact]
    public void Days_are_counted_to_the_day_that_it_is_at_the_court()
    {
        using var context = With("en", Waiting);

        context.Open<PetitionRegisterPage>("/petitions?days=30&state=heldOver");

        context.Answers.Asked.OfType<PetitionList>().Last().Filter.Should().Be(
            new PetitionFilter { Open = true, Standing = PetitionStanding.HeldOver, FiledTo = PageContext.Today.PlusDays(-30) });
    }

    [Fact]
    public void The_sooner_of_two_last_days_of_filing_is_meant()
    {
        var asked = new PetitionAddress { Days = 10, FiledTo = new LocalDate(2026, 5, 10) };

        asked.Filter(PageContext.Today).FiledTo.Should().Be(new LocalDate(2026, 5, 4));
        (asked with { FiledTo = new LocalDate(2026, 1, 1) }).Filter(PageContext.Today).FiledTo.Should().Be(new LocalDate(2026, 1, 1));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_numbers_above_open_what_they_count(string code)
    {
        using var context = With(code, Waiting);

        var page = context.Open<PetitionRegisterPage>("/petitions");

        page.FindAll(".tallies a").Select(link => link.GetAttribute("href")).Should().Equal(
            "/petitions?state=waiting", "/petitions?state=heldOver", "/petitions?state=decided", "/petitions?state=disregarded", "/petitions?state=withdrawn");
        page.FindAll(".tallies b").Should().OnlyContain(number => number.TextContent == "1");
    }

    [Fact]
    public void A_long_text_is_cut_between_words_and_shown_as_text()
    {
        var text = string.Concat(Enumerable.Repeat("<b>слово</b> 😀 ", 40));
        using var context = With("en", Waiting with { Text = FreeText.From(text) });

        var shown = context.Open<PetitionRegisterPage>("/petitions").Find("tbody .sub").TextContent;

        shown.Should().EndWith("…").And.StartWith("<b>слово</b> 😀");
        shown.Length.Should().BeLessThan(165);
        text.Should().StartWith(shown[..^1]);
    }

    private static PageContext With(string code, params PetitionListRow[] rows)
    {
        var context = new PageContext(code);
        context.Answers
            .On<PetitionList, Page<PetitionListRow>>(query => new(rows, rows.Length, query.Page))
            .On<CaseHeader, CaseView?>(_ => null);
        return context;
    }
}
