using System.Collections.Concurrent;
using System.Reflection;
using Xunit.v3;

namespace Trials.Domain.Tests.Support;

/// <summary>
/// Says that a test provokes a refusal. The test fails when it did not, however many assertions passed; and a convention test finds every code that
/// no test provokes.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ProvokesAttribute(string code) : BeforeAfterTestAttribute
{
    private static readonly ConcurrentDictionary<string, ConcurrentBag<string>> Provoked = new();

    public string Code => code;

    /// <summary>Notes that the running test met a refusal.</summary>
    public static void Note(string code)
    {
        if (TestContext.Current.Test is { } test)
        {
            Provoked.GetOrAdd(test.UniqueID, _ => []).Add(code);
        }
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test) =>
        Provoked.GetValueOrDefault(test.UniqueID, []).Should().Contain(code, "the test says that it provokes this refusal");
}
