using Trials.Domain;

namespace Trials.Web.Timelines;

/// <summary>One thing that an entry says beside its title.</summary>
/// <param name="Field">The event's property.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Text">What it says.</param>
/// <param name="IsAccount">Whether it is somebody's own words, which take a paragraph of their own.</param>
/// <param name="Address">The page about what it names; null for none.</param>
public sealed record Detail(string Field, string Label, string Text, bool IsAccount = false, string? Address = null)
{
    /// <summary>Whether it says what speaks against the entry, and not what the entry says.</summary>
    public bool IsWarning { get; init; }
}

/// <summary>An entry's title.</summary>
/// <param name="Text">In words.</param>
/// <param name="Said">The properties that it tells, so that the details need not.</param>
public sealed record EntryTitle(string Text, params ValueList<string> Said);
