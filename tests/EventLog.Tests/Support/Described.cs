using System.Collections;
using System.Globalization;
using System.Reflection;
using Trials.Domain;

namespace Trials.EventLog.Tests.Support;

/// <summary>
/// Everything that an event says, as text, its protected texts opened. Reads the properties by reflection and so sees what a serializer forgot.
/// </summary>
internal static class Described
{
    public static string As(object? value, ITextOpener opener) => value switch
    {
        null => "null",
        FreeText text => $"\"{opener.Open(text)}\" of {As(text.Mentions, opener)}",
        ProtectedText text => $"\"{opener.Open(text)}\"",
        string text => $"\"{text}\"",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(i => As(i, opener)))}]",
        _ when Members(value.GetType()) is { Length: > 0 } members =>
            $"{value.GetType().Name}({string.Join(", ", members.Select(m => $"{m.Name}: {As(m.GetValue(value), opener)}"))})",
        _ => $"{value.GetType().Name} {Convert.ToString(value, CultureInfo.InvariantCulture)}",
    };

    /// <summary>What a type of the domain is made of; nothing for other types.</summary>
    public static PropertyInfo[] Members(Type type) => type.Assembly != typeof(DomainEvent).Assembly || type.IsEnum
        ? []
        : [.. type.GetProperties().Where(p => type.GetConstructors().Any(c => c.GetParameters().Any(q => q.Name == p.Name)) || p.Name == "Value")];
}
