namespace Trials.Web.Registers;

/// <summary>From which end a list is read.</summary>
public enum Order
{
    /// <summary>From the least.</summary>
    Ascending,

    /// <summary>From the greatest.</summary>
    Descending,
}
