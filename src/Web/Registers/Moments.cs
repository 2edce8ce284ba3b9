using Trials.Domain;

namespace Trials.Web.Registers;

/// <summary>Moments as cells of files.</summary>
public static class Moments
{
    /// <summary>The moment with its time where that is known, else its day; null for none. How sure it is belongs into a cell beside it.</summary>
    public static object? Of(HappenedAt? happened) => happened switch
    {
        null => null,
        { HasTime: true } at => at.Local,
        { } at => at.Date,
    };
}
