using System.Collections.Concurrent;
using Trials.EventLog.Keys;

namespace Trials.EventLog.Tests.Keys;

public sealed class NoncesTests
{
    [Fact]
    public void No_nonce_is_given_out_twice_on_whatever_thread()
    {
        var drawn = new ConcurrentBag<string>();

        Parallel.For(0, 4, _ =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                drawn.Add(Convert.ToHexString(Nonces.Next()));
            }
        });

        drawn.Should().HaveCount(4_000).And.OnlyHaveUniqueItems().And.OnlyContain(nonce => nonce.Length == 2 * TextCipher.NonceSize);
    }
}
