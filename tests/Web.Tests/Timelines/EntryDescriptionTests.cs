using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Claims;
using Trials.Domain.Hearings;
using Trials.Domain.People;
using Trials.Domain.Petitions;
using Trials.Domain.Reports;
using Trials.Projections.Claims;
using Trials.Web.Tests.Cases;
using Trials.Web.Tests.Forms;
using Trials.Web.Tests.Pages;
using Trials.Web.Timelines;

namespace Trials.Web.Tests.Timelines;

/// <summary>Every kind of entry has a title and details in every language.</summary>
public sealed class EntryDescriptionTests
{
    public static TheoryData<string, string> KindsInLanguages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var language in Language.All)
                foreach (var wireName in EventTypes.All.WireNames.Where(name => !name.StartsWith("entry-", StringComparison.Ordinal)))
                    data.Add(language.Code, wireName);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(KindsInLanguages))]
    public void Every_kind_of_entry_can_be_described(string code, string wireName)
    {
        using var context = new PageContext(code);
        var describe = Describe(context);

        AnyFact.Of(EventTypes.All.TypeOf(wireName)!).Sample(
            fact =>
            {
                var title = describe.Title(wireName, fact);

                title.Text.Should().NotBeNullOrWhiteSpace();
                describe.Details(fact, title.Said).Should().NotContain(detail => detail.Label.Length == 0 || detail.Text.Length == 0);
            },
            iter: 20,
            threads: 1);
    }

    [Fact]
    public void A_title_says_what_matters_most()
    {
        using var context = new PageContext("en");
        var describe = Describe(context);

        string Title(DomainEvent data, int? delay = null) => describe.Title(EventTypes.All.NameOf(data.GetType()), data, delay).Text;

        Title(new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.Court, null), 42).Should().Be("Hearing opened, 42 min late");
        Title(new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.Court, null)).Should().Be("Hearing opened");
        Title(new HearingEvent.Adjourned(HearingCause.NotStated, CausedBy.Court, null, null)).Should().Be("Hearing adjourned, no next date named");
        Title(new PetitionEvent.Decided(PetitionDecision.Denied, Reasoning.Unreasoned, null, null)).Should().Be("Petition decided: denied");
        Title(new CaseEvent.CourtAssigned(1, PageContext.Navobod)).Should().Be("Court assigned: Court of Navobod city");
        Title(new CaseEvent.StepTaken(1, StepKind.CopiesSent, null, null)).Should().Be("Copies sent out");
        Title(new ReportEvent.Observed(ChecklistItem.DrinkingWater, Answer.No, null, null)).Should().Be("Drinking water: no");
    }

    [Fact]
    public void A_claim_is_called_by_its_amount_and_warned_of_where_something_speaks_against_it()
    {
        using var context = new PageContext("en");
        var describe = Describe(context);
        var filed = new ClaimEvent.Filed(
            Sample.Case, [], [new(ClaimParty.Of("A foundation"), RespondentCapacity.Personally)], 50_000_00, 1_250_50, ClaimLaw.NewCivilCode, ClaimGround.Torture, [], null, null, null);

        describe.Title("claim-filed.v1", filed).Text.Should().Be("Claim brought: 51\u00a0250.50 somoni");
        describe.Title("claim-filed.v1", filed with { MoralDirams = null, MaterialDirams = null }).Text.Should().Be("Claim brought");
        describe.Title("claim-decided.v1", new ClaimEvent.Decided(0, 0, null, null)).Text.Should().Be("Claim decided: 0 somoni");
        describe.Details(filed).Where(detail => detail.IsWarning).Select(detail => detail.Text).Should().Contain(context.T.Of(ClaimWarning.RespondentNotAuthority));
        describe.Details(filed).Single(detail => detail.Field == "Respondents").Text.Should().Be("A foundation (personally)");
        EntryDescription.PersonsIn(filed with { Claimants = [new(Guid.Empty)] }).Should().Equal(new PersonId(Guid.Empty));
    }

    [Fact]
    public void What_the_title_says_and_what_nobody_recorded_is_not_said_again()
    {
        using var context = new PageContext("en");
        var judged = new CaseEvent.JudgmentGiven(2, JudgmentOutcome.Convicted, null);
        var describe = Describe(context);

        describe.Details(judged, describe.Title("case-judgment-given.v1", judged).Said).Select(detail => detail.Field).Should().Equal("Round");
        describe.Details(new HearingEvent.Opened(DelayCause.NotObserved, CausedBy.NotRecorded, null)).Should().BeEmpty();
    }

    [Fact]
    public void A_name_is_opened_only_for_whoever_may_read_it()
    {
        using var reader = new PageContext("en");
        using var recorder = new PageContext("en");
        var registered = new PersonEvent.Registered(PersonalText.From("Сомон Раҳимов"), Sex.Male, 1990);

        Describe(reader, mayReadNames: false).Details(registered).Should().NotContain(detail => detail.Text.Contains("Сомон"));
        Describe(recorder, mayReadNames: true).Details(registered).Should().Contain(detail => detail.Text == "Сомон Раҳимов");
    }

    [Fact]
    public void An_erased_account_says_so()
    {
        using var context = new PageContext("en");

        Describe(context).Details(new CaseEvent.StepTaken(null, StepKind.Other, Sample.Erased(), null))
            .Should().Contain(detail => detail.Text == context.T["Form.Erased"]);
    }

    [Fact]
    public void Every_source_has_words()
    {
        using var context = new PageContext("en");
        var describe = Describe(context);

        describe.Source(new Source.SeenMyself()).Should().Be("seen in person");
        describe.Source(new Source.ToldBy(null)).Should().Be("told by somebody");
        describe.Source(new Source.ToldBy(new PersonId(Guid.Parse("3f2a0000000000000000000000000000")))).Should().Be("told by Person 3F2A");
        describe.Source(new Source.Document("7", new LocalDate(2025, 6, 4), "court", null)).Should().Be("document: No. 7, 4 Jun 2025, court");
        describe.Source(new Source.Document(null, null, null, null)).Should().Be("document");
        describe.Source(new Source.Import("court-cards", 14)).Should().Be("imported: court-cards, line 14");
    }

    [Theory]
    [InlineData(Precision.Exact, "14 May", "10:42, exact")]
    [InlineData(Precision.Approximate, "14 May", "about 10:42, ±10 min")]
    [InlineData(Precision.Day, "14 May", "day only")]
    [InlineData(Precision.Month, "May", "month only")]
    [InlineData(Precision.Year, "2026", "year only")]
    [InlineData(Precision.Before, "14 May", "before 10:42")]
    [InlineData(Precision.After, "14 May", "after 10:42")]
    [InlineData(Precision.Unknown, "Date not known", "placed here only for order")]
    public void A_moment_is_said_no_more_exactly_than_it_is_known(Precision precision, string day, string how) =>
        EntryMoment.Of(
            new HappenedAt(new LocalDateTime(2026, 5, 14, 10, 42), HappenedAt.DefaultZone, precision, precision == Precision.Approximate ? 10 : 0),
            Sample.Texts()).Should().Be(new EntryMoment(day, how));

    [Fact]
    public void A_time_elsewhere_names_its_zone() =>
        EntryMoment.Of(HappenedAt.Exactly(new LocalDateTime(2026, 5, 14, 10, 42), "Asia/Yakutsk"), Sample.Texts()).How.Should().Be("10:42, exact (Asia/Yakutsk)");

    private static EntryDescription Describe(PageContext context, bool mayReadNames = true) =>
        new(context.T, context.AddCases().LoadedNames(), context.Services.GetRequiredService<ITextOpener>(), mayReadNames);
}
