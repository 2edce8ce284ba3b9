using Trials.Domain.Applications;
using Trials.Domain.Assessments;
using Trials.Domain.Assessments.Rules;
using Trials.Domain.Catalogues;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Assessments;

/// <summary>What rules propose of what an application tells.</summary>
public sealed class ApplicationRuleTests
{
    private static readonly ApplicationEvent.Received Received = new("7/2023", ApplicationChannel.Visit, null, null);

    [Theory]
    [InlineData("5-0301", "blows")]
    [InlineData("5-030101", "blows")]
    [InlineData("5-0308", "electric-current")]
    [InlineData("5-030602", "rape-threat")]
    [InlineData("custody-threat", "intimidation")]
    [InlineData("unlawful-detention", "arbitrary-detention")]
    public void An_act_that_is_told_is_proposed_as_the_victim_s(string act, string kind) =>
        Found(Told([act], [])).Should().ContainSingle().Which.Should().Match<Finding>(found =>
            found.Kind == kind && found.Whose == RightHolder.Victim && found.Entries.Count == 1 && found.At == Scenario.Then);

    [Fact]
    public void Whoever_is_made_to_confess_is_protected_as_an_accused()
    {
        Found(Told([], ["confession"])).Should().ContainSingle().Which.Should().Match<Finding>(found =>
            found.Kind == "self-incrimination" && found.Whose == RightHolder.Accused);
        Found(Told(["release-promised"], [])).Should().ContainSingle().Which.Should().Match<Finding>(found =>
            found.Kind == "release-deception" && found.Whose == RightHolder.Accused);
    }

    [Fact]
    public void Each_incident_is_proposed_by_itself_and_each_kind_once()
    {
        var found = Found(Received, Told(["5-0301", "5-030101", "5-0308"], ["confession"]), Told(["5-0301"], []));

        found.Select(one => one.Kind).Should().BeEquivalentTo("blows", "blows", "electric-current", "self-incrimination");
        found.SelectMany(one => one.Entries).Distinct().Should().HaveCount(2);
        Found(Received, Told(["5-0309"], ["38-03"])).Should().BeEmpty("no rule reads them");
    }

    private static ApplicationEvent.IncidentTold Told(string[] acts, string[] purposes) => new(
        null, null, null, [.. acts.Select(act => new ActCode(act))], [.. purposes.Select(purpose => new PurposeCode(purpose))], [], null, null);

    private static List<Finding> Found(params ApplicationEvent[] facts)
    {
        var readings = new Readings<ApplicationEvent>(
            [.. facts.Select((fact, i) => new Entry<ApplicationEvent>(new(Any.Id($"entry {i}")), fact, Scenario.Then, Any.Lawyer.Id))]);
        return
        [
            .. from rule in ApplicationRules.All.Cast<Rule<ApplicationEvent>>()
               from found in rule.Find(new StreamName($"application-{Any.Id("application"):N}"), readings.For(rule))
               select found,
        ];
    }
}
