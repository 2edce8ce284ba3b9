using System.Globalization;

namespace Trials.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Names">Which benchmarks; none for all.</param>
/// <param name="Folder">Where to put files: the disk that is measured.</param>
/// <param name="Repetitions">How often each side runs, in turn.</param>
/// <param name="Scale">Multiplies the number of events.</param>
internal sealed record Settings(IReadOnlyList<string> Names, string Folder, int Repetitions, double Scale)
{
    /// <summary>For how long both sides run in turn, at least once each, before they are measured.</summary>
    public TimeSpan WarmUp { get; init; }

    public static Settings Parse(string[] arguments)
    {
        var names = new List<string>();
        var settings = new Settings(names, Path.GetTempPath(), 3, 1) { WarmUp = TimeSpan.FromSeconds(10) };
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--folder":
                    settings = settings with { Folder = arguments[++i] };
                    break;
                case "--repetitions":
                    settings = settings with { Repetitions = int.Parse(arguments[++i], CultureInfo.InvariantCulture) };
                    break;
                case "--warm-up":
                    settings = settings with { WarmUp = TimeSpan.FromSeconds(double.Parse(arguments[++i], CultureInfo.InvariantCulture)) };
                    break;
                case "--scale":
                    settings = settings with { Scale = double.Parse(arguments[++i], CultureInfo.InvariantCulture) };
                    break;
                default:
                    names.Add(arguments[i]);
                    break;
            }
        }

        return settings;
    }

    /// <summary>A number of events at this scale, at least one.</summary>
    public int Scaled(int count) => Math.Max(1, (int)(count * Scale));
}
