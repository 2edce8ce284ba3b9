using System.Collections.Immutable;
using System.Reflection;
using CsCheck;
using NodaTime;
using Trials.Domain;

namespace Trials.EventLog.Tests.Support;

/// <summary>Generates events of any type from what its constructor asks for, so that a new event is covered when it is listed.</summary>
internal static class AnyEvent
{
    private static readonly string[] Strange =
    [
        "", "Ғафур Ҷӯраев, ӣ ӯ қ ҳ", "Судебное заседание отложено", "👩‍⚖️⚖️🏛️", "<script>alert('х')</script>&amp;<b>", "\"\\/\b\f\n\r\t\0\u2028", "{\"f\":1}",
        new string('ҷ', 10_000),
    ];

    private static readonly MethodInfo ListMethod = typeof(AnyEvent).GetMethod(nameof(ListOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static Gen<HappenedAt> Happened { get; } = Gen.Select(
        Local, Gen.OneOf("Asia/Dushanbe", "Europe/Moscow", "UTC"), Gen.OneOf(Enum.GetValues<Precision>()), Gen.Int[0, 1440], (local, zone, precision, plusMinus) =>
            new HappenedAt(local, zone, precision, plusMinus));

    private static Gen<LocalDate> Date => Gen.Int[-1_000_000, 1_000_000].Select(d => new LocalDate(2024, 1, 1).PlusDays(d));

    private static Gen<LocalTime> Time => Gen.OneOf(
        Gen.Int[0, 1439].Select(m => LocalTime.Midnight.PlusMinutes(m)), Gen.Long[0, NodaConstants.NanosecondsPerDay - 1].Select(LocalTime.FromNanosecondsSinceMidnight));

    private static Gen<LocalDateTime> Local => Gen.Select(Date, Time, (date, time) => date + time);

    private static Gen<string> Text => Gen.OneOf(Gen.OneOf(Strange), Gen.Char[' ', '\uD7FF'].Array[0, 40].Select(c => new string(c)));

    public static Gen<DomainEvent> Of(Type type) => Any(type).Select(e => (DomainEvent)e!);

    private static Gen<object?> Any(Type type) => type switch
    {
        _ when type == typeof(string) => Text.Select(Boxed),
        _ when type == typeof(bool) => Gen.Bool.Select(Boxed),
        _ when type == typeof(int) => Gen.Int.Select(Boxed),
        _ when type == typeof(long) => Gen.Long.Select(Boxed),
        _ when type == typeof(decimal) => Gen.Decimal.Select(Boxed),
        _ when type == typeof(Guid) => Gen.Guid.Select(Boxed),
        _ when type == typeof(LocalDate) => Date.Select(Boxed),
        _ when type == typeof(LocalTime) => Time.Select(Boxed),
        _ when type == typeof(LocalDateTime) => Local.Select(Boxed),
        _ when type == typeof(HappenedAt) => Happened.Select(Boxed),
        _ when type == typeof(FreeText) => Gen.Select(Text, Gen.Guid.Array[0, 3], (text, persons) => FreeText.From("т" + text, [.. persons.Select(p => new PersonId(p))])).Select(Boxed),
        _ when type == typeof(PersonalText) => Text.Select(text => PersonalText.From("т" + text)).Select(Boxed),
        _ when type == typeof(DomainEvent) => Gen.OneOf<object?>([.. Replacements.Select(Any)]),
        _ when type.IsEnum => Gen.OneOf<object?>(type.GetEnumValues().Cast<object?>().ToArray()),
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>) =>
            Any(type.GetGenericArguments()[0]).Array[0, 4].Select(items => ListMethod.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [items])),
        _ when type.Assembly == typeof(DomainEvent).Assembly => Made(type),
        _ => throw new NotSupportedException($"No generator for {type}."),
    };

    private static IEnumerable<Type> Replacements =>
        EventTypes.All.WireNames.Select(n => EventTypes.All.TypeOf(n)!).Where(t => t.BaseType != typeof(Amendment) && t.Namespace != "Trials.Domain.People");

    private static Gen<object?> Made(Type type)
    {
        var constructor = type.GetConstructors().Single(c => c.GetParameters() is var p && (p.Length != 1 || p[0].ParameterType != type));
        var nullability = new NullabilityInfoContext();
        return constructor.GetParameters()
            .Select(p => Argument(p, nullability))
            .Aggregate(Gen.Const(ImmutableList<object?>.Empty), (made, next) => made.SelectMany(m => next.Select(m.Add)))
            .Select(arguments => (object?)constructor.Invoke([.. arguments]));
    }

    private static Gen<object?> Argument(ParameterInfo parameter, NullabilityInfoContext nullability)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var mayBeNull = type != parameter.ParameterType || (!type.IsValueType && nullability.Create(parameter).WriteState == NullabilityState.Nullable);
        return mayBeNull ? Gen.OneOf(Gen.Const(() => (object?)null), Any(type)) : Any(type);
    }

    private static object? Boxed<T>(T value) => value;

    private static ValueList<T> ListOf<T>(object?[] items) => [.. items.Select(i => (T)i!)];
}
