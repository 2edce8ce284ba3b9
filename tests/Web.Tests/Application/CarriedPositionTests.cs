using Microsoft.AspNetCore.Http;
using Trials.Domain;
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
    [InlineData("")]
    [InlineData("at=-1")]
    [InlineData("at=abc")]
    public void What_is_no_position_is_not_waited_for(string cookie)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = cookie;

        CarriedPosition.Of(context.Request).Should().BeNull();
    }
}
