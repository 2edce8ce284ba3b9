using NodaTime;
using Trials.Domain;
using Trials.Domain.Hearings;

namespace Trials.Benchmarks;

/// <summary>Events of about 400 bytes as courts make them: every second one with a few words under a key of their own.</summary>
internal static class SampleEvents
{
    public const int PerStream = 50;

    private static readonly FreeText Words = FreeText.From("Адвокат обвиняемого не явился")!;

    public static DomainEvent At(int index) => (index % 4) switch
    {
        0 => new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.Court, null),
        1 => new HearingEvent.RecessBegan(Words),
        2 => new HearingEvent.Resumed(),
        _ => new HearingEvent.Opened(DelayCause.Explained, CausedBy.Escort, Words),
    };

    public static EventMetadata Metadata(int index, CommandId command, int place, string fingerprint) => new(
        new(Guid.Empty),
        HappenedAt.Exactly(new LocalDate(2023, 1, 1).PlusDays(index % 500).At(new(10, 42))),
        Instant.FromUtc(2023, 1, 1, 6, 0).PlusNanoseconds(index * 1_000_003_700L),
        new(Guid.Empty),
        new(Guid.Empty),
        ActorRole.Lawyer,
        new Source.SeenMyself(),
        command,
        place,
        null,
        fingerprint);
}
