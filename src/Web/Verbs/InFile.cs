namespace Trials.Web.Verbs;

/// <summary>An option's value that may stand in a file, named as <c>@FILE</c>: what is in a file is on no list of processes.</summary>
public static class InFile
{
    /// <summary>Begins a value that names a file.</summary>
    public const char Mark = '@';

    /// <summary>What to do in place of writing a password on the command line.</summary>
    public static readonly string Instead = $"Everybody on this machine can read a password on the command line. Put the connection string in a file and name it as {Mark}FILE.";

    /// <summary>Whether a value names a file.</summary>
    public static bool IsNamed(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.StartsWith(Mark);
    }

    /// <summary>The value itself, or what the file that it names holds, without white space around it.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string Read(string value) => IsNamed(value) ? File.ReadAllText(value[1..]).Trim() : value.Trim();
}
