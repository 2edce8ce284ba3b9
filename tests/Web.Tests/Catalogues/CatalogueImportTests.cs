using System.Text;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Web.Acting;
using Trials.Web.Catalogues;
using Trials.Web.Imports;
using Trials.Web.Tests.Demo;

namespace Trials.Web.Tests.Catalogues;

public sealed class CatalogueImportTests
{
    private const string Header = "code,en,ru,tg,valid_from,valid_to,origin,verified";
    private const string Kind = "courts";
    private readonly DemoWorld world = new();

    [Fact]
    public async Task A_row_is_added_changed_left_or_rejected_and_each_is_reported()
    {
        await Import($"{Header},region", "one,One,,,,,List,false,soghd", "two,Two,,,,,List,false,soghd");

        var rows = await Import(
            $"{Header},region", "one,One,,,,,List,false,soghd", "two,Two,,,,,List,true,soghd", "three,,,,,,List,false,", "four,Four,,,,,,false,",
            "five,Five,,,2020,,List,false,", "six,Six,,,,,List,maybe,", "two,Two,,,,,List,false,", "seven,Seven,,,,,List,false,rrs");

        rows.Select(row => (row.Line, row.Number, row.Fate)).Should().Equal(
            (2, "one", RowFate.Unchanged), (3, "two", RowFate.Corrected), (4, "three", RowFate.Rejected), (5, "four", RowFate.Rejected),
            (6, "five", RowFate.Rejected), (7, "six", RowFate.Rejected), (8, "two", RowFate.Rejected), (9, "seven", RowFate.Added));
        rows[2].Why.Should().StartWith(CatalogueRefusals.Unnamed);
        rows[3].Why.Should().StartWith(LimitRefusals.Missing);
        rows[4].Why.Should().Contain("2020");
        rows[5].Why.Should().Contain("maybe");
        rows[6].Why.Should().Contain("line 3");
    }

    [Fact]
    public async Task What_is_exported_and_imported_again_changes_nothing()
    {
        await Import(
            $"{Header},retired,level,zone", "one,\"-One, \"\"the\"\" first\",Первый,Якум,2020-01-01,2030-12-31,=List,true,false,city,",
            "two,Two,,,,,List,false,true,,Europe/Moscow");
        var before = (await world.Events()).Count;
        using var file = new MemoryStream();

        CatalogueCsv.Write(Kind, await Present(), file);
        var again = await Import(file.ToArray());

        again.Select(row => row.Fate).Should().Equal(RowFate.Unchanged, RowFate.Unchanged);
        (await world.Events()).Should().HaveCount(before);
        var present = await Present();
        present.Entries.TryGet("one", out var one).Should().BeTrue();
        one!.Content.Name.En.Should().Be("-One, \"the\" first");
        one.Content.Origin.Should().Be("=List");
        present.Entries.TryGet("two", out var two).Should().BeTrue();
        two!.IsRetired.Should().BeTrue();
    }

    [Fact]
    public async Task An_entry_is_retired_and_brought_back_by_its_file()
    {
        await Import($"{Header},retired", "one,One,,,,,List,false,false");

        (await Import($"{Header},retired", "one,One,,,,,List,false,true"))[0].Fate.Should().Be(RowFate.Corrected);
        (await Retired("one")).Should().BeTrue();
        (await Import($"{Header},retired", "one,One,,,,,List,false,false"))[0].Fate.Should().Be(RowFate.Corrected);
        (await Retired("one")).Should().BeFalse();
    }

    [Fact]
    public async Task A_file_with_a_column_twice_is_not_taken()
    {
        var import = () => Import($"{Header},region,region", "one,One,,,,,List,false,soghd,rrs");

        await import.Should().ThrowAsync<UnreadableTableException>().WithMessage("*'region'*");
    }

    private Task<IReadOnlyList<RowReport>> Import(params string[] lines) => Import(Encoding.UTF8.GetBytes(string.Join('\n', lines) + '\n'));

    private async Task<IReadOnlyList<RowReport>> Import(byte[] content)
    {
        var import = new CatalogueImport(command =>
            world.Loop.Record<Catalogue, CatalogueEvent>(command, ActorDirectory.Importer.Actor, TestContext.Current.CancellationToken));
        return (await import.Run(Kind, await Present(), new SourceFile("courts.csv", content), world.Today)).Rows;
    }

    private Task<Catalogue> Present() => CatalogueImport.Present(world.Log, world.Codec, Kind, TestContext.Current.CancellationToken);

    private async Task<bool> Retired(string code) => (await Present()).Entries.TryGet(code, out var entry) && entry.IsRetired;
}
