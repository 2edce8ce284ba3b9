using Microsoft.Extensions.DependencyInjection;
using Trials.Benchmarks.Queries;
using Trials.Benchmarks.Record;
using Trials.Projections.Engine;
using Trials.Web;
using Trials.Web.Demo;
using Trials.Web.Recording;

namespace Trials.Benchmarks.Pages;

/// <summary>The page of a case, from the request to its last byte, over HTTP on the loopback address.</summary>
internal sealed class PageBenchmark(SharedRecord shared) : IBenchmark
{
    private const int Calls = 400;
    private const int Stride = 7_919;
    private const double Tail = 20;

    public string Name => "pages";

    public string Measures => "ms for one page of a warm server; the baseline only asks the one query that the page is most made of";

    public async Task<IReadOnlyList<Comparison>> Run(Settings settings)
    {
        var record = await shared.Get();
        await using var app = Composition.Build(new ServeOptions(record.Folder, Demo: false, "http://127.0.0.1:0"), services =>
            services.Remove(services.Single(service => service.ImplementationType == typeof(RecordAtStart))));
        await app.StartAsync();
        await Ready(app.Services.GetRequiredService<IProjections>());
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        await using var queries = new ProductQueries(record);
        var figures = await Latencies.Of(
            $"page of a case with {SampleCase.Entries} entries",
            settings,
            settings.Scaled(Calls),
            async i => await client.GetStringAsync(RecordAddress.Of(Case(i))),
            async i => await queries.Timeline(Case(i)),
            (null, Tail));
        await app.StopAsync();
        return figures;

        Domain.CaseId Case(int call) => SampleCase.IdOf((int)((long)call * Stride % record.Cases));
    }

    /// <summary>Waits until the read models, which may be of an earlier version of a rule, follow the record.</summary>
    /// <exception cref="InvalidOperationException">One of them stopped, and will not.</exception>
    internal static async Task Ready(IProjections projections)
    {
        await foreach (var _ in projections.Changes(CancellationToken.None))
        {
            if (projections.Status.FirstOrDefault(status => status.State == ProjectionState.Stopped) is { } stopped)
            {
                throw new InvalidOperationException($"The read model '{stopped.Name}' stopped at {stopped.Stop?.WireName}: {stopped.Stop?.Reason}");
            }

            if (projections.Status.All(status => status.State == ProjectionState.Running))
            {
                return;
            }
        }
    }
}
