using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Trials.Web.Hearings;
using Trials.Web.Recording;
using Trials.Web.Tests.Application;

namespace Trials.Web.Tests.Faults;

/// <summary>Lawyers, observers and analysts at work on one site until they are told that it is enough.</summary>
internal sealed partial class Crew(Nodes nodes, Ledger ledger)
{
    private const int StepsOfCase = 6;
    private const string FactForm = "form[data-keep]";

    private static readonly Uri AnyNode = new("http://127.0.0.1");

    private volatile bool enough;

    /// <summary>Works while trouble is made, until there is no more of it; then everybody ends what is begun, and goes home.</summary>
    /// <param name="trouble">Makes it.</param>
    /// <param name="members">Those who work.</param>
    /// <param name="cancellation">Ends the waiting for it.</param>
    public async Task WorkUnder(Func<Task> trouble, IEnumerable<Task> members, CancellationToken cancellation)
    {
        var work = Task.WhenAll(members);
        try
        {
            // Whoever breaks first ends the waiting for the other.
            await await Task.WhenAny(trouble(), work).WaitAsync(cancellation);
            enough = true;
            await work.WaitAsync(cancellation);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"The crew did not come home: {ledger}", e);
        }
    }

    /// <summary>Opens cases and tells each step by step; after each looks for it on whichever node answers.</summary>
    public async Task Lawyer(int number)
    {
        using var desk = new Desk(nodes, ledger, number);
        for (var opened = 1; !enough; opened++)
        {
            var reference = $"F-{number}-{opened}";
            var (_, opening) = await desk.Record(
                RecordAddress.NewCase, FactForm, ("happened-date", "14.05.2026"), ("source", "seen"), ("fact-Kind", "Civil"), ("fact-Reference", reference));
            var story = new Story(reference, $"/cases/{opening}");
            ledger.Opened(story);
            for (var step = 1; step <= StepsOfCase; step++)
            {
                story.Started = step;
                var (shown, _) = await desk.Record(
                    $"{story.Path}/record/case-step-taken", FactForm,
                    ("happened-date", "15.05.2026"), ("source", "seen"), ("fact-Kind", "Other"), ("fact-Text", story.Step(step)));
                Look(await desk.Get(new Uri(AnyNode, shown).PathAndQuery), story, step);
            }
        }
    }

    /// <summary>Goes to hearings of the cases there are: sets one, is let in, and notes what the building lacks.</summary>
    public async Task Observer(int number)
    {
        using var desk = new Desk(nodes, ledger, number);
        while (!enough)
        {
            await ledger.SomeStory();
            var story = ledger.Stories.ElementAt(desk.Random.Next(ledger.Stories.Count));
            var (_, hearing) = await desk.Record(
                $"{story.Path}/record/hearing-scheduled", FactForm,
                ("happened-date", "16.05.2026"), ("source", "seen"), ("fact-Kind", "Trial"), ("fact-Date", "20.05.2026"));
            var (admitted, _) = await desk.Record(
                $"/hearings/{hearing}", "form:has(input[name=_handler][value=press])", ("act", "report-observer-admitted"));
            await desk.Record(new Uri(AnyNode, admitted).PathAndQuery, "form:has(input[name=_handler][value=checklist])", ("answer-Lift", "No"));
        }
    }

    /// <summary>Reads cases and registers. What was there once stays there.</summary>
    public async Task Analyst(int number)
    {
        using var desk = new Desk(nodes, ledger, number);
        var (era, steps, hearings) = (ledger.Era, new Dictionary<Story, int>(), 0);
        while (!enough)
        {
            if (era != ledger.Era)
            {
                (era, steps, hearings) = (ledger.Era, [], 0);
            }

            foreach (var story in ledger.Stories.Take(5))
            {
                if (await desk.Get(story.Path) is { Status: HttpStatusCode.OK } page)
                {
                    var told = Told(page, story);
                    Expect(told >= steps.GetValueOrDefault(story) || era != ledger.Era, $"{story.Reference} lost a step that a page had shown");
                    steps[story] = told;
                }
            }

            if (await desk.Get(HearingAddress.CsvPath) is { Status: HttpStatusCode.OK } register)
            {
                var rows = register.Html.Count(letter => letter == '\n');
                Expect(rows >= hearings || era != ledger.Era, "the register lost a hearing that it had shown");
                hearings = rows;
            }
        }
    }

    /// <summary>A page that says that it shows the step, shows it.</summary>
    private void Look(VisitedPage? page, Story story, int step)
    {
        if (page is { Status: HttpStatusCode.OK } && page.Document.QuerySelector(".notice.done") is not null)
        {
            Expect(Told(page, story) == step, $"{story.Reference} was said to show step {step}");
        }
    }

    /// <summary>How many steps a page tells: the first ones, each once.</summary>
    private int Told(VisitedPage page, Story story)
    {
        var steps = StepOf().Matches(page.Text(".entry")).Where(match => match.Groups[2].Value == story.Reference)
            .Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Order().ToList();
        Expect(steps.SequenceEqual(Enumerable.Range(1, steps.Count)), $"{story.Reference} told the steps {string.Join(' ', steps)}");
        Expect(steps.Count <= story.Started, $"{story.Reference} told a step that nobody had sent");
        return steps.Count;
    }

    private void Expect(bool holds, string otherwise)
    {
        if (!holds)
        {
            ledger.SawWrong(otherwise);
        }
    }

    [GeneratedRegex(@"Step (\d+) of (F-\d+-\d+)\.")]
    private static partial Regex StepOf();
}
