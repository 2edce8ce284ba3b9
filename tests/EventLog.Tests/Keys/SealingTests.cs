using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.Domain.People;
using Trials.EventLog.Keys;
using Trials.EventLog.Sqlite;
using Trials.EventLog.Tests.Support;
using static Trials.EventLog.Tests.Support.LogReading;

namespace Trials.EventLog.Tests.Keys;

public sealed class SealingTests : IDisposable
{
    private static readonly string[] Secrets = ["Гулнора Ҷӯраева", "дар ҳуҷра лату кӯб карданд", "she named the officer"];

    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Plain_text_stands_in_no_file()
    {
        using var keys = KeyStore.Open(folder.Path, readOnly: false);
        var codec = new Codec(keys);
        await using var log = SqliteEventLog.Open(new() { Folder = folder.Path });
        var person = StreamName.Of(new PersonId(Guid.NewGuid()));
        var court = "суди ноҳияи Сино";

        await log.Add(await codec.Encode(new PersonEvent.Registered(PersonalText.From(Secrets[0]), Sex.Female, 1990), person));
        await log.Add(await codec.Encode(new HearingEvent.Ended(FreeText.From(Secrets[1]))));
        await log.Add(await codec.Encode(new Amendment.Corrected(
            new(Guid.NewGuid()), new HearingEvent.Ended(FreeText.From(Secrets[2])), Codec.Metadata.Happened, FreeText.From(Secrets[1])!)));
        await log.Add(await codec.Encode(
            new HearingEvent.Resumed(), metadata: Codec.Metadata with { Source = new Source.Document("1", null, court, null) }));

        folder.Holds(Encoding.UTF8.GetBytes(court)).Should().BeTrue("the search must be able to find what stands in the clear");
        foreach (var secret in Secrets)
        {
            folder.Holds(Encoding.UTF8.GetBytes(secret)).Should().BeFalse();
            folder.Holds(Encoding.Unicode.GetBytes(secret)).Should().BeFalse();
            folder.Holds(Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))[..^4])).Should().BeFalse();
        }
    }

    [Fact]
    public async Task Two_texts_cannot_change_places()
    {
        var codec = new Codec();
        var one = await codec.Encode(new HearingEvent.Ended(FreeText.From("one")));
        var other = await codec.Encode(new HearingEvent.Ended(FreeText.From("other")));

        var swapped = codec.Decode(one with { Data = other.Data });

        codec.Opener.Invoking(o => o.Open(((HearingEvent.Ended)swapped.Data).Result!)).Should().Throw<TextAlteredException>();
    }

    [Fact]
    public async Task Two_texts_of_one_event_cannot_change_places()
    {
        var codec = new Codec();
        var correction = new Amendment.Corrected(
            new(Guid.NewGuid()), new HearingEvent.Ended(FreeText.From("result")), Codec.Metadata.Happened, FreeText.From("reason")!);
        var encoded = await codec.Encode(correction);

        var data = JsonNode.Parse(encoded.Data.Span)!;
        var (result, reason) = (data["data"]!["result"]!.DeepClone(), data["reason"]!.DeepClone());
        (result["f"], reason["f"]) = ("reason", "data.result");
        (data["data"]!["result"], data["reason"]) = (reason, result);
        var swapped = (Amendment.Corrected)codec.Decode(encoded with { Data = Encoding.UTF8.GetBytes(data.ToJsonString()) }).Data;

        codec.Opener.Invoking(o => o.Open(swapped.Reason!)).Should().Throw<TextAlteredException>();
        codec.Opener.Invoking(o => o.Open(((HearingEvent.Ended)swapped.Replacement).Result!)).Should().Throw<TextAlteredException>();
    }

    [Fact]
    public async Task A_text_under_another_key_or_with_a_flipped_bit_does_not_open()
    {
        var codec = new Codec();
        var text = (await codec.ThereAndBack(new HearingEvent.Ended(FreeText.From("text")))).Result!.Sealed!;
        var cipher = text.Cipher.ToArray();

        SealedText[] altered =
        [
            text with { Key = codec.Keys.TakeTextKey().Id },
            text with { Nonce = RandomNumberGenerator.GetBytes(12) },
            text with { Nonce = default },
            text with { Cipher = default },
            .. Enumerable.Range(0, cipher.Length).Select(i => text with { Cipher = cipher.Select((b, at) => at == i ? (byte)(b ^ 1) : b).ToArray() }),
        ];

        codec.Opener.Open(FreeText.Stored(text, [])).Should().Be("text");
        foreach (var seal in altered)
        {
            codec.Opener.Invoking(o => o.Open(FreeText.Stored(seal, []))).Should().Throw<TextAlteredException>();
        }
    }

    [Fact]
    public async Task Erasing_one_text_leaves_the_others()
    {
        var codec = new Codec();
        var one = await codec.ThereAndBack(new HearingEvent.Ended(FreeText.From("one")));
        var other = await codec.ThereAndBack(new HearingEvent.Ended(FreeText.From("other")));

        codec.Keys.EraseText(one.Result!.Sealed!.Key);

        codec.Opener.Open(one.Result).Should().BeNull();
        codec.Opener.Open(other.Result!).Should().Be("other");
    }

    [Fact]
    public void A_text_as_typed_needs_no_key() => new Codec().Opener.Open(FreeText.From("typed")!).Should().Be("typed");
}
