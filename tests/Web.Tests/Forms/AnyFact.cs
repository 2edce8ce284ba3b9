using System.Collections.Immutable;
using System.Reflection;
using CsCheck;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Claims;
using Trials.Web.Forms;
using Trials.Web.Naming;

namespace Trials.Web.Tests.Forms;

/// <summary>Facts of any kind as a form can hold them: short texts of one line, times to the minute.</summary>
internal static class AnyFact
{
    private static readonly string[] Strange =
        ["Ғафур Ҷӯраев, ӣ ӯ қ ҳ", "👩‍⚖️⚖️🏛️", "<script>alert('х')</script>&amp;<b>", "\"quoted\" \\ / {0} {x}", "a"];

    private static readonly MethodInfo ListMethod = typeof(AnyFact).GetMethod(nameof(ListOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Opens what was never sealed.</summary>
    public static ITextOpener Opener { get; } = new PlainOpener();

    private static Gen<string> Letters => Gen.Char['a', 'z'].Array[1, 15].Select(c => new string(c));

    private static Gen<string> Line => Gen.OneOf(Gen.OneOf(Strange), Letters);

    private static Gen<string> Account => Gen.OneOf(Line, Line.Array[2, 4].Select(lines => string.Join("\n", lines)), Gen.Const(new string('ҷ', 10_000)));

    private static Gen<LocalDate> Date => Gen.Int[0, 700_000].Select(days => new LocalDate(1, 1, 1).PlusDays(days));

    private static Gen<LocalTime> Time => Gen.Int[0, 1439].Select(minutes => LocalTime.Midnight.PlusMinutes(minutes));

    /// <summary>Facts of one kind.</summary>
    public static Gen<DomainEvent> Of(Type type) => Made(type).Select(fact => (DomainEvent)fact!);

    /// <summary>A form in English that knows no names.</summary>
    public static FormContext Context(string language = "en")
    {
        var texts = new Texts(TextCatalogue.BuiltIn, Language.Of(language)!);
        return new(texts, new Names(null!, Opener, texts), new CommandId(Guid.Parse("11111111-1111-1111-1111-111111111111")), new ActorId(Guid.Empty))
        {
            Case = new CaseId(Guid.Empty),
            Hearing = new HearingId(Guid.Empty),
        };
    }

    private static Gen<object?> Any(Type type) => type switch
    {
        _ when type == typeof(string) => Line.Select(Boxed),
        _ when type == typeof(bool) => Gen.Bool.Select(Boxed),
        _ when type == typeof(int) => Gen.Int[1, 99].Select(Boxed),
        _ when type == typeof(long) => Gen.Long[1, 1_000_000_000].Select(Boxed),
        _ when type == typeof(Guid) => Gen.Guid.Select(Boxed),
        _ when type == typeof(LocalDate) => Date.Select(Boxed),
        _ when type == typeof(LocalTime) => Time.Select(Boxed),
        _ when type == typeof(FreeText) => Gen.Select(Account, Gen.Guid.Array[0, 3], (text, persons) => FreeText.From(text, [.. persons.Select(p => new PersonId(p))])).Select(Boxed),
        _ when type == typeof(PersonalText) => Line.Select(text => PersonalText.From(text)).Select(Boxed),
        _ when type == typeof(CatalogueValue) => Gen.Select(Line, Line, (key, value) => new CatalogueValue(key, value)).Select(Boxed),
        _ when type == typeof(Article) => Gen.Select(Gen.Int[1, 9999], Gen.Int[1, 99], Letters, (number, super, part) => new Article("CC", number, super, part)).Select(Boxed),
        _ when type == typeof(ClaimParty) => Gen.OneOf(
            Letters.Select(code => ClaimParty.Of(new AuthorityCode(code))),
            Letters.Select(code => ClaimParty.Of(new OfficialCode(code))),
            Gen.Guid.Select(id => ClaimParty.Of(new PersonId(id))),
            Line.Select(name => ClaimParty.Of(name))).Select(Boxed),
        _ when type.IsEnum => Gen.OneOf<object?>(type.GetEnumValues().Cast<object?>().ToArray()),
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>) =>
            Any(type.GetGenericArguments()[0]).Array[0, 4].Select(items => ListMethod.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [items])),
        _ => Made(type),
    };

    private static Gen<object?> Made(Type type)
    {
        var constructor = type.GetConstructors().Single(c => c.GetParameters() is var p && (p.Length != 1 || p[0].ParameterType != type));
        return constructor.GetParameters()
            .Select(Argument)
            .Aggregate(Gen.Const(ImmutableList<object?>.Empty), (made, next) => made.SelectMany(m => next.Select(m.Add)))
            .Select(arguments => (object?)constructor.Invoke([.. arguments]));
    }

    private static Gen<object?> Argument(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var mayBeNull = type != parameter.ParameterType || new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
        return mayBeNull ? Gen.OneOf(Gen.Const(() => (object?)null), Any(type)) : Any(type);
    }

    private static object? Boxed<T>(T value) => value;

    private static ValueList<T> ListOf<T>(object?[] items) => [.. items.Select(item => (T)item!)];

    private sealed class PlainOpener : ITextOpener
    {
        public string? Open(ProtectedText text) => text.Plain;
    }
}
