using Trials.Web.Tests.Browser;

namespace Trials.Web.Tests.Faults;

/// <summary>The web nodes of a site, each a process of its own. Who has a choice goes to one that was not killed, as behind a proxy.</summary>
internal sealed class Nodes(params IReadOnlyList<ServedProcess> all) : IDisposable
{
    private readonly Lock gate = new();
    private readonly HashSet<int> up = [];
    private TaskCompletionSource someUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Count => all.Count;

    public async Task Start(int node)
    {
        await all[node].Start();
        lock (gate)
        {
            up.Add(node);
            someUp.TrySetResult();
        }
    }

    /// <summary>Starts one as whoever looks after processes does: again and again where it ends at once because its log is away.</summary>
    public async Task StartInTheEnd(int node)
    {
        while (true)
        {
            try
            {
                await Start(node);
                return;
            }
            catch (InvalidOperationException)
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    public void Kill(int node)
    {
        lock (gate)
        {
            up.Remove(node);
            if (up.Count == 0)
            {
                someUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        all[node].Kill();
    }

    /// <summary>The address of one that runs, or was running a moment ago; waits while none does.</summary>
    public async Task<string> Any(Random random)
    {
        while (true)
        {
            Task wait;
            lock (gate)
            {
                if (up.Count > 0)
                {
                    return all[up.ElementAt(random.Next(up.Count))].Address;
                }

                wait = someUp.Task;
            }

            await wait.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public void Dispose()
    {
        foreach (var node in all)
        {
            node.Dispose();
        }
    }
}
