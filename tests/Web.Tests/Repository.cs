namespace Trials.Web.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Path(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new DirectoryNotFoundException("The tests run outside their checkout."),
        _ when File.Exists(System.IO.Path.Combine(folder.FullName, "Trials.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
