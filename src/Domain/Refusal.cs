namespace Trials.Domain;

/// <summary>
/// Why something was not recorded, as a value: a code that every language has a text for (what is wrong, how to mend it) and its parameters.
/// Parameters never hold personal data.
/// </summary>
/// <param name="Code">Kebab-case, e.g. <c>hearing-already-opened</c>; every code is a constant in a decisions file.</param>
/// <param name="Parameters">Named values for the text: dates, times, numbers, enum members.</param>
public sealed record Refusal(string Code, ValueList<RefusalParameter> Parameters)
{
    /// <summary>A refusal with named parameters.</summary>
    public static Refusal Because(string code, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var list = new RefusalParameter[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            list[i] = new(parameters[i].Name, parameters[i].Value);
        }

        return new(code, ValueList.Create<RefusalParameter>(list));
    }
}

/// <summary>A value that a refusal's text names.</summary>
public readonly record struct RefusalParameter(string Name, object Value);

/// <summary>What a stream's rules say of one proposed entry.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>It may be recorded.</summary>
    public static readonly Verdict Accepted = new Accept();

    /// <summary>It is already so: nothing is recorded, nobody is refused.</summary>
    public static readonly Verdict AlreadySo = new Satisfied();

    /// <summary>It may not be recorded.</summary>
    public static Verdict Refuse(string code, params ReadOnlySpan<(string Name, object Value)> parameters) =>
        new Refused(Refusal.Because(code, parameters));

    /// <summary>The first that does not accept, or accepted.</summary>
    public static Verdict FirstOf(params ReadOnlySpan<Verdict> verdicts)
    {
        foreach (var verdict in verdicts)
        {
            if (verdict is not Accept)
            {
                return verdict;
            }
        }

        return Accepted;
    }

    /// <summary>It may be recorded.</summary>
    public sealed record Accept : Verdict;

    /// <summary>It is already so.</summary>
    public sealed record Satisfied : Verdict;

    /// <summary>It may not be recorded, and why.</summary>
    public sealed record Refused(Refusal Refusal) : Verdict;
}
