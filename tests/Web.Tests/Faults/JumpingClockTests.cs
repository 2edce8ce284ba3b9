using System.Net;
using NodaTime;
using NodaTime.Testing;
using Trials.Domain.Cases;
using Trials.Web.Recording;
using Trials.Web.Tests.Application;
using Trials.Web.Tests.Browser;

namespace Trials.Web.Tests.Faults;

/// <summary>A machine whose clock is set while people work: what is recorded stays in the order in which it was, and every page can be read.</summary>
public sealed class JumpingClockTests
{
    private static readonly Duration[] Jumps =
    [
        Duration.FromHours(-3), Duration.FromDays(400), Duration.FromDays(-401), Duration.FromMinutes(1), Duration.FromDays(-3_650), Duration.FromDays(3_651),
    ];

    [Fact]
    public async Task A_clock_that_jumps_puts_nothing_out_of_order()
    {
        var clock = new FakeClock(Instant.FromUtc(2026, 5, 14, 4, 0));
        await using var application = await RunningApplication.Start(demo: false, clock: clock);
        using var visitor = new Visitor(application.Address);
        var opened = await Record(RecordAddress.NewCase, ("fact-Kind", "Civil"), ("fact-Reference", "1-1/2026"));
        var page = new Uri(new Uri(application.Address), opened).AbsolutePath;

        foreach (var (number, jump) in Jumps.Index())
        {
            clock.Advance(jump);
            await Record($"{page}/record/case-step-taken", ("fact-Kind", "Other"), ("fact-Text", $"Step {number}."));
        }

        var recorded = (await application.Recorded()).Where(entry => entry.Data is CaseEvent).ToList();
        recorded.Select(entry => entry.Metadata.Recorded).Should().BeInAscendingOrder().And.HaveCount(Jumps.Length + 1);
        var steps = (await visitor.Get($"{page}?order=ascending")).Document.QuerySelectorAll(".entry").Select(entry => entry.TextContent).Skip(1).ToList();
        steps.Should().HaveCount(Jumps.Length).And.AllSatisfy(step => step.Should().Contain($"Step {steps.IndexOf(step)}."));
        foreach (var path in (string[])["/", "/cases", "/hearings", "/petitions", "/delays", "/operations"])
        {
            (await visitor.Get(path)).Status.Should().Be(HttpStatusCode.OK, path);
        }

        async Task<string> Record(string path, params (string Name, string Value)[] typed)
        {
            // What happened before every time that the clock will show.
            var sent = await visitor.Send(await visitor.Get(path), [("happened-date", "14.05.2010"), ("source", "seen"), .. typed]);
            sent.Status.Should().Be(HttpStatusCode.Found, sent.Text("main"));
            await application.Shown();
            return sent.Address!;
        }
    }
}
