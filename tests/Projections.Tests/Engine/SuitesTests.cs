using System.Reflection;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;

namespace Trials.Projections.Tests.Engine;

public class SuitesTests
{
    private static readonly Type[] Types = typeof(SuitesTests).Assembly.GetTypes();

    [Fact]
    public void Every_suite_of_read_models_runs_on_every_store()
    {
        var stores = Types.Where(t => t.IsSubclassOf(typeof(Store))).Select(s => s.Name.Replace("Store", "", StringComparison.Ordinal)).ToList();
        var suites = Types.Where(t => t.IsAbstract && Takes(t, typeof(Store))).ToList();

        suites.Should().NotBeEmpty();
        stores.Should().BeEquivalentTo(["Sqlite", "Postgres"]);
        foreach (var suite in suites)
        {
            var name = suite.Name.Replace("Tests", "", StringComparison.Ordinal);
            Types.Where(t => t.BaseType == suite).Select(t => t.Name).Should().BeEquivalentTo(stores.Select(store => $"{name}On{store}"));
        }
    }

    [Fact]
    public void No_suite_of_read_models_chooses_its_store_itself() =>
        Types.Where(t => !t.IsAbstract && t.GetFields(Any).Any(f => f.FieldType == typeof(World)) && HasTests(t) && !Takes(t, typeof(PostgresCluster)))
            .Should().BeEmpty("a suite takes the store by its constructor, is abstract, and has a line for each store");

    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static bool Takes(Type type, Type parameter) =>
        type.GetConstructors(Any).Any(c => c.GetParameters().Any(p => p.ParameterType == parameter));

    private static bool HasTests(Type type) => type.GetMethods().Any(m => m.GetCustomAttribute<FactAttribute>() is not null);
}
