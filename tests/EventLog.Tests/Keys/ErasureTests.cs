using NodaTime;
using NodaTime.Testing;
using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.Domain.People;
using Trials.EventLog.Keys;
using Trials.EventLog.Sqlite;
using Trials.EventLog.Tests.Support;
using static Trials.EventLog.Tests.Support.LogReading;

namespace Trials.EventLog.Tests.Keys;

public sealed class ErasureTests : IDisposable
{
    private static readonly PersonEvent.Registered Registered = new(PersonalText.From("Гулнора"), Sex.Female, 1990);

    private readonly DataFolder folder = new();
    private readonly PersonId person = new(Guid.NewGuid());
    private readonly PersonId other = new(Guid.NewGuid());

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_name_and_what_mentions_the_person_are_gone_and_all_else_stays()
    {
        string?[] left = [null, "Гулнора", null, "names another", "names nobody", null, "why"];
        using (var keys = KeyStore.Open(folder.Path, readOnly: false))
        {
            await using var log = SqliteEventLog.Open(new() { Folder = folder.Path });
            var (codec, erasure) = (new Codec(keys), new Erasure(log, keys));
            await log.Add(await codec.Encode(Registered, StreamName.Of(person)));
            await log.Add(await codec.Encode(Registered, StreamName.Of(other)));
            await log.Add(await codec.Encode(new HearingEvent.Ended(FreeText.From("names her", other, person))));
            await log.Add(await codec.Encode(new HearingEvent.Ended(FreeText.From("names another", other))));
            await log.Add(await codec.Encode(new HearingEvent.Ended(FreeText.From("names nobody"))));
            await log.Add(await codec.Encode(new Amendment.Corrected(
                new(Guid.NewGuid()), new HearingEvent.Ended(FreeText.From("names her in a correction", person)), Codec.Metadata.Happened, FreeText.From("why")!)));
            (await Texts(log, codec)).Should().NotContainNulls();
            erasure.IsDone(person).Should().BeFalse();

            await erasure.Erase(person, Cancelled);
            await erasure.Erase(person, Cancelled);

            erasure.IsDone(person).Should().BeTrue();
            erasure.IsDone(other).Should().BeFalse();
            (await Texts(log, codec)).Should().Equal(left);
        }

        using var reopened = KeyStore.Open(folder.Path, readOnly: false);
        await using var reread = SqliteEventLog.Open(new() { Folder = folder.Path });
        (await Texts(reread, new(reopened))).Should().Equal(left);
    }

    [Fact]
    public async Task A_person_of_whom_no_name_was_kept_is_erased_too_and_gets_none_by_a_correction()
    {
        using var keys = KeyStore.Open(folder.Path, readOnly: false);
        await using var log = SqliteEventLog.Open(new() { Folder = folder.Path });
        var (codec, erasure) = (new Codec(keys), new Erasure(log, keys));
        var loop = new DecisionLoop(log, codec.Events, new FakeClock(Instant.FromUtc(2024, 5, 1, 6, 0)));
        var registered = await Record(loop, facts: [Registered with { Name = null }, new PersonEvent.Erased(null)]);
        erasure.IsDone(person).Should().BeFalse("the key was not asked for yet");

        await erasure.Erase(person, Cancelled);

        erasure.IsDone(person).Should().BeTrue();
        var entry = registered.Should().BeOfType<Outcome.Recorded>().Which.Entries[0];
        (await Record(loop, amendments: [new Amendment.Corrected(entry, Registered, Codec.Metadata.Happened, FreeText.From("why")!)]))
            .Should().BeOfType<Outcome.Refused>().Which.Refusal.Code.Should().Be(PersonRefusals.Erased);
        (await Record(loop, amendments: [new Amendment.Corrected(entry, Registered with { Name = null, BirthYear = 1991 }, Codec.Metadata.Happened, FreeText.From("why")!)]))
            .Should().BeOfType<Outcome.Recorded>("what is no name can be corrected");
    }

    private static async Task<List<string?>> Texts(SqliteEventLog log, Codec codec)
    {
        var texts = new List<string?>();
        await foreach (var stored in log.ReadAll(LogPosition.Start, Cancelled))
        {
            texts.AddRange(Sealed(codec.Events.Decode(stored).Data).Select(codec.Opener.Open));
        }

        return texts;
    }

    private static IEnumerable<ProtectedText> Sealed(DomainEvent data) => data switch
    {
        PersonEvent.Registered e => [e.Name!],
        HearingEvent.Ended e => [e.Result!],
        Amendment.Corrected e => [.. Sealed(e.Replacement), e.Reason!],
        _ => [],
    };

    private ValueTask<Outcome> Record(DecisionLoop loop, ValueList<PersonEvent> facts = default, ValueList<Amendment> amendments = default) =>
        loop.Record<Person, PersonEvent>(
            new RecordPerson
            {
                Stream = StreamName.Of(person),
                Matter = Codec.Metadata.Matter,
                Header = new(new(Guid.NewGuid()), Codec.Metadata.Happened, new Source.SeenMyself()),
                Facts = facts,
                Amendments = amendments,
            },
            new(Codec.Metadata.Typist, ActorRole.Lawyer, []),
            Cancelled);
}
