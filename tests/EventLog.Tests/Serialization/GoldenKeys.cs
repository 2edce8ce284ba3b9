using System.Security.Cryptography;
using Trials.Domain;
using Trials.EventLog.Keys;

namespace Trials.EventLog.Tests.Serialization;

/// <summary>The keys that the golden files were sealed with: they follow from their ids, so that the files stay readable.</summary>
internal sealed class GoldenKeys : IKeyRing
{
    public ReadOnlyMemory<byte> FingerprintKey => new byte[32];

    public void Check()
    {
    }

    public TextKey TakeTextKey() => Key(Guid.NewGuid());

    public TextKey PersonKey(PersonId person) => Key(person.Value);

    public TextKey? Find(Guid id) => Key(id);

    public void Erase(PersonId person) => throw new NotSupportedException();

    public void EraseText(Guid key) => throw new NotSupportedException();

    private static TextKey Key(Guid id) => new(id, SHA256.HashData(id.ToByteArray(bigEndian: true)));
}
