namespace Trials.Web.Delays;

/// <summary>Figures as a language writes them.</summary>
public static class Figures
{
    /// <summary>A whole number, or one with a half: a median of an even number of values.</summary>
    public static string Figure(this Texts texts, decimal value) => decimal.IsInteger(value)
        ? texts.Say((long)value)
        : value.ToString("0.#", texts.Language.Culture);
}
