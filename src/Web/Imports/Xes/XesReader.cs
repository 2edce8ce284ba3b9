using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;

namespace Trials.Web.Imports.Xes;

/// <summary>
/// Reads an event log in IEEE XES trace by trace, packed with gzip or not; one trace is in memory at a time. What real files leave out (a version, extensions,
/// a namespace) is not asked for; what is not well-formed ends the reading, with where and why.
/// </summary>
public sealed partial class XesReader : IDisposable
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    private readonly string name;
    private readonly Stream content;
    private readonly XmlReader xml;

    private XesReader(string name, Stream content)
    {
        this.name = name;
        this.content = content;
        xml = XmlReader.Create(content, Settings);
    }

    /// <summary>What the log calls itself; known once the first trace was read. Null where it does not.</summary>
    public string? LogName { get; private set; }

    private int Line => ((IXmlLineInfo)xml).LineNumber;

    /// <summary>Opens a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static XesReader Open(FileInfo file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var stream = new FileStream(file.FullName, new FileStreamOptions { Options = FileOptions.SequentialScan });
        Span<byte> first = stackalloc byte[2];
        var isPacked = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first[0] == 0x1F && first[1] == 0x8B;
        stream.Position = 0;
        return new(file.Name, isPacked ? new GZipStream(stream, CompressionMode.Decompress) : stream);
    }

    /// <summary>The traces, in order.</summary>
    /// <exception cref="UnreadableTableException">It is no event log, or broken; the message says on which line and how.</exception>
    public IEnumerable<XesTrace> Traces()
    {
        Try(() =>
        {
            if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "log")
            {
                throw new UnreadableTableException($"{name}, line {Line}: it is no event log; that begins with <log>");
            }

            return xml.Read();
        });
        while (Try(NextTrace) is { } trace)
        {
            yield return trace;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        xml.Dispose();
        content.Dispose();
    }

    /// <summary>Reads on to the next trace and through it; null at the end. Attributes of the log itself stand before the first one.</summary>
    private XesTrace? NextTrace()
    {
        while (xml.NodeType == XmlNodeType.Element)
        {
            if (xml.LocalName == "trace")
            {
                return Trace();
            }

            if (Attribute() is { Key: "concept:name", Value.Length: > 0 } named)
            {
                LogName ??= named.Value;
            }

            xml.Skip();
        }

        // Whatever stands behind the log's end must be well-formed too.
        while (xml.Read())
        {
        }

        return null;
    }

    private XesTrace Trace()
    {
        var line = Line;
        var events = new List<XesEvent>();
        var attributes = Children(() =>
        {
            if (xml.LocalName != "event")
            {
                return false;
            }

            events.Add(new(Line, Children(() => false)));
            return true;
        });
        return new(line, attributes, events);
    }

    /// <summary>Reads an element through: its attributes, and what else somebody takes.</summary>
    private List<XesAttribute> Children(Func<bool> takes)
    {
        var attributes = new List<XesAttribute>();
        var isEmpty = xml.IsEmptyElement;
        xml.Read();
        while (!isEmpty && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
            }
            else if (!takes())
            {
                if (Attribute() is { } attribute)
                {
                    attributes.Add(attribute);
                }

                xml.Skip();
            }
        }

        if (!isEmpty)
        {
            xml.Read();
        }

        return attributes;
    }

    /// <summary>The attribute that an element is; null where it lacks a key or a value.</summary>
    private XesAttribute? Attribute() => xml.GetAttribute("key") is { } key && xml.GetAttribute("value") is { } value
        ? new(AroundColon().Replace(key.Trim(), ":"), value.Trim().Normalize())
        : null;

    private T Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException e)
        {
            throw new UnreadableTableException($"{name}, line {e.LineNumber}, position {e.LinePosition}: {e.Message}", e);
        }
        catch (InvalidDataException e)
        {
            throw new UnreadableTableException($"{name}, behind line {Line}: what was packed is broken ({e.Message})", e);
        }
    }

    [GeneratedRegex(@"\s*:\s*")]
    private static partial Regex AroundColon();
}
