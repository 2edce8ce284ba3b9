using Trials.Domain.Cases;
using Trials.Domain.Hearings;
using Trials.Domain.Petitions;
using Trials.Projections.Engine;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;
using static Trials.Projections.Tests.Support.World;

namespace Trials.Projections.Tests.Engine;

/// <summary>What was recorded while nothing ran comes into tables that answer.</summary>
public abstract class CatchUpTests(Store store)
{
    private readonly World world = new(store);

    [Fact]
    public async Task Much_that_was_recorded_while_nothing_ran_is_shown_as_a_rebuild_shows_it()
    {
        const int many = 250;
        await using var first = await Projected.Of(world);
        await first.Stop();

        // New rows, then new ones beside some that take the place of others, then only such.
        HearingEvent opened = new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.Court, null);
        foreach (var (begins, ends, goesOnFrom, goesOn) in ((int, int, int, HearingEvent)[])
            [(0, many, many, opened), (many, 2 * many, many - 40, opened), (0, 0, 0, new HearingEvent.RecessBegan(Any.Text))])
        {
            for (var i = begins; i < ends; i++)
            {
                await world.Hearing(new(Any.Id($"hearing {i}")), Any.At(9, 0), Scheduled());
            }

            for (var i = goesOnFrom; i < many; i++)
            {
                await world.Hearing(new(Any.Id($"hearing {i}")), Any.At(10, 0), goesOn);
            }

            await using var led = await Projected.Of(world, place: first.Place);
            await using var fresh = await Projected.Of(world);
            led.Rows().Should().Equal(fresh.Rows());
        }
    }

    [Fact]
    public async Task What_cannot_be_written_while_more_is_folded_is_written_in_the_end()
    {
        await using var first = await Projected.Of(world);
        await first.Stop();
        first.Execute("CREATE UNIQUE INDEX no_room ON petitions (kind)");
        var filed = new PetitionEvent.Filed(Any.Case, PetitionKind.Records, Party.Defence, Addressee.Court, 1, null, null, null);
        for (var i = 0; i < 20; i++)
        {
            await world.Petition(new(Any.Id($"petition {i}")), Any.At(9, i), filed);
        }

        await using var next = await Projected.Start(world, place: first.Place, options: new() { BatchSize = 1, FirstRetry = TimeSpan.FromMilliseconds(1) });
        await next.Until(s => s.Any(p => p.State == ProjectionState.Interrupted));
        next.Execute("DROP INDEX no_room");
        await next.CatchUp();

        await using var fresh = await Projected.Of(world);
        next.Rows().Should().Equal(fresh.Rows());
    }

    [Fact]
    public async Task Stopping_and_starting_anywhere_leaves_the_same_rows()
    {
        for (var i = 0; i < 30; i++)
        {
            await world.Hearing(new(Any.Id($"hearing {i}")), Any.At(9, 0), Scheduled());
        }

        await using var first = await Projected.Of(world);
        await first.Stop();
        for (var i = 0; i < 30; i++)
        {
            await world.Hearing(new(Any.Id($"hearing {i}")), Any.At(10, i), new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.Court, null));
            await using var next = await Projected.Start(world, place: first.Place, options: new() { BatchSize = 1 });
            if (i % 3 == 0)
            {
                await next.CatchUp();
            }

            await next.Stop();
        }

        await using var last = await Projected.Of(world, place: first.Place);
        await using var fresh = await Projected.Of(world);
        last.Rows().Should().Equal(fresh.Rows());
    }
}

public sealed class CatchUpOnSqlite() : CatchUpTests(new SqliteStore());

public sealed class CatchUpOnPostgres(PostgresCluster cluster) : CatchUpTests(cluster.Store);
