using Trials.Projections.Engine;

namespace Trials.Web.Shell;

/// <summary>Whether pages show everything that is recorded.</summary>
public static class Lagging
{
    /// <summary>What the worst of some read models is doing; null where all take entries as they come.</summary>
    /// <param name="projections">How they do.</param>
    /// <param name="names">The names of the read models.</param>
    public static ProjectionState? Behind(this IProjections projections, params string[] names) => projections.Status
        .Where(status => status.State != ProjectionState.Running && names.Contains(status.Name))
        .Select(status => (ProjectionState?)status.State)
        .Max();
}
