using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Trials.Domain.Tests.Conventions;

/// <summary>What every event is, so that it can be written once and read for ever.</summary>
public sealed partial class EventConventionTests
{
    private static readonly Type[] Domain = typeof(DomainEvent).Assembly.GetTypes();

    private static readonly Type[] AllFamilies = [.. Domain.Where(t => t.BaseType == typeof(DomainEvent))];

    private static readonly Type[] AllEvents = [.. Domain.Where(t => t.IsSubclassOf(typeof(DomainEvent)) && !t.IsAbstract)];

    public static TheoryData<Type> Families => [.. AllFamilies];

    public static TheoryData<Type> Events => [.. AllEvents];

    [GeneratedRegex(@"^[a-z]+(-[a-z]+)*\.v[1-9][0-9]*$")]
    private static partial Regex WireName();

    [Fact]
    public void There_are_families_and_events()
    {
        AllFamilies.Should().HaveCountGreaterThan(5);
        AllEvents.Should().HaveCountGreaterThan(30);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void A_family_is_closed(Type family)
    {
        family.IsAbstract.Should().BeTrue();
        family.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(c => c.GetParameters() is not [{ ParameterType: var only }] || only != family)
            .Should().OnlyContain(c => c.IsPrivate, "only nested cases may derive from it");
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void A_family_lists_the_wire_name_of_each_of_its_events(Type family)
    {
        var cases = family.GetNestedTypes().Where(t => t.IsSubclassOf(family));
        cases.Should().NotBeEmpty();
        if (family == typeof(Amendment))
        {
            cases.Select(EventTypes.All.NameOf).Should().OnlyHaveUniqueItems();
            return;
        }

        var names = (IReadOnlyList<(string WireName, Type Type)>)family.GetProperty("WireNames")!.GetValue(null)!;
        names.Select(n => n.Type.FullName).Should().BeEquivalentTo(cases.Select(t => t.FullName));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_sealed_nested_in_its_family_and_immutable(Type type)
    {
        type.IsSealed.Should().BeTrue();
        type.DeclaringType.Should().Be(type.BaseType);
        type.GetProperties().Where(p => p.SetMethod is { } set && !IsInit(set)).Should().BeEmpty();
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(f => !f.IsInitOnly).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void What_an_event_holds_is_immutable_too(Type type) => Held(type).Where(t => !IsImmutable(t)).Should().BeEmpty();

    [Fact]
    public void Wire_names_are_kebab_case_with_a_version()
    {
        EventTypes.All.WireNames.Should().OnlyContain(name => WireName().IsMatch(name));
        EventTypes.All.WireNames.Select(name => EventTypes.All.TypeOf(name)!.FullName).Should().BeEquivalentTo(AllEvents.Select(t => t.FullName));
    }

    private static bool IsInit(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static IEnumerable<Type> Held(Type type) => type.GetProperties().Select(p => p.PropertyType);

    private static bool IsImmutable(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        return inner.IsEnum || inner.IsPrimitive || inner == typeof(string) || inner.Namespace == nameof(NodaTime)
            || inner.IsSubclassOf(typeof(ProtectedText)) || inner == typeof(DomainEvent)
            || (inner.IsGenericType && inner.GetGenericTypeDefinition() == typeof(ValueList<>) && IsImmutable(inner.GenericTypeArguments[0]))
            || (inner.Assembly == typeof(DomainEvent).Assembly && (inner.IsSealed || inner.IsValueType)
                && inner.GetFields(BindingFlags.Instance | BindingFlags.NonPublic).All(f => f.IsInitOnly) && Held(inner).All(IsImmutable))
            || inner == typeof(Guid);
    }
}
