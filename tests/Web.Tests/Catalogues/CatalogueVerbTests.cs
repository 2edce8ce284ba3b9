using Trials.Web.Tests.Verbs;
using Trials.Web.Verbs;

namespace Trials.Web.Tests.Catalogues;

/// <summary>The verbs, on files and a data folder.</summary>
public sealed class CatalogueVerbTests : IDisposable
{
    private readonly TemporaryFolder files = new();
    private readonly TemporaryFolder data = new();
    private readonly string courts;

    public CatalogueVerbTests() => courts = files.Write(
        "courts.csv",
        "code,en,ru,tg,valid_from,valid_to,origin,verified,region\none,One,,,,,List,false,soghd\ntwo,,,,,,List,false,soghd\n");

    public void Dispose()
    {
        files.Dispose();
        data.Dispose();
    }

    [Fact]
    public async Task A_dry_run_reports_the_same_and_makes_not_even_the_folder()
    {
        var dry = await Import("--dry-run");
        var existed = Directory.Exists(data.Path);
        var real = await Import();

        existed.Should().BeFalse();
        dry.Output[^1].Should().Be(real.Output[^1]);
        real.Code.Should().Be(Failures.Failed, "a row was rejected");
        real.Json.GetProperty("added").GetInt32().Should().Be(1);
        real.Json.GetProperty("rejected").GetInt32().Should().Be(1);
        real.Output.Should().Contain(line => line.StartsWith("courts.csv") && line.Contains("catalogue-unnamed"));
    }

    [Fact]
    public async Task What_was_imported_is_exported()
    {
        await Import();
        var file = Path.Combine(files.Path, "out.csv");

        var run = await VerbRun.Of(ExportVerb.Command(), "catalogue", "courts", "--data", data.Path, "--out", file, "--json");

        run.Json.GetProperty("written").GetInt64().Should().Be(1);
        (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Should().Equal(
            "code,en,ru,tg,valid_from,valid_to,origin,verified,retired,region,level,zone", "one,One,,,,,List,false,false,soghd,,");
    }

    [Fact]
    public async Task The_mark_of_an_invented_record_is_not_imported()
    {
        var run = await VerbRun.Of(ImportVerb.Command(), "catalogue", "demonstration", courts, "--data", data.Path, "--json");

        run.Code.Should().Be(Failures.Failed);
        Directory.Exists(data.Path).Should().BeFalse();
    }

    private Task<VerbRun> Import(params string[] more) =>
        VerbRun.Of(ImportVerb.Command(), ["catalogue", "courts", courts, "--data", data.Path, "--json", .. more]);
}
