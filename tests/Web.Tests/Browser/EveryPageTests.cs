using System.Text;
using Microsoft.Playwright;
using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Applications;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Claims;
using Trials.Domain.Hearings;
using Trials.Domain.People;
using Trials.Domain.Petitions;
using Trials.Projections.Assessments;
using Trials.Web.Acting;
using Trials.Web.Assessments;
using Trials.Web.Forms;
using Trials.Web.Hearings;
using Trials.Web.Recording;

namespace Trials.Web.Tests.Browser;

/// <summary>Every page in every language, wide and narrow: open to everybody, no wider than the screen, and nothing that the browser complains of.</summary>
public sealed class EveryPageTests(BrowserFixture browser, RecordedSite site, InventedSite invented)
    : InBrowser(browser), IClassFixture<RecordedSite>, IClassFixture<InventedSite>
{
    private const string Refused = "the server responded with a status of 4";

    private IEnumerable<string> Registers =>
    [
        "/", "/cases", "/cases?q=nothing&article=x", "/hearings", "/hearings?court=navobod&from=nonsense", "/petitions", "/petitions?state=all", "/delays",
        "/claims", "/claims?state=owed&respondent=person&from=nonsense", "/hearing-form", $"{site.CaseAddress}?order=ascending",
        "/applications", "/activities", "/annual", "/assessments", "/assessments/rules", "/assessments/summary", "/catalogues", "/judgments", "/durations",
        "/detentions", "/examinations", "/protection", "/search", "/search?q=nothing-like-it&kind=nonsense",
        "/views", "/views?address=%2Fpetitions%3Fstate%3Dall", "/petitions?state=all&columns=case,days",
    ];

    /// <summary>The registers with something in them, and what stands behind their rows.</summary>
    private IEnumerable<string> Filled =>
    [
        "/", "/applications", "/activities", "/annual", "/assessments", "/assessments?state=all", "/assessments?state=confirmed&whose=public",
        "/assessments/rules", "/assessments/summary", "/assessments/summary?state=open", AssessmentAddress.Finding(invented.Finding),
        "/catalogues", $"/catalogues/{Mapping.Catalogue}", $"/catalogues/{CourtCode.Kind}/record/catalogue-entry-put?code={invented.Court}", $"/catalogues/{CourtCode.Kind}", $"/catalogues/{CourtCode.Kind}/{invented.Court}", $"/catalogues/{CourtCode.Kind}/import",
        "/judgments", "/durations", "/detentions", "/examinations", "/protection", "/delays", "/search?q=143(1)", "/search?q=202&kind=entry",
        "/claims", "/claims?state=refused&sort=claimed", RecordAddress.Of(invented.Claim), RecordAddress.Of(invented.Case), RecordAddress.Of(invented.Received), RecordAddress.Receive(invented.Received), RecordAddress.Of(invented.Activity),
    ];

    private IEnumerable<string> FormsBesideACase => FactSchema.All
        .Where(schema => schema.Type.IsAssignableTo(typeof(ClaimEvent)) || schema.Type.IsAssignableTo(typeof(ApplicationEvent)) || schema.Type.IsAssignableTo(typeof(ActivityEvent)) || schema.Type.IsAssignableTo(typeof(CatalogueEvent)))
        .OrderBy(schema => schema.WireName, StringComparer.Ordinal)
        .Select(schema => invented.FormOf(schema)!);

    private IEnumerable<string> Things =>
    [
        site.CaseAddress,
        .. site.Hearings.Select(RecordAddress.Of),
        $"{RecordAddress.Of(site.Hearings.First())}/form",
        .. site.Petitions.Select(RecordAddress.Of),
    ];

    private IEnumerable<string> Forms =>
    [
        RecordAddress.NewCase,
        .. Facts<CaseEvent>().Append("hearing-scheduled").Append("petition-filed").Select(fact => RecordAddress.In(site.Case.Id, fact)),
        .. Facts<HearingEvent>().Where(fact => fact != "hearing-scheduled").Select(fact => RecordAddress.In(site.Case.LastHearing, fact)),
        .. Facts<PetitionEvent>().Where(fact => fact != "petition-filed").Select(fact => RecordAddress.In(site.Petitions.Last(), fact)),
        .. Facts<PersonEvent>().Select(fact => RecordAddress.In(site.Person, fact)),
    ];

    /// <summary>What stands behind each button of a hearing that is watched, where more is asked than the press.</summary>
    private IEnumerable<string> Pressed =>
        new[]
        {
            "hearing-opened", "hearing-not-held", "hearing-rescheduled", "hearing-panel-changed", "hearing-adjourned", "hearing-ended",
            "report-observer-refused", "report-observer-removed", "report-noted", "report-submitted",
        }.Select(act => QuickEntry.Address(RecordAddress.Of(site.Case.LastHearing), HearingAct.Find(act)!, site.Application.Today.At(new(10, 42))));

    private IEnumerable<string> Amendments => site.Entries
        .DistinctBy(entry => entry.Data is Amendment ? entry.WireName : entry.Stream.Category)
        .SelectMany(entry => entry.Data is Amendment
            ? new[] { RecordAddress.Withdraw(entry.Stream, entry.Id) }
            : [RecordAddress.Correct(entry.Stream, entry.Id), RecordAddress.Withdraw(entry.Stream, entry.Id)]);

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Registers_things_and_failures_are_no_barrier(string language) =>
        await ShouldBeOpen(language, DemoPeople.Lawyer, [.. Registers, .. Things, "/error", "/nothing-here", $"/cases/{Guid.Empty:N}"]);

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Forms_are_no_barrier(string language) => await ShouldBeOpen(language, DemoPeople.Lawyer, [.. Forms, .. Amendments]);

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task What_is_documented_judged_and_counted_is_no_barrier(string language) =>
        await ShouldBeOpen(language, DemoPeople.Lawyer, [.. Filled, .. FormsBesideACase], invented.Application.Address);

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_hearing_and_what_is_pressed_in_it_is_no_barrier(string language) =>
        await ShouldBeOpen(language, DemoPeople.Observer, [.. site.Hearings.Select(RecordAddress.Of), .. Pressed]);

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task What_only_some_may_see_is_no_barrier(string language) =>
        await ShouldBeOpen(language, DemoPeople.Analyst, ["/operations", site.CaseAddress, RecordAddress.Of(site.Case.LastHearing), RecordAddress.NewCase]);

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task What_is_answered_to_a_form_is_no_barrier(string language)
    {
        Accept(Refused);
        var page = await Visit(site.Application.Address, Narrow, language, DemoPeople.Lawyer);
        await BringInspector(page);

        await page.GotoAsync(RecordAddress.NewCase);
        await page.Locator("main form button.primary").ClickAsync();
        await page.Locator(".errors[role=alert]").WaitForAsync();
        (await AllBarriers(page, language)).Should().BeEmpty();

        await page.Locator("main input[name=__RequestVerificationToken]").EvaluateAsync("field => { field.value = ''; field.form.submit(); }");
        await page.Locator("main .prose").WaitForAsync();
        (await AllBarriers(page, language)).Should().BeEmpty();
    }

    private static IEnumerable<string> Facts<TEvent>() =>
        FactSchema.All.Where(schema => schema.Type.IsAssignableTo(typeof(TEvent))).Select(schema => Texts.Unversioned(schema.WireName)).Order(StringComparer.Ordinal);

    private async Task ShouldBeOpen(string language, KnownActor actor, IReadOnlyList<string> addresses, string? elsewhere = null)
    {
        Accept(Refused);
        var page = await Visit(elsewhere ?? site.Application.Address, Narrow, language, actor);
        await BringInspector(page);
        var barriers = new List<string>();
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            await page.EvaluateAsync("document.querySelectorAll('details:not(.acting)').forEach(details => details.open = true)");
            barriers.Add(await AllBarriers(page, language));
        }

        string.Concat(barriers).Should().BeEmpty();
    }

    /// <summary>
    /// What is said to whoever cannot see is the same at all widths, and colours are the same in all languages. It begins at the width at which the page
    /// before was left: a change of it costs as much as a question.
    /// </summary>
    private static async Task<string> AllBarriers(IPage page, string language)
    {
        var barriers = new StringBuilder();
        foreach (var width in page.ViewportSize!.Width == Narrow ? new[] { Narrow, Wide } : [Wide, Narrow])
        {
            var found = (width, language) switch
            {
                (Narrow, "en") => await Barriers(page, width),
                (Narrow, _) => await BarriersOfWords(page, width),
                (_, "en") => await BarriersOfColours(page, width),
                _ => await Overflow(page, width),
            };
            barriers.AppendJoin("", found.Select(barrier => barrier + "\n"));
        }

        return barriers.ToString();
    }
}
