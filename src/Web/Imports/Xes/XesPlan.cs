using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Trials.Domain;
using Trials.Domain.Cases;

namespace Trials.Web.Imports.Xes;

/// <summary>An event log that is imported, apart from its content.</summary>
/// <param name="Name">What it is called; part of every id, so that the same log makes the same ids wherever its file lies.</param>
/// <param name="Mapping">What its words mean.</param>
/// <param name="Zone">The IANA zone of the place where it happened.</param>
public sealed record XesSource(string Name, XesMapping Mapping, string Zone);

/// <summary>What is to be recorded of one trace.</summary>
/// <param name="Number">The case's number; empty where the trace names none.</param>
/// <param name="Commands">The opening, then a command for each event that could be understood, in their order.</param>
/// <param name="Left">The lines that could not be taken, and why.</param>
public sealed record XesCase(string Number, IReadOnlyList<(int Line, RecordInCase Command)> Commands, IReadOnlyList<(int Line, string Why)> Left);

/// <summary>Turns traces into cases and their events into steps. Pure. A day stays the day that the log names, whatever its offset.</summary>
public static class XesPlan
{
    private static readonly Guid Scope = new("3b1f9a52-77c4-4f0e-9a86-0d7f6f8c2e45");

    /// <summary>The case of a number in a log.</summary>
    public static CaseId CaseOf(XesSource source, string number) => new(DerivedGuid.From(Scope, "case", source.Name, number));

    /// <summary>What is to be recorded of a trace.</summary>
    public static XesCase Of(XesTrace trace, XesSource source)
    {
        var cells = Cells(trace.Attributes, source.Mapping.TraceCell);
        if (cells.GetValueOrDefault("number") is not { Length: > 0 } number)
        {
            return new("", [], [(trace.Line, "the trace has no name"), .. trace.Events.Select(e => (e.Line, "its trace has no name"))]);
        }

        var left = new List<(int, string)>();
        var steps = new List<(int Line, HappenedAt Happened, string Activity, StepKind Kind, FreeText? Text)>();
        foreach (var @event in trace.Events)
        {
            var of = Cells(@event.Attributes, source.Mapping.EventCell);
            if (of.GetValueOrDefault("activity") is not { Length: > 0 } activity)
            {
                left.Add((@event.Line, "the event has no name"));
            }
            else if (Moment(of.GetValueOrDefault("time") ?? "", source.Zone) is not { } happened)
            {
                left.Add((@event.Line, "the event has no time such as 2006-07-24T00:00:00+02:00"));
            }
            else
            {
                steps.Add((@event.Line, happened, activity, source.Mapping.StepOf(activity), Text(activity, @event, source.Mapping)));
            }
        }

        if (steps.Count == 0)
        {
            return new(number, [], [.. left, (trace.Line, "none of its events could be understood")]);
        }

        var id = CaseOf(source, number);
        var copies = new Dictionary<string, int>(StringComparer.Ordinal);
        var commands = new List<(int, RecordInCase)>
        {
            (trace.Line, Command(
                id, source, trace.Line, DerivedGuid.From(id.Value, "taken-over"), steps.MinBy(step => step.Happened.Local).Happened,
                new CaseEvent.TakenOver(source.Mapping.KindOf(number), number, null, cells.GetValueOrDefault("category")))),
        };
        foreach (var step in steps)
        {
            var moment = LocalDateTimePattern.GeneralIso.Format(step.Happened.Local);
            var copy = copies[$"{moment} {step.Activity}"] = copies.GetValueOrDefault($"{moment} {step.Activity}") + 1;
            var command = DerivedGuid.From(id.Value, "step", step.Activity, moment, copy.ToString(CultureInfo.InvariantCulture));
            commands.Add((step.Line, Command(id, source, step.Line, command, step.Happened, new CaseEvent.StepTaken(null, step.Kind, step.Text, null))));
        }

        return new(number, commands, left);
    }

    /// <summary>
    /// A moment on the wall clock that the log names: of midnight only the day is known. Null where it is none. The offset says no more than which of two hours
    /// it was when the clock went back.
    /// </summary>
    public static HappenedAt? Moment(string text, string zone)
    {
        var local = OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } withOffset ? withOffset.Value.LocalDateTime
            : LocalDateTimePattern.ExtendedIso.Parse(text) is { Success: true } without ? without.Value
            : LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value.AtMidnight()
            : (LocalDateTime?)null;
        return local is not { } moment ? null
            : moment.TimeOfDay == LocalTime.Midnight ? HappenedAt.On(moment.Date, zone)
            : HappenedAt.Exactly(moment, zone);
    }

    private static Dictionary<string, string> Cells(IReadOnlyList<XesAttribute> attributes, Func<string, string?> cellOf)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribute in attributes)
        {
            if (cellOf(attribute.Key) is { } cell)
            {
                cells.TryAdd(cell, attribute.Value);
            }
        }

        return cells;
    }

    /// <summary>The activity in the source's words, then what else the log says of it, a line each.</summary>
    private static FreeText? Text(string activity, XesEvent @event, XesMapping mapping) =>
        FreeText.From(string.Join('\n', @event.Attributes.Where(a => mapping.IsText(a.Key)).Select(a => $"{a.Key}: {a.Value}").Prepend(activity)));

    private static RecordInCase Command(CaseId id, XesSource source, int line, Guid command, HappenedAt happened, CaseEvent fact) => new()
    {
        Stream = StreamName.Of(id),
        Matter = id.Matter,
        Header = new(new(command), happened, new Source.Import(source.Name, line)),
        Facts = [fact],
    };
}
