using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests;

/// <summary>Ids, names, lists, maps and protected texts.</summary>
public sealed class ValuesTests
{
    private static readonly Guid Scope = Guid.Parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    [Fact]
    public void Derived_ids_are_the_same_on_every_machine()
    {
        // SHA-256 over the 16 bytes of the scope in network order and the name in UTF-8, as Python's hashlib computes it.
        DerivedGuid.From(Scope, "парванда").Should().Be(Guid.Parse("e42e865d-753e-5260-a0eb-be015c0b7ff8"));
        DerivedGuid.From(Scope, "a", "bc").Should().NotBe(DerivedGuid.From(Scope, "ab", "c"));
        Any.Command(1).Following("next-hearing").Should().NotBe(Any.Command(1).Following("other"));
    }

    [Fact]
    public void An_entry_has_an_id_of_its_own_in_its_stream_its_command_and_its_place()
    {
        var (stream, other) = (StreamName.Of(Any.Case), StreamName.Of(Any.Hearing));
        EventId[] ids =
        [
            .. from s in new[] { stream, other }
               from command in new[] { Any.Command(1), Any.Command(2) }
               from index in new[] { 0, 1, 2, 256, ushort.MaxValue }
               select EventId.Of(s, command).At(index),
        ];

        ids.Should().OnlyHaveUniqueItems();
        ids[0].Should().Be(EventId.Of(stream, Any.Command(1)));
        ids[3].At(1).Should().Be(ids[1]);
        FluentActions.Invoking(() => ids[0].At(ushort.MaxValue + 1)).Should().Throw<OverflowException>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("case")]
    [InlineData("-1")]
    [InlineData("case-")]
    public void A_stream_name_is_a_category_and_an_id(string name)
    {
        var read = () => new StreamName(name);
        read.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_stream_name_tells_its_parts()
    {
        var report = StreamName.OfReport(Any.Hearing, Any.Observer.Id);
        report.Category.Should().Be("report");
        report.Id.Should().Be($"{Any.Hearing.Value:N}-{Any.Observer.Id.Value:N}");
        report.LeadingGuid.Should().Be(Any.Hearing.Value);
        StreamName.OfCatalogue("courts").ToString().Should().Be("catalogue-courts");
    }

    [Fact]
    public void Lists_and_maps_compare_by_content()
    {
        ValueList<int> list = [1, 2];
        list.Should().Equal(1, 2);
        list.Equals(ValueList.Create([1, 2])).Should().BeTrue();
        list.GetHashCode().Should().Be(ValueList.Create([1, 2]).GetHashCode());
        (list == ValueList.Create([2, 1])).Should().BeFalse();
        default(ValueList<int>).Equals(ValueList.Create<int>([])).Should().BeTrue();

        var map = default(ValueMap<string, int>).With("a", 1).With("b", 2);
        (map == default(ValueMap<string, int>).With("b", 2).With("a", 1)).Should().BeTrue();
        map.GetHashCode().Should().Be(default(ValueMap<string, int>).With("b", 2).With("a", 1).GetHashCode());
        (map == map.With("a", 3)).Should().BeFalse();
        (map == map.With("c", 3)).Should().BeFalse();
        (default(ValueMap<string, int>).With("a", 1) == default(ValueMap<string, int>).With("b", 1)).Should().BeFalse();
        map.Changed("a", v => v + 1).TryGet("a", out var changed).Should().BeTrue();
        changed.Should().Be(2);
        (map.Changed("c", v => v + 1) == map).Should().BeTrue();
        map.Keys.Should().BeEquivalentTo("a", "b");
        map.Values.Should().BeEquivalentTo([1, 2]);
        map.Has("c").Should().BeFalse();
    }

    [Fact]
    public void A_changed_array_does_not_change_a_list_made_of_it()
    {
        int[] array = [1];
        var list = ValueList.Create<int>(array);
        array[0] = 2;
        list.Should().Equal(1);
    }

    [Fact]
    public void Texts_print_nothing()
    {
        FreeText.From("secret")!.ToString().Should().NotContain("secret");
        PersonalText.From("secret")!.ToString().Should().NotContain("secret");
        new Amendment.Withdrawn(new(Scope), FreeText.From("secret")).ToString().Should().NotContain("secret");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("  \n", null)]
    [InlineData(" a ", "a")]
    [InlineData("и\u0306", "й")]
    [InlineData("😀", "😀")]
    public void Texts_are_trimmed_and_composed(string? typed, string? kept)
    {
        FreeText.From(typed)?.Plain.Should().Be(kept);
        PersonalText.From(typed)?.Plain.Should().Be(kept);
        (FreeText.From(typed) is null).Should().Be(kept is null);
        (PersonalText.From(typed) is null).Should().Be(kept is null);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => FreeText.From("a\ud800b")!.Plain.Should().Be("a\ufffdb");

    [Fact]
    public void Texts_compare_by_what_was_typed_and_whom_they_mention()
    {
        FreeText.From("a").Should().Be(FreeText.From("a"));
        FreeText.From("a").Should().NotBe(FreeText.From("a", Any.Person));
        FreeText.From("a").Should().NotBe(FreeText.From("b"));
    }

    [Fact]
    public void Sealed_text_belongs_to_its_event_and_field()
    {
        var seal = new SealedText(new(Scope), "reason", Scope, new byte[12], new byte[16]);
        FreeText.Stored(seal, []).Should().Be(FreeText.Stored(seal with { Cipher = new byte[17] }, []));
        FreeText.Stored(seal, []).Should().NotBe(FreeText.Stored(seal with { Field = "note" }, []));
        PersonalText.Stored(seal).Plain.Should().BeNull();
    }

    [Fact]
    public void Event_types_are_listed_once()
    {
        var twice = () => new EventTypes(("a.v1", typeof(string)), ("a.v1", typeof(int)));
        twice.Should().Throw<ArgumentException>();
        EventTypes.All.TypeOf("unknown.v1").Should().BeNull();
        EventTypes.All.NameOf(typeof(Amendment.Withdrawn)).Should().Be("entry-withdrawn.v1");
    }
}
