using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Trials.EventLog;
using Trials.Projections.Engine;
using Trials.Web.Operations;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Operations;

public sealed class OperationsPageTests
{
    private static readonly LogFactsView Facts = new(new(1284), "/srv/trials", 3_149_000, 5_000_000, 41_000_000_000);

    public static TheoryData<string> Codes => PageContext.Codes;

    [Theory]
    [MemberData(nameof(Codes))]
    public void It_says_how_large_everything_is_and_how_much_room_is_left(string code)
    {
        using var context = With(code, Facts);

        var page = context.Open<OperationsPage>("/operations");

        var number = 3.1m.ToString(context.T.Language.Culture);
        page.FindAll(".facts dd").Select(fact => fact.TextContent).Should().StartWith(
        [
            context.T["Operations.Size.MB", number], context.T["Operations.Size.MB", "5"], context.T["Operations.Size.GB", "41"],
        ]).And.EndWith("/srv/trials");
        page.FindAll(".facts .state.bad").Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void It_says_when_it_is_time_to_make_room(string code)
    {
        using var context = With(code, Facts with { FreeBytes = LogFactsView.LittleRoom - 1 });

        context.Open<OperationsPage>("/operations").Find(".facts .state.bad").TextContent.Should().EndWith(context.T["Operations.Tight"]);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_whole_log_is_checked_when_asked_and_not_before(string code)
    {
        using var context = With(code, Facts);
        context.Answers.On<ChainCheck, ChainCheckView>(_ => new(new(1284, 96, null), PageContext.Now));
        var page = context.Open<OperationsPage>("/operations");
        context.Answers.Asked.Should().NotContain(query => query is ChainCheck);

        page.Find("form[method=post]").Submit();

        page.Find(".notice.done").TextContent.Should().Contain("1284").And.Contain("96").And.Contain(context.T.Dates.Recorded(PageContext.Now));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_broken_chain_says_where(string code)
    {
        using var context = With(code, Facts);
        foreach (var kind in Enum.GetValues<ChainBreakKind>())
        {
            context.Answers.On<ChainCheck, ChainCheckView>(_ =>
                new(new(700, 40, new(kind, new(701), kind == ChainBreakKind.Unreadable ? null : new("case-1"), 5)), PageContext.Now));
            var page = context.Open<OperationsPage>("/operations");

            page.Find("form[method=post]").Submit();

            page.Find("[role=alert]").TextContent.Should().Contain(context.T[$"Operations.Break.{kind}"]).And.Contain("701").And.Contain("700");
        }
    }

    [Theory]
    [InlineData(0, "0 kB")]
    [InlineData(1_500, "1.5 kB")]
    [InlineData(999_999, "1000 kB")]
    [InlineData(1_000_000, "1 MB")]
    [InlineData(79_160_000_000, "79.2 GB")]
    [InlineData(5_000_000_000_000_000, "5000 TB")]
    public void A_size_is_said_in_its_unit(long bytes, string said)
    {
        using var context = new PageContext("en");

        Sizes.Say(context.T, bytes).Should().Be(said);
    }

    private static PageContext With(string code, LogFactsView facts)
    {
        var context = new PageContext(code);
        context.Services.AddSingleton<IProjections>(new Progress());
        context.Answers.On<LogFacts, LogFactsView>(_ => facts).On<EngineStatus, IReadOnlyList<ProjectionStatus>>(_ => []);
        context.SetRendererInfo(new RendererInfo("Static", isInteractive: false));
        return context;
    }
}
