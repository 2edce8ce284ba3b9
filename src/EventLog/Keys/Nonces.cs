using System.Security.Cryptography;

namespace Trials.EventLog.Keys;

/// <summary>Random nonces, drawn many at once, because asking the generator costs more than what it gives. Each is given out once.</summary>
internal static class Nonces
{
    private const int PerDraw = 256;

    [ThreadStatic]
    private static byte[]? OfThread;

    [ThreadStatic]
    private static int Used;

    public static byte[] Next()
    {
        OfThread ??= new byte[PerDraw * TextCipher.NonceSize];
        if (Used == 0)
        {
            RandomNumberGenerator.Fill(OfThread);
        }

        var nonce = OfThread.AsSpan(Used, TextCipher.NonceSize).ToArray();
        Used = (Used + TextCipher.NonceSize) % OfThread.Length;
        return nonce;
    }
}
