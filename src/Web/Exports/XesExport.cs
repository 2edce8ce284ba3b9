using System.Text;
using System.Xml;
using NodaTime;
using NodaTime.Text;
using Trials.Domain;
using Trials.Domain.Cases;

namespace Trials.Web.Exports;

/// <summary>How much was written.</summary>
/// <param name="Traces">Cases.</param>
/// <param name="Events">Their entries, but for the ones that opened them.</param>
public sealed record WrittenXes(long Traces, long Events);

/// <summary>
/// Writes the record as an event log in IEEE XES: each case a trace, each entry that stands an event of it, in the order of happening. What opened the case is the
/// trace itself. Activities are called as the source called them where texts are opened, else by the kind of entry.
/// </summary>
/// <param name="log">The log.</param>
/// <param name="codec">Its codec.</param>
/// <param name="opener">Opens protected texts; null to leave them out.</param>
public sealed class XesExport(IEventLog log, IEventCodec codec, ITextOpener? opener)
{
    private const string Separator = ": ";

    private static readonly Texts English = new(TextCatalogue.BuiltIn, Language.English);

    private static readonly (string Name, string Prefix)[] Extensions = [("Concept", "concept"), ("Time", "time"), ("Lifecycle", "lifecycle")];

    /// <summary>Writes it. Entries of one case are held in memory at a time.</summary>
    /// <param name="destination">Where to; stays open.</param>
    /// <param name="progress">Told how many cases are done, of how many.</param>
    public async Task<WrittenXes> Write(Stream destination, IProgress<(long Done, long Of)> progress, CancellationToken cancellation)
    {
        var matters = await CaseStreams.Of(log, codec, [Case.Category], cancellation).ConfigureAwait(false);
        var xml = XmlWriter.Create(destination, new XmlWriterSettings { Async = true, Indent = true, Encoding = new UTF8Encoding(false), CheckCharacters = false });
        await using (xml.ConfigureAwait(false))
        {
            xml.WriteStartElement("log");
            xml.WriteAttributeString("xes.version", "1.0");
            xml.WriteAttributeString("xes.features", "");
            foreach (var (name, prefix) in Extensions)
            {
                xml.WriteStartElement("extension");
                xml.WriteAttributeString("name", name);
                xml.WriteAttributeString("prefix", prefix);
                xml.WriteAttributeString("uri", $"http://www.xes-standard.org/{prefix}.xesext");
                xml.WriteEndElement();
            }

            var (traces, events) = (0L, 0L);
            foreach (var (_, streams) in matters)
            {
                events += Trace(xml, await CaseStreams.Entries(log, codec, streams, cancellation).ConfigureAwait(false));
                progress.Report((++traces, matters.Count));
            }

            xml.WriteEndElement();
            await xml.FlushAsync().ConfigureAwait(false);
            return new(traces, events);
        }
    }

    private int Trace(XmlWriter xml, List<ExportedEntry> entries)
    {
        var opening = CaseStreams.Opening(entries);
        var events = entries.Where(entry => entry != opening && entry.State != ExportedState.Withdrawn).OrderBy(entry => entry.Happened.Local).ToList();
        xml.WriteStartElement("trace");
        if (opening is not null)
        {
            Attribute(xml, "string", "concept:name", CaseStreams.Reference(entries) ?? "");
        }

        foreach (var entry in events)
        {
            xml.WriteStartElement("event");
            Event(xml, entry);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        return events.Count;
    }

    private void Event(XmlWriter xml, ExportedEntry entry)
    {
        var text = opener is not null && entry.First.Data is CaseEvent.StepTaken ? EntryFields.Of(entry, opener).Text : null;
        var lines = text?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];
        Attribute(xml, "string", "concept:name", lines is [var activity, ..] ? activity : Name(entry));
        Attribute(xml, "string", "lifecycle:transition", "complete");
        Attribute(xml, "date", "time:timestamp", Moment(entry.Happened));
        Attribute(xml, "string", "entry", Texts.Unversioned(entry.First.WireName));
        foreach (var line in lines.Skip(1))
        {
            if (line.IndexOf(Separator, StringComparison.Ordinal) is > 0 and var at)
            {
                Attribute(xml, "string", line[..at], line[(at + Separator.Length)..]);
            }
        }
    }

    private static string Name(ExportedEntry entry) => entry.First.Data is CaseEvent.StepTaken step && step.Kind != StepKind.Other
        ? English.Capital(English.Of(step.Kind))
        : English.Event(entry.First.WireName);

    /// <summary>On the wall clock of the place, with the offset that held there.</summary>
    private static string Moment(HappenedAt happened) => OffsetDateTimePattern.Rfc3339.Format(
        happened.Named.InZoneLeniently(DateTimeZoneProviders.Tzdb[happened.Zone]).ToOffsetDateTime());

    private static void Attribute(XmlWriter xml, string type, string key, string value)
    {
        xml.WriteStartElement(type);
        xml.WriteAttributeString("key", key);
        xml.WriteAttributeString("value", new string([.. value.Where(XmlConvert.IsXmlChar)]));
        xml.WriteEndElement();
    }
}
