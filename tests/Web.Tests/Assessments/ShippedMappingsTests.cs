using Trials.Domain.Assessments;
using Trials.Domain.Assessments.Rules;
using Trials.Domain.Catalogues;
using Trials.Projections.Assessments;
using Trials.Projections.Catalogues;
using Trials.Web.Catalogues;

namespace Trials.Web.Tests.Assessments;

/// <summary>The mappings that are shipped fit the rules and the standards.</summary>
public sealed class ShippedMappingsTests
{
    private static readonly IReadOnlyList<CatalogueRow> Mappings = [.. ShippedCatalogues.Of(Mapping.Catalogue).Select(Row)];
    private static readonly HashSet<string> Standards = [.. ShippedCatalogues.Of(Mapping.Standards).Select(entry => entry.Code)];

    [Fact]
    public void Each_kind_that_a_rule_finds_is_mapped() =>
        AllRules.All.SelectMany(rule => rule.Kinds).Except(Mappings.Select(mapping => mapping.Code)).Should().BeEmpty();

    [Fact]
    public void Each_mapping_says_what_it_amounts_to_and_names_standards_that_are_there()
    {
        Mappings.Select(mapping => mapping[Mapping.YieldsKey]).Should().OnlyContain(yields => yields == "violation" || yields == "indicator" || yields == "condition");
        var named = Mappings.SelectMany(mapping => new[] { Mapping.StandardKey, Mapping.ForAccusedKey, Mapping.ForVictimKey, Mapping.ForBothKey, Mapping.AlsoKey }
            .SelectMany(key => (mapping[key] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)));
        named.Except(Standards).Should().BeEmpty();
    }

    /// <summary>Article 14(3) protects the accused, who in a case of torture is often the officer.</summary>
    [Fact]
    public void No_right_of_the_accused_alone_is_counted_as_the_victim_s()
    {
        var concerned = AllRules.All.SelectMany(rule => rule.Kinds.SelectMany(kind => rule.Whose.Select(whose => (kind, whose))))
            .Where(pair => pair.whose != RightHolder.Accused)
            .Select(pair => Mapping.StandardFor(Mappings.Single(mapping => mapping.Code == pair.kind), pair.whose));

        concerned.Should().NotContain(standard => standard != null && (standard.StartsWith("f14-3") || standard == "f14-2"));
    }

    [Fact]
    public void A_late_start_is_an_indicator_and_conditions_are_measured_by_no_standard()
    {
        Mapping.YieldsOf(Of("late-start")).Should().Be(Yields.Indicator);
        foreach (var kind in new[] { "toilets-closed", "no-water", "no-heating-cooling" })
        {
            Mapping.YieldsOf(Of(kind)).Should().Be(Yields.Condition);
            Enum.GetValues<RightHolder>().Select(whose => Mapping.StandardFor(Of(kind), whose)).Should().OnlyContain(standard => standard == null);
        }
    }

    [Fact]
    public void Nothing_of_it_is_said_to_be_verified_and_every_rule_has_its_words()
    {
        Mappings.Should().OnlyContain(mapping => !mapping.Verified && mapping.Origin.Length > 0);
        foreach (var language in Language.All)
        {
            AllRules.All.Select(rule => TextCatalogue.BuiltIn.Find(language, $"Rule.{rule.Code}")).Should().NotContainNulls();
        }
    }

    private static CatalogueRow Of(string code) => Mappings.Single(mapping => mapping.Code == code);

    private static CatalogueRow Row(CatalogueEvent.EntryPut e) => new(e.Code, e.Name, e.Values, e.ValidFrom, e.ValidTo, e.Origin, e.Verified, Retired: false);
}
