namespace Trials.Web.Operations;

/// <summary>How much room something takes, in words.</summary>
public static class Sizes
{
    private const decimal Thousand = 1_000;
    private static readonly string[] Units = ["Operations.Size.KB", "Operations.Size.MB", "Operations.Size.GB", "Operations.Size.TB"];

    /// <summary>E.g. 3.1 MB; one decimal, decimal units.</summary>
    public static string Say(Texts texts, long bytes)
    {
        var (size, unit) = (bytes / Thousand, 0);
        while (size >= Thousand && unit < Units.Length - 1)
        {
            size /= Thousand;
            unit++;
        }

        return texts[Units[unit], size.ToString("0.#", texts.Language.Culture)];
    }
}
