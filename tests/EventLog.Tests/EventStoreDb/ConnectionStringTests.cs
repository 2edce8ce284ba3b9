using Trials.EventLog.EventStoreDb;

namespace Trials.EventLog.Tests.EventStoreDb;

public sealed class ConnectionStringTests
{
    [Fact]
    public void A_host_is_enough_and_the_connection_is_encrypted_unless_it_says_otherwise()
    {
        var settings = EventStoreDbSettings.Parse("esdb://events.example:1113");

        settings.Seeds.Should().Equal(new ServerAddress("events.example", 1113));
        (settings.Tls, settings.Discover, settings.Credentials, settings.CaFile).Should().Be((true, false, null, null));
        EventStoreDbSettings.Parse("esdb://events.example?tls=false").Tls.Should().BeFalse();
    }

    [Theory]
    [InlineData("esdb://one,two:2114,[::1]:2115", true, "one:2113,two:2114,[::1]:2115")]
    [InlineData("esdb+discover://cluster.example", true, "cluster.example:2113")]
    [InlineData("kurrentdb://one:1/", false, "one:1")]
    [InlineData("KURRENTDB+DISCOVER://one:1/?tls=true", true, "one:1")]
    public void Several_hosts_or_the_word_discover_ask_who_leads(string text, bool discovers, string seeds)
    {
        var settings = EventStoreDbSettings.Parse(text);

        settings.Discover.Should().Be(discovers);
        string.Join(',', settings.Seeds).Should().Be(seeds);
    }

    [Fact]
    public void Credentials_are_decoded_and_never_shown()
    {
        var settings = EventStoreDbSettings.Parse("esdb://ops%40office:p%40ss:w%2Frd@host");

        settings.Credentials.Should().Be(new ServerCredentials("ops@office", "p@ss:w/rd"));
        settings.ToString().Should().Be("esdb://host:2113");
        settings.Credentials!.ToString().Should().NotContain("p@ss");
    }

    [Fact]
    public void Parameters_are_taken_whatever_their_case()
    {
        var settings = EventStoreDbSettings.Parse(
            "esdb://host?TLS=False&connectionName=node%201&defaultDeadline=1500&gossipTimeout=700&keepAliveInterval=-1&keepAliveTimeout=900&streamPrefix=a-1-&nodePreference=Leader&maxDiscoverAttempts=3");

        settings.Should().BeEquivalentTo(new
        {
            Tls = false,
            ConnectionName = "node 1",
            Deadline = TimeSpan.FromMilliseconds(1500),
            GossipTimeout = TimeSpan.FromMilliseconds(700),
            KeepAliveInterval = Timeout.InfiniteTimeSpan,
            KeepAliveTimeout = TimeSpan.FromMilliseconds(900),
            StreamPrefix = "a-1-",
        });
    }

    [Theory]
    [InlineData("http://host")]
    [InlineData("esdb://")]
    [InlineData("esdb://host:secret")]
    [InlineData("esdb://host:0")]
    [InlineData("esdb://secret@host")]
    [InlineData("esdb://u:secret@host?tls=perhaps")]
    [InlineData("esdb://u:secret@host?tlsVerifyCert=false")]
    [InlineData("esdb://u:secret@host?tlsCaFile=/nowhere/secret.crt")]
    [InlineData("esdb://u:secret@host?tslCaFile=x")]
    [InlineData("esdb://u:secret@host?nodePreference=follower")]
    [InlineData("esdb://u:secret@host?defaultDeadline=secret")]
    [InlineData("esdb://u:secret@host?streamPrefix=Secret")]
    [InlineData("esdb://u:secret@host?connectionName=%0Asecret")]
    public void What_cannot_be_meant_is_refused_without_repeating_it(string text)
    {
        var parse = () => EventStoreDbSettings.Parse(text);

        parse.Should().Throw<ConnectionStringException>().Which.Message.Should().NotContainEquivalentOf("secret");
    }

    [Fact]
    public void An_unchecked_certificate_is_no_question_where_there_is_none() =>
        EventStoreDbSettings.Parse("esdb://host?tls=false&tlsVerifyCert=false").Tls.Should().BeFalse();

    [Theory]
    [InlineData("esdb://host", true)]
    [InlineData("kurrentdb+discover://host", true)]
    [InlineData("data/demo", false)]
    [InlineData("/srv/trials", false)]
    [InlineData("https://host", false)]
    public void A_connection_string_is_told_from_a_folder(string text, bool isOne) => EventStoreDbSettings.IsConnectionString(text).Should().Be(isOne);
}
