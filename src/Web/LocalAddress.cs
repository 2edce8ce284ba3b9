namespace Trials.Web;

/// <summary>Addresses within the application, so that a link made elsewhere cannot send anybody away through us.</summary>
public static class LocalAddress
{
    /// <summary>The address where it is a path of ours, else the first page.</summary>
    public static string OrHome(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";
}
