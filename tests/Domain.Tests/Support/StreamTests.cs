namespace Trials.Domain.Tests.Support;

/// <summary>The words that the tests of one stream's decisions are told in.</summary>
public abstract class StreamTests<TState, TEvent>
    where TState : IStream<TState, TEvent>
    where TEvent : DomainEvent
{
    protected static Given<TState, TEvent> Nothing => Scenario.Nothing<TState, TEvent>();

    protected static Given<TState, TEvent> Given(params IEnumerable<Fact<TEvent>> facts) => Scenario.Given<TState, TEvent>(facts);

    protected static Fact<TEvent> At(HappenedAt happened, TEvent data) => new(data, happened);

    protected static Fact<TEvent> At(int hour, int minute, TEvent data) => new(data, Scenario.Moment(hour, minute));

    protected static Amendment Correct(EventId entry, TEvent replacement, HappenedAt? happened = null) =>
        new Amendment.Corrected(entry, replacement, happened ?? Scenario.Then, Any.Text);

    protected static Amendment Withdraw(EventId entry) => new Amendment.Withdrawn(entry, Any.Text);
}
