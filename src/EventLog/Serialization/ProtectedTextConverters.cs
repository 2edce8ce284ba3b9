using System.Text.Json;
using System.Text.Json.Serialization;
using Trials.Domain;

namespace Trials.EventLog.Serialization;

/// <summary>A free text: <c>{"f":place,"k":key,"n":nonce,"c":cipher,"m":[persons it mentions]}</c>; without <c>m</c> where it mentions nobody.</summary>
internal sealed class FreeTextConverter(string member) : JsonConverter<FreeText>
{
    public override FreeText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var seal = SealedTextJson.Read(ref reader, TextContext.Current, member, out var mentions);
        return FreeText.Stored(seal, mentions);
    }

    public override void Write(Utf8JsonWriter writer, FreeText value, JsonSerializerOptions options)
    {
        var context = TextContext.Current;
        var place = context.NextPlace(member);
        if (context.Mode == TextMode.Seal)
        {
            SealedTextJson.Write(writer, context.Sealer!.Seal(value, context.Event, place), value.Mentions);
        }
        else
        {
            SealedTextJson.WriteDigestible(writer, context, value, value.Mentions);
        }
    }
}

/// <summary>A personal text: <c>{"f":place,"k":person,"n":nonce,"c":cipher}</c>.</summary>
internal sealed class PersonalTextConverter(string member) : JsonConverter<PersonalText>
{
    public override PersonalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PersonalText.Stored(SealedTextJson.Read(ref reader, TextContext.Current, member, out _));

    public override void Write(Utf8JsonWriter writer, PersonalText value, JsonSerializerOptions options)
    {
        var context = TextContext.Current;
        var place = context.NextPlace(member);
        if (context.Mode == TextMode.Seal)
        {
            SealedTextJson.Write(writer, context.Sealer!.Seal(value, context.Event, place, context.Stream), []);
        }
        else
        {
            SealedTextJson.WriteDigestible(writer, context, value, []);
        }
    }
}
