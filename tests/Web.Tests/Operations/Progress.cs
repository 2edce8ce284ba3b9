using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Trials.Domain;
using Trials.Projections.Engine;

namespace Trials.Web.Tests.Operations;

/// <summary>Read models that stand as a test says.</summary>
internal sealed class Progress(params ProjectionStatus[] now) : IProjections
{
    private readonly Channel<ProjectionChange> changes = Channel.CreateUnbounded<ProjectionChange>();

    public IReadOnlyList<ProjectionStatus> Status { get; private set; } = now;

    /// <summary>Whether all of them show what somebody waits for.</summary>
    public bool ShowsAll { get; init; } = true;

    /// <summary>Changes how they stand, and tells whoever watches.</summary>
    public void Now(params ProjectionStatus[] then)
    {
        Status = then;
        changes.Writer.TryWrite(new(then[0].Position, new HashSet<MatterId>())).Should().BeTrue();
    }

    public ValueTask<bool> WaitFor(LogPosition position, TimeSpan atMost, CancellationToken cancellation) => new(ShowsAll);

    public async IAsyncEnumerable<ProjectionChange> Changes([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in changes.Reader.ReadAllAsync(cancellation))
        {
            yield return change;
        }
    }
}
