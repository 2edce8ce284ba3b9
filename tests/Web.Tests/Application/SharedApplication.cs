using Trials.Web.Tests.Browser;

namespace Trials.Web.Tests.Application;

/// <summary>One application for the tests of a class that record nothing.</summary>
public sealed class SharedApplication : IAsyncLifetime
{
    private RunningApplication? running;

    public string Address => running?.Address ?? throw new InvalidOperationException("The application has not been started.");

    public async ValueTask InitializeAsync() => running = await RunningApplication.Start();

    public async ValueTask DisposeAsync()
    {
        if (running is not null)
            await running.DisposeAsync();
    }
}
