using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Trials.Domain;
using Trials.Projections.Engine;
using Trials.Web.Operations;
using Trials.Web.Tests.Pages;

namespace Trials.Web.Tests.Operations;

public sealed class ProjectionTableTests
{
    private static readonly ProjectionStatus Running = new(
        ProjectionNames.Docket, "0123456789abcdef", ProjectionState.Running, new(1284), new(1284), null, null, null, PageContext.Now);

    private static readonly ProjectionStatus Stopped = Running with
    {
        Name = ProjectionNames.Petitions,
        State = ProjectionState.Stopped,
        Position = new(1200),
        Stop = new(new(1201), new("petition-00000000000000000000000000000001"), 3, new(Guid.NewGuid()), "petition-forwarded.v2", "UnknownEventException"),
    };

    public static TheoryData<string> Codes => PageContext.Codes;

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_read_model_says_what_it_does_and_how_far_behind_it_is(string code)
    {
        using var context = With(code, new Progress(
            Running,
            Running with { Name = ProjectionNames.Hearings, State = ProjectionState.Rebuilding, RebuildPercent = 43, Position = new(552) },
            Running with { Name = ProjectionNames.People, State = ProjectionState.CatchingUp, Position = LogPosition.Start, Changed = null }));

        var page = context.Render<ProjectionTable>();

        var rows = page.FindAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToList()).ToList();
        var t = context.T;
        rows[0].Should().Equal(
            t["Operations.Name.docket"], t.Capital(t.Of(ProjectionState.Running)), "1284", "0", "01234567", t.Dates.Recorded(PageContext.Now));
        rows[1][1].Should().Contain("43");
        rows[1].Skip(2).Take(2).Should().Equal("552", "732");
        rows[2][2].Should().Be(t["Operations.Nothing"]);
        rows[2][5].Should().Be(t["Operations.NotYet"]);
        page.Find("svg[role=img]").GetAttribute("aria-label").Should().Be(t["Operations.Rebuilt", 43]);
        page.FindAll("[role=alert]").Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void One_that_stopped_says_at_which_entry_and_why(string code)
    {
        using var context = With(code, new Progress(Running, Stopped));

        var page = context.Render<ProjectionTable>();

        page.Find("[role=alert]").TextContent.Should().Contain(context.T["Operations.Name.petitions"])
            .And.Contain("1201").And.Contain("petition-forwarded.v2").And.Contain("UnknownEventException");
        page.FindAll("tbody .state.bad").Should().ContainSingle();
    }

    [Fact]
    public void It_shows_what_changes_while_somebody_looks()
    {
        var progress = new Progress(Running);
        using var context = With("en", progress);
        var page = context.Render<ProjectionTable>();

        progress.Now(Stopped);

        page.WaitForAssertion(() => page.FindAll("[role=alert]").Should().ContainSingle());
    }

    private static PageContext With(string code, Progress progress)
    {
        var context = new PageContext(code);
        context.Services.AddSingleton<IProjections>(progress);
        context.Answers.On<EngineStatus, IReadOnlyList<ProjectionStatus>>(_ => progress.Status);
        return context;
    }
}
