using CsCheck;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Properties;

/// <summary>What somebody wants to do with a stream.</summary>
public enum WishKind
{
    Fact,
    Correct,
    Withdraw,
}

/// <summary>What somebody wants to record: a fact, or an amendment of the entry at some place.</summary>
/// <param name="Target">The entry that is amended: its place in the stream, counted round and round.</param>
public sealed record Wish<TEvent>(WishKind Kind, TEvent Data, HappenedAt Happened, int Target)
    where TEvent : DomainEvent
{
    /// <summary>Any wish: a fact more often than an amendment.</summary>
    public static Gen<Wish<TEvent>> Of(EventGen events) => Gen.Select(
        Gen.Frequency((6, Gen.Const(WishKind.Fact)), (2, Gen.Const(WishKind.Correct)), (2, Gen.Const(WishKind.Withdraw))),
        events.Of<TEvent>(),
        EventGen.Moment,
        Gen.Int[0, 30],
        (kind, data, happened, target) => new Wish<TEvent>(kind, data, happened, target));

    /// <summary>To record one fact.</summary>
    public static Wish<TEvent> ToRecord(TEvent data, HappenedAt happened) => new(WishKind.Fact, data, happened, 0);

    /// <summary>The command that asks for it. In an empty stream there is nothing to amend: there it asks for the fact.</summary>
    /// <param name="blank">The command without anything to record.</param>
    /// <param name="history">The stream as it is recorded.</param>
    public Do<TEvent> In(Do<TEvent> blank, IReadOnlyList<RecordedEvent> history)
    {
        var target = history.Count == 0 ? null : history[Target % history.Count];
        return (Kind, target) switch
        {
            (WishKind.Correct, { }) => blank with { Amendments = [new Amendment.Corrected(Like(history, target).Id, Data, Happened, Any.Text)] },
            (WishKind.Withdraw, { }) => blank with { Amendments = [new Amendment.Withdrawn(target.Id, Any.Text)] },
            _ => blank with { Facts = [Data] },
        };
    }

    /// <summary>An entry of the type of the replacement where there is one, so that most corrections fit.</summary>
    private RecordedEvent Like(IReadOnlyList<RecordedEvent> history, RecordedEvent otherwise)
    {
        var like = history.Where(e => e.Data.GetType() == Data.GetType()).ToList();
        return like.Count == 0 ? otherwise : like[Target % like.Count];
    }
}
