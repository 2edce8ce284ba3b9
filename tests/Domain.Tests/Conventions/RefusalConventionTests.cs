using System.Reflection;
using System.Text.RegularExpressions;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Conventions;

/// <summary>Every code is unlike every other, and some test provokes it.</summary>
public sealed partial class RefusalConventionTests
{
    private static readonly string[] Codes =
    [
        .. typeof(Refusal).Assembly.GetTypes()
            .Where(t => t.Name.EndsWith("Refusals", StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.IsLiteral)
            .Select(f => (string)f.GetRawConstantValue()!),
    ];

    [GeneratedRegex("^[a-z]+(-[a-z]+)+$")]
    private static partial Regex Kebab();

    [Fact]
    public void Codes_are_kebab_case_and_unlike_each_other()
    {
        Codes.Should().HaveCountGreaterThan(50);
        Codes.Should().OnlyContain(code => Kebab().IsMatch(code)).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Every_code_is_provoked_by_some_test()
    {
        var provoked = typeof(RefusalConventionTests).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods())
            .SelectMany(m => m.GetCustomAttributes<ProvokesAttribute>())
            .Select(a => a.Code);
        Codes.Except(provoked).Should().BeEmpty();
    }
}
