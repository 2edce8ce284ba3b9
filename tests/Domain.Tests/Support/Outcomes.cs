namespace Trials.Domain.Tests.Support;

/// <summary>What became of a command, as tests ask for it.</summary>
public static class Outcomes
{
    /// <summary>It was refused, with just these parameters; nothing stands against it that others did meanwhile.</summary>
    public static void ShouldBeRefused(this Outcome outcome, string code, params IEnumerable<(string Name, object Value)> parameters)
    {
        var refusal = outcome.Should().BeOfType<Outcome.Refused>().Subject.Refusal;
        refusal.Code.Should().Be(code);
        refusal.Parameters.Select(p => (p.Name, p.Value)).Should().Equal(parameters);
        ProvokesAttribute.Note(code);
    }

    /// <summary>Others were faster.</summary>
    public static Outcome.Conflicted ShouldBeConflict(this Outcome outcome, string code)
    {
        var conflict = outcome.Should().BeOfType<Outcome.Conflicted>().Subject;
        conflict.Refusal.Code.Should().Be(code);
        ProvokesAttribute.Note(code);
        return conflict;
    }

    /// <summary>It is on disk, for the first time.</summary>
    public static Outcome.Recorded ShouldBeRecorded(this Outcome outcome)
    {
        var recorded = outcome.Should().BeOfType<Outcome.Recorded>().Subject;
        recorded.Repeated.Should().BeFalse();
        return recorded;
    }
}
