using System.Reflection;
using CsCheck;
using NodaTime;
using Trials.Domain.Cases;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Properties;

/// <summary>
/// Any event of a family, from the types of its constructors: a new event or field is drawn without a line here.
/// Values come from small pools, so that entries meet each other; some of them are impossible.
/// </summary>
/// <param name="id">The ids of everything but examinations.</param>
/// <param name="examination">The ids of examinations.</param>
public sealed class EventGen(Gen<Guid> id, Gen<ExaminationId> examination)
{
    private static readonly Gen<string> Value =
        Gen.Frequency((12, Gen.OneOf("a", "b", "c-1", "CC", "12")), (1, Gen.OneOf("", " ", "Ҷ", "\0", new string('x', 2000))));

    private static readonly Gen<FreeText> Text = Gen.OneOf("one", "two", new('x', 100)).Select(t => FreeText.From(t)!);

    private static readonly Gen<LocalDate> Date = Gen.Int[0, 5].Select(days => new LocalDate(2023, 3, 14).PlusDays(days));

    private static readonly Gen<LocalTime> Time = Gen.Int[8, 12].Select(hour => new LocalTime(hour, 0));

    /// <summary>Events of the one case that tests of a stream are about.</summary>
    public static EventGen OfAnyCase { get; } = new(
        Gen.OneOf(Any.Case.Value, Any.Hearing.Value, Any.NextHearing.Value), Gen.Int[1, 8].Select(n => ExaminationId.Of(EventId.Of(Any.StreamOf("case"), Any.Command(n)))));

    /// <summary>Any event of a family.</summary>
    public Gen<TEvent> Of<TEvent>()
        where TEvent : DomainEvent =>
        Gen.OneOf([.. typeof(TEvent).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(TEvent))).Select(t => Record(t).Select(e => (TEvent)e))]);

    /// <summary>Any event of one type.</summary>
    public Gen<object> Record(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var nullability = new NullabilityInfoContext();
        var arguments = constructor.GetParameters()
            .Select(p => nullability.Create(p).WriteState == NullabilityState.Nullable ? Optional(OfType(p.ParameterType)) : OfType(p.ParameterType))
            .Aggregate(Gen.Const(Array.Empty<object?>()), (all, next) => all.Select(next, (list, value) => (object?[])[.. list, value]));
        return arguments.Select(constructor.Invoke);
    }

    /// <summary>An event with another value in one of its fields.</summary>
    public static TEvent With<TEvent>(TEvent data, PropertyInfo field, object value)
        where TEvent : DomainEvent
    {
        var constructor = data.GetType().GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return (TEvent)constructor.Invoke(
            [.. constructor.GetParameters().Select(p => p.Name == field.Name ? value : data.GetType().GetProperty(p.Name!)!.GetValue(data))]);
    }

    /// <summary>Any moment that can be: March 2023, with every precision.</summary>
    public static Gen<HappenedAt> Moment { get; } =
        Gen.Select(Date, Gen.Int[0, 23], Gen.Enum<Precision>(), (date, hour, precision) => new HappenedAt(
            date.At(new LocalTime(hour, 0)), HappenedAt.DefaultZone, precision, precision == Precision.Approximate ? 30 : 0));

    private static Gen<object?> Optional(Gen<object?> value) => Gen.Frequency((1, Gen.Const((object?)null)), (3, value));

    private Gen<object?> OfType(Type type) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } inner => Optional(OfType(inner)),
        { IsEnum: true } => Gen.OneOf([.. Enum.GetValues(type).Cast<object?>()]),
        _ when type == typeof(int) => Boxed(Gen.OneOf(0, 1, 1, 1, 2, 2, 143, 1990)),
        _ when type == typeof(long) => Boxed(Gen.OneOf(0L, 1L, 150_050L)),
        _ when type == typeof(bool) => Boxed(Gen.Bool),
        _ when type == typeof(string) => Boxed(Value),
        _ when type == typeof(Guid) => Boxed(id),
        _ when type == typeof(ExaminationId) => Boxed(examination),
        _ when type == typeof(FreeText) => Boxed(Text),
        _ when type == typeof(PersonalText) => Boxed(Text.Select(t => PersonalText.From(t.Plain)!)),
        _ when type == typeof(LocalDate) => Boxed(Date),
        _ when type == typeof(LocalTime) => Boxed(Time),
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(ValueList<>) => List(type.GenericTypeArguments[0]),
        _ when type.Assembly == typeof(DomainEvent).Assembly => Record(type).Select(o => (object?)o),
        _ => throw new NotSupportedException($"Draw a {type} here."),
    };

    private Gen<object?> List(Type item)
    {
        var create = typeof(ValueList).GetMethod(nameof(ValueList.ToValueList))!.MakeGenericMethod(item);
        var cast = typeof(Enumerable).GetMethod(nameof(Enumerable.Cast))!.MakeGenericMethod(item);
        return OfType(item).List[0, 2].Select(items => create.Invoke(null, [cast.Invoke(null, [items])]));
    }

    private static Gen<object?> Boxed<T>(Gen<T> gen) => gen.Select(value => (object?)value);
}
