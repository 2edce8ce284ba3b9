using System.Collections.Frozen;
using System.Reflection;
using Trials.Domain;
using Trials.Web.Forms.Fields;

namespace Trials.Web.Forms;

/// <summary>The form of one kind of fact, made once from its event's constructor: a new fact is a record, and its form comes with it.</summary>
public sealed class FactSchema
{
    private static readonly FrozenDictionary<Type, FactSchema> ByType = EventTypes.All.WireNames
        .Select(name => (Name: name, Type: EventTypes.All.TypeOf(name)!))
        .Where(entry => !entry.Type.IsAssignableTo(typeof(Amendment)))
        .ToFrozenDictionary(entry => entry.Type, entry => new FactSchema(entry.Name, entry.Type));

    private readonly ConstructorInfo constructor;
    private readonly IReadOnlyList<PropertyInfo> properties;

    private FactSchema(string wireName, Type type)
    {
        WireName = wireName;
        Type = type;
        constructor = type.GetConstructors().Single();
        var parameters = constructor.GetParameters();
        properties = [.. parameters.Select(parameter => type.GetProperty(parameter.Name!)!)];
        Fields = [.. parameters.Select(parameter => FieldKinds.Field(Texts.Unversioned(wireName), parameter))];
    }

    /// <summary>All schemas: one for every event but amendments.</summary>
    public static IEnumerable<FactSchema> All => ByType.Values;

    /// <summary>The event's wire name.</summary>
    public string WireName { get; }

    /// <summary>The event's class.</summary>
    public Type Type { get; }

    /// <summary>The fields, in the order of the constructor.</summary>
    public IReadOnlyList<FactField> Fields { get; }

    /// <summary>The schema of a kind of fact.</summary>
    public static FactSchema Of(Type type) => ByType[type];

    /// <summary>The schema of a kind of fact by its wire name without a version; null for none.</summary>
    public static FactSchema? Find(string name) => All.FirstOrDefault(schema => Texts.Unversioned(schema.WireName) == name);

    /// <summary>The fact that is typed; null where something cannot be read, which <paramref name="errors"/> is told.</summary>
    /// <param name="typed">The form.</param>
    /// <param name="context">What the form knows.</param>
    /// <param name="errors">Where to say what is wrong.</param>
    /// <param name="newPersons">Where to add persons who are named for the first time.</param>
    /// <param name="original">The fact that is corrected, which keeps what is not typed; null for a new one.</param>
    public DomainEvent? Read(Typed typed, FormContext context, FormErrors errors, ICollection<NewPerson> newPersons, DomainEvent? original = null)
    {
        var before = errors.All.Count;
        var values = new object?[Fields.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var field = Fields[i];
            values[i] = original is not null && !field.Kind.IsTyped
                ? properties[i].GetValue(original)
                : field.Kind.Read(new(field.Name, field.Label(context.Texts), field.Required, typed, context, errors, newPersons));
        }

        return errors.All.Count > before ? null : (DomainEvent)constructor.Invoke(values);
    }

    /// <summary>Puts a fact into a form.</summary>
    public void Write(DomainEvent fact, Typed typed, ITextOpener opener)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (properties[i].GetValue(fact) is { } value)
            {
                Fields[i].Kind.Write(value, Fields[i].Name, typed, opener);
            }
        }
    }

    /// <summary>A fact in words: every field that says something.</summary>
    public IReadOnlyList<FactLine> Say(DomainEvent fact, Saying with) =>
    [
        .. from pair in Fields.Zip(properties)
           where pair.First.Kind.IsTyped
           let value = pair.Second.GetValue(fact)
           where value is not null
           let text = pair.First.Kind.Say(value, with)
           where text.Length > 0
           select new FactLine(pair.First.Label(with.Texts), text, pair.First.Kind is AccountKind),
    ];
}
