using Trials.Domain;
using Trials.Domain.Views;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;
using Trials.Projections.Views;

namespace Trials.Projections.Tests.Views;

public abstract class SavedViewTests(Store store)
{
    private static readonly ViewId Mine = new(Any.Id("mine"));
    private static readonly ViewId Other = new(Any.Id("other"));

    private readonly World world = new(store);

    [Fact]
    public async Task Everybody_sees_their_own_views_as_they_are_called_now_and_nobody_another_s()
    {
        await Record(Mine, Any.Lawyer, Saved("petitions", "Long"));
        await Record(Mine, Any.Lawyer, new ViewEvent.Renamed(FreeText.From("Longest")!));
        await Record(Other, Any.Lawyer, Saved("claims", "Owed"));
        await Record(new(Any.Id("observer's")), Any.Observer, Saved("petitions", "Not yours"));
        await using var projected = await Projected.Of(world);

        var view = (await projected.Ask(new SavedViews("petitions"))).Rows.Should().ContainSingle().Subject;
        (view.View, view.Register, view.Revision).Should().Be((Mine, "petitions", 1L));
        world.Opener.Open(view.Name).Should().Be("Longest");
        world.Opener.Open(view.Address).Should().Be("/petitions?days=30");
        (await projected.Ask(new SavedViews((string?)null))).Rows.Select(saved => saved.View).Should().BeEquivalentTo([Mine, Other]);

        await Record(Mine, Any.Lawyer, new ViewEvent.Removed());
        await projected.CatchUp();
        (await projected.Ask(new SavedViews("petitions"))).Rows.Should().BeEmpty();
    }

    [Fact]
    public async Task Many_are_paged_and_each_is_found_by_its_id()
    {
        var views = Enumerable.Range(0, 5).Select(number => new ViewId(Any.Id($"view {number}"))).ToList();
        foreach (var view in views)
        {
            await Record(view, Any.Lawyer, Saved("petitions", "Long"));
        }

        await Record(new(Any.Id("observer's")), Any.Observer, Saved("petitions", "Not yours"));
        await using var projected = await Projected.Of(world);
        var pages = new List<Page<SavedView>>();
        for (var number = 1; number <= 3; number++)
        {
            pages.Add(await projected.Ask(new SavedViews("petitions") { Page = new(number, 2) }));
        }

        pages.Should().OnlyContain(page => page.Total == 5 && page.Count == 3);
        pages.SelectMany(page => page.Rows).Select(view => view.View).Should().BeEquivalentTo(views);
        (await projected.Ask(new SavedViews((string?)null) { View = views[3] })).Rows.Should().ContainSingle().Which.View.Should().Be(views[3]);
        (await projected.Ask(new SavedViews((string?)null) { View = new(Any.Id("observer's")) })).Rows.Should().BeEmpty();
    }

    private static ViewEvent.Saved Saved(string register, string name) => new(register, FreeText.From(name)!, FreeText.From($"/{register}?days=30")!);

    private Task<Outcome.Recorded> Record(ViewId view, Actor by, ViewEvent said) => world.Has<View, ViewEvent>(
        new RecordView { Stream = StreamName.Of(view), Matter = MatterId.Common, Header = world.Header(Any.At(9, 0)), Facts = [said] }, by);
}

public sealed class SavedViewOnSqlite() : SavedViewTests(new SqliteStore());

public sealed class SavedViewOnPostgres(PostgresCluster cluster) : SavedViewTests(cluster.Store);
