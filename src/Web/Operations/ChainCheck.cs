using Mediator;
using NodaTime;
using Trials.Domain;
using Trials.EventLog;

namespace Trials.Web.Operations;

/// <summary>Reads the whole log and checks every stream's chain of hashes.</summary>
public sealed record ChainCheck : Query<ChainCheck, ChainCheckView>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.Operate;
}

/// <summary>What the check found, and when it ended.</summary>
public sealed record ChainCheckView(ChainReport Report, Instant Checked);

/// <summary>Answers <see cref="ChainCheck"/>.</summary>
public sealed class ChainCheckHandler(ChainVerifier verifier, IClock clock) : IQueryHandler<ChainCheck, ChainCheckView>
{
    /// <inheritdoc/>
    public async ValueTask<ChainCheckView> Handle(ChainCheck query, CancellationToken cancellationToken)
    {
        var report = await verifier.Verify(cancellationToken);
        return new(report, clock.GetCurrentInstant());
    }
}
