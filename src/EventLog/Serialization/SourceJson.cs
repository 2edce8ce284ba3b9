using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Trials.Domain;

namespace Trials.EventLog.Serialization;

/// <summary>
/// Where knowledge comes from: <c>{"k":"seen"}</c>, <c>{"k":"told","person":id}</c>, <c>{"k":"document","number":…,"date":…,"issuer":…,"sha256":…,"file":…}</c>
/// or <c>{"k":"import","batch":…,"line":…}</c>.
/// </summary>
internal static class SourceJson
{
    private static readonly JsonEncodedText Kind = JsonEncodedText.Encode("k");
    private static readonly JsonEncodedText Person = JsonEncodedText.Encode("person");
    private static readonly JsonEncodedText Number = JsonEncodedText.Encode("number");
    private static readonly JsonEncodedText Date = JsonEncodedText.Encode("date");
    private static readonly JsonEncodedText Issuer = JsonEncodedText.Encode("issuer");
    private static readonly JsonEncodedText Sha256 = JsonEncodedText.Encode("sha256");
    private static readonly JsonEncodedText File = JsonEncodedText.Encode("file");
    private static readonly JsonEncodedText Batch = JsonEncodedText.Encode("batch");
    private static readonly JsonEncodedText Line = JsonEncodedText.Encode("line");

    public static Source Read(ref Utf8JsonReader reader)
    {
        var (kind, person, batch, line) = ((string?)null, (PersonId?)null, (string?)null, 0);
        var (number, date, issuer, sha256) = ((string?)null, (LocalDate?)null, (string?)null, (string?)null);
        var file = (KeptFile?)null;
        JsonRead.Expect(ref reader, JsonTokenType.StartObject);
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals(Kind.EncodedUtf8Bytes))
            {
                kind = JsonRead.String(ref reader);
            }
            else if (reader.ValueTextEquals(Person.EncodedUtf8Bytes))
            {
                JsonRead.Value(ref reader);
                person = new(JsonRead.Id(ref reader));
            }
            else if (reader.ValueTextEquals(Batch.EncodedUtf8Bytes))
            {
                batch = JsonRead.String(ref reader);
            }
            else if (reader.ValueTextEquals(Line.EncodedUtf8Bytes))
            {
                JsonRead.Value(ref reader);
                line = reader.GetInt32();
            }
            else if (reader.ValueTextEquals(Number.EncodedUtf8Bytes))
            {
                number = JsonRead.String(ref reader);
            }
            else if (reader.ValueTextEquals(Date.EncodedUtf8Bytes))
            {
                date = LocalDatePattern.Iso.Parse(JsonRead.String(ref reader)).GetValueOrThrow();
            }
            else if (reader.ValueTextEquals(Issuer.EncodedUtf8Bytes))
            {
                issuer = JsonRead.String(ref reader);
            }
            else if (reader.ValueTextEquals(Sha256.EncodedUtf8Bytes))
            {
                sha256 = JsonRead.String(ref reader);
            }
            else if (reader.ValueTextEquals(File.EncodedUtf8Bytes))
            {
                JsonRead.Value(ref reader);
                file = KeptFileJson.Read(ref reader);
            }
            else
            {
                JsonRead.SkipValue(ref reader);
            }
        }

        return kind switch
        {
            "seen" => new Source.SeenMyself(),
            "told" => new Source.ToldBy(person),
            "document" => new Source.Document(number, date, issuer, sha256) { File = file },
            "import" when batch is not null && line > 0 => new Source.Import(batch, line),
            _ => throw new JsonException("Not a source."),
        };
    }

    public static void Write(Utf8JsonWriter writer, Source source)
    {
        writer.WriteStartObject();
        switch (source)
        {
            case Source.SeenMyself:
                writer.WriteString(Kind, "seen"u8);
                break;
            case Source.ToldBy(var person):
                writer.WriteString(Kind, "told"u8);
                if (person is { } id)
                {
                    JsonWrite.Id(writer, Person, id.Value);
                }

                break;
            case Source.Document(var number, var date, var issuer, var sha256) { File: var file }:
                writer.WriteString(Kind, "document"u8);
                JsonWrite.OptionalString(writer, Number, number);
                JsonWrite.OptionalString(writer, Date, date is { } day ? LocalDatePattern.Iso.Format(day) : null);
                JsonWrite.OptionalString(writer, Issuer, issuer);
                JsonWrite.OptionalString(writer, Sha256, sha256);
                if (file is not null)
                {
                    writer.WritePropertyName(File);
                    KeptFileJson.Write(writer, file);
                }

                break;
            case Source.Import(var batch, var line):
                writer.WriteString(Kind, "import"u8);
                writer.WriteString(Batch, batch);
                writer.WriteNumber(Line, line);
                break;
            default:
                throw new JsonException($"No form for the source {source.GetType().Name}.");
        }

        writer.WriteEndObject();
    }
}
