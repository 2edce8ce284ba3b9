using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Trials.Domain;

namespace Trials.EventLog.Serialization;

/// <summary>
/// An event's metadata under one-letter names, since every event carries them: m matter, h happened, r recorded, a author, t typist (absent where it is
/// the author), o role, s source, c command, i index, e cause, f fingerprint.
/// Written and read by hand, because every rebuild reads all of them.
/// </summary>
internal static class MetadataJson
{
    private static readonly JsonEncodedText Matter = JsonEncodedText.Encode("m");
    private static readonly JsonEncodedText Happened = JsonEncodedText.Encode("h");
    private static readonly JsonEncodedText Recorded = JsonEncodedText.Encode("r");
    private static readonly JsonEncodedText Author = JsonEncodedText.Encode("a");
    private static readonly JsonEncodedText Typist = JsonEncodedText.Encode("t");
    private static readonly JsonEncodedText Role = JsonEncodedText.Encode("o");
    private static readonly JsonEncodedText From = JsonEncodedText.Encode("s");
    private static readonly JsonEncodedText Command = JsonEncodedText.Encode("c");
    private static readonly JsonEncodedText Index = JsonEncodedText.Encode("i");
    private static readonly JsonEncodedText Cause = JsonEncodedText.Encode("e");
    private static readonly JsonEncodedText Fingerprint = JsonEncodedText.Encode("f");

    public static void Write(Utf8JsonWriter writer, EventMetadata metadata)
    {
        writer.WriteStartObject();
        JsonWrite.Id(writer, Matter, metadata.Matter.Value);
        writer.WritePropertyName(Happened);
        HappenedAtJson.Write(writer, metadata.Happened);
        writer.WriteString(Recorded, InstantPattern.ExtendedIso.Format(metadata.Recorded));
        JsonWrite.Id(writer, Author, metadata.Author.Value);
        if (metadata.Typist != metadata.Author)
        {
            JsonWrite.Id(writer, Typist, metadata.Typist.Value);
        }

        writer.WriteString(Role, EnumNames<ActorRole>.Of(metadata.Role));
        writer.WritePropertyName(From);
        SourceJson.Write(writer, metadata.Source);
        JsonWrite.Id(writer, Command, metadata.Command.Value);
        writer.WriteNumber(Index, metadata.Index);
        if (metadata.Cause is { } cause)
        {
            JsonWrite.Id(writer, Cause, cause.Value);
        }

        writer.WriteString(Fingerprint, metadata.Fingerprint);
        writer.WriteEndObject();
    }

    /// <exception cref="JsonException">It is no metadata.</exception>
    public static EventMetadata Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var (matter, author, typist, command, cause) = ((Guid?)null, (Guid?)null, (Guid?)null, (Guid?)null, (EventId?)null);
        var (happened, recorded, role, source) = ((HappenedAt?)null, (Instant?)null, (ActorRole?)null, (Source?)null);
        var (index, fingerprint) = ((int?)null, (string?)null);
        reader.Read();
        JsonRead.Expect(ref reader, JsonTokenType.StartObject);
        while (JsonRead.NextMember(ref reader))
        {
            switch (JsonRead.ShortName(ref reader))
            {
                case 'm':
                    matter = JsonRead.Id(ref reader);
                    break;
                case 'h':
                    happened = HappenedAtJson.Read(ref reader);
                    break;
                case 'r':
                    recorded = IsoText.ReadInstant(ref reader);
                    break;
                case 'a':
                    author = JsonRead.Id(ref reader);
                    break;
                case 't':
                    typist = JsonRead.Id(ref reader);
                    break;
                case 'o':
                    role = EnumNames<ActorRole>.Read(ref reader);
                    break;
                case 's':
                    source = SourceJson.Read(ref reader);
                    break;
                case 'c':
                    command = JsonRead.Id(ref reader);
                    break;
                case 'i':
                    index = reader.GetInt32();
                    break;
                case 'e':
                    cause = new(JsonRead.Id(ref reader));
                    break;
                case 'f':
                    fingerprint = reader.GetString();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return matter is { } m && happened is { } h && recorded is { } r && author is { } a && role is { } o
            && source is not null && command is { } c && index is { } i && fingerprint is not null
                ? new(new(m), h, r, new(a), new(typist ?? a), o, source, new(c), i, cause, fingerprint)
                : throw new JsonException("Metadata lack a member.");
    }
}
