using System.Collections.Concurrent;

namespace Trials.Web.Tests.Faults;

/// <summary>What a crew sent, what it was told, and what it saw that must not be. Whoever makes trouble waits here for the crew to go on.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<Guid, bool> commands = [];
    private readonly ConcurrentDictionary<string, int> answers = [];
    private readonly ConcurrentDictionary<int, string> latest = [];
    private readonly ConcurrentBag<string> wrong = [];
    private readonly ConcurrentBag<Story> stories = [];
    private readonly Lock gate = new();
    private readonly List<(Func<bool> Met, TaskCompletionSource Told)> waiting = [];
    private int acknowledged;
    private int sent;
    private int failed;
    private int era;

    /// <summary>Everything that was sent, and whether it was acknowledged.</summary>
    public IReadOnlyDictionary<Guid, bool> Commands => commands;

    /// <summary>The cases that were acknowledged.</summary>
    public IReadOnlyCollection<Story> Stories => stories;

    /// <summary>What no fault excuses.</summary>
    public IReadOnlyCollection<string> Wrong => wrong;

    /// <summary>Changes when pages may fall back behind what they showed: the database that computes them anew had lost its last moments.</summary>
    public int Era => Volatile.Read(ref era);

    /// <summary>How often something that was asked for or sent had to be asked for or sent again.</summary>
    public int Failed => Volatile.Read(ref failed);

    /// <summary>How often each kind of answer came.</summary>
    public string Answers => string.Join(", ", answers.OrderByDescending(answer => answer.Value).Select(answer => $"{answer.Key} {answer.Value}"));

    public void Sends(Guid command) => commands.TryAdd(command, false);

    /// <summary>Something was answered, or nothing came.</summary>
    /// <param name="desk">The number of whoever asked.</param>
    /// <param name="path">For what, or where it was sent.</param>
    /// <param name="what">The method, and what came.</param>
    public void Answered(int desk, string path, string what)
    {
        latest[desk] = $"{path} {what}";
        answers.AddOrUpdate(what, 1, (_, count) => count + 1);
        if (!what.EndsWith(" 200", StringComparison.Ordinal) && !what.EndsWith(" 302", StringComparison.Ordinal))
        {
            Count(ref failed);
        }

        Count(ref sent);
    }

    public void Acknowledged(Guid command)
    {
        commands[command] = true;
        Count(ref acknowledged);
    }

    public void Opened(Story story)
    {
        stories.Add(story);
        Tell();
    }

    /// <summary>Completes when there is a case to follow.</summary>
    public Task SomeStory() => When(() => !stories.IsEmpty);

    public void NextEra() => Interlocked.Increment(ref era);

    public void SawWrong(string what) => wrong.Add(what);

    /// <summary>Completes when so many more were acknowledged.</summary>
    public Task MoreAcknowledged(int count)
    {
        var enough = acknowledged + count;
        return When(() => acknowledged >= enough);
    }

    /// <summary>Completes when so many more were answered in one way.</summary>
    /// <param name="what">Which, as <see cref="Answered"/> is told.</param>
    public Task MoreOf(string what, int count)
    {
        var enough = answers.GetValueOrDefault(what) + count;
        return When(() => answers.GetValueOrDefault(what) >= enough);
    }

    /// <summary>Completes when so many more were answered, or left without an answer.</summary>
    public Task MoreAnswered(int count)
    {
        var enough = sent + count;
        return When(() => sent >= enough);
    }

    /// <summary>Completes when so many more had to be asked for or sent again.</summary>
    public Task MoreFailed(int count)
    {
        var enough = failed + count;
        return When(() => failed >= enough);
    }

    /// <summary>What was answered how often, what was wrong, and what each of the crew was answered last.</summary>
    public override string ToString() => $"acknowledged {acknowledged}; answers: {Answers}; wrong: {string.Join(", ", wrong)}; latest: {string.Join(", ", latest.Values)}";

    private Task When(Func<bool> met)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiting.Add((met, told));
        }

        Tell();
        return told.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    private void Count(ref int counter)
    {
        Interlocked.Increment(ref counter);
        Tell();
    }

    private void Tell()
    {
        lock (gate)
        {
            foreach (var (_, told) in waiting.Where(one => one.Met()))
            {
                told.SetResult();
            }

            waiting.RemoveAll(one => one.Told.Task.IsCompleted);
        }
    }
}

/// <summary>A case that one lawyer tells step by step: whoever reads it sees the first so many steps, each once.</summary>
/// <param name="Reference">Its number.</param>
/// <param name="Path">Where its page is.</param>
internal sealed record Story(string Reference, string Path)
{
    /// <summary>Long enough that each entry takes room of its own in the tables: one page of them and more.</summary>
    private static readonly string AndSoOn = string.Concat(Enumerable.Repeat(" And so on.", 600));

    private int started;

    /// <summary>How many steps were sent, whatever became of the last one.</summary>
    public int Started
    {
        get => Volatile.Read(ref started);
        set => Volatile.Write(ref started, value);
    }

    /// <summary>The words of a step.</summary>
    public string Step(int number) => $"Step {number} of {Reference}.{AndSoOn}";
}
