using System.Reflection;
using Trials.Domain;

namespace Trials.EventLog.Tests.Serialization;

/// <summary>The fold of whatever stream a history belongs to.</summary>
internal static class Folds
{
    private static readonly Dictionary<Type, Type> StateOfFamily = typeof(IStream<,>).Assembly.GetTypes()
        .SelectMany(t => t.GetInterfaces(), (type, contract) => (type, contract))
        .Where(t => t.contract.IsGenericType && t.contract.GetGenericTypeDefinition() == typeof(IStream<,>))
        .ToDictionary(t => t.contract.GetGenericArguments()[1], t => t.type);

    public static object Fold(IReadOnlyList<EffectiveSequence.Recorded> history)
    {
        var family = history[0].Data.GetType().BaseType!;
        var fold = typeof(Folds).GetMethod(nameof(FoldOf), BindingFlags.NonPublic | BindingFlags.Static)!;
        return fold.MakeGenericMethod(StateOfFamily[family], family).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [history], null)!;
    }

    private static TState FoldOf<TState, TEvent>(IReadOnlyList<EffectiveSequence.Recorded> history)
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent =>
        Decision.Fold<TState, TEvent>(EffectiveSequence.Of<TEvent>(history));
}
