using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Trials.Domain;
using Trials.Projections.Engine;
using Trials.Web.Recording;

namespace Trials.Web.Tests.Application;

public class CarriedPositionTests
{
    [Fact]
    public void What_was_recorded_is_carried_to_whichever_node_answers_next()
    {
        var answered = new DefaultHttpContext();
        CarriedPosition.Carry(answered, new(4711));
        var cookie = answered.Response.Headers.SetCookie.ToString();
        cookie.Should().Be("at=4711; max-age=60; path=/; samesite=lax; httponly");

        var next = new DefaultHttpContext();
        next.Request.Headers.Cookie = cookie[..cookie.IndexOf(';', StringComparison.Ordinal)];

        CarriedPosition.Of(next.Request).Should().Be(new LogPosition(4711));
    }

    [Theory]
    [InlineData("?at=9", "", 9, "9")]
    [InlineData("?at=9", "at=4", 9, "9")]
    [InlineData("?at=4", "at=9", 9, null)]
    [InlineData("?at=9", "at=9", 9, null)]
    [InlineData("", "at=9", 9, null)]
    public async Task A_page_waits_for_what_was_recorded_last_and_one_that_is_shown_again_carries_nothing_back(string asked, string cookie, long waitedFor, string? carried)
    {
        var projections = new Waited();
        var pages = new ApplicationBuilder(new ServiceCollection().AddSingleton<IProjections>(projections).BuildServiceProvider());
        pages.UseWaitingPages();
        pages.Run(_ => Task.CompletedTask);
        var context = new DefaultHttpContext { RequestServices = pages.ApplicationServices };
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = "/cases.csv";
        context.Request.QueryString = new(asked);
        context.Request.Headers.Cookie = cookie;

        await pages.Build()(context);

        projections.For.Should().Equal(new LogPosition(waitedFor));
        context.Response.Headers.SetCookie.ToString().Should().StartWith(carried is null ? "" : $"at={carried};");
        context.Response.Headers.SetCookie.Should().HaveCount(carried is null ? 0 : 1);
        WaitingPages.FreshnessOf(context).Should().Be(asked.Length > 0 ? Freshness.Shown : Freshness.NotAsked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("at=-1")]
    [InlineData("at=abc")]
    public void What_is_no_position_is_not_waited_for(string cookie)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = cookie;

        CarriedPosition.Of(context.Request).Should().BeNull();
    }

    /// <summary>Read models that show everything, and remember what somebody waited for.</summary>
    private sealed class Waited : IProjections
    {
        public List<LogPosition> For { get; } = [];

        public IReadOnlyList<ProjectionStatus> Status => [];

        public ValueTask<bool> WaitFor(LogPosition position, TimeSpan atMost, CancellationToken cancellation)
        {
            For.Add(position);
            return new(true);
        }

        public IAsyncEnumerable<ProjectionChange> Changes(CancellationToken cancellation) => AsyncEnumerable.Empty<ProjectionChange>();
    }
}
