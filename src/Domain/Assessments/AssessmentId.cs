using System.Globalization;

namespace Trials.Domain.Assessments;

/// <summary>One finding that a person decided on. Made from the rule's version and the entries that it rests on, so that whoever decides on the same finding decides in one place.</summary>
public readonly record struct AssessmentId(Guid Value) : IGuidId<AssessmentId>
{
    private static readonly Guid Scope = new("5d7b1c8e-2f0a-4c53-9f0e-8a6f3b9d2c41");

    /// <summary>The stream in which it is decided.</summary>
    public StreamName Stream => new($"assessment-{Value:N}");

    /// <inheritdoc/>
    public static AssessmentId From(Guid value) => new(value);

    /// <summary>The id of what a version of a rule finds in some entries.</summary>
    public static AssessmentId Of(string rule, int version, ValueList<EventId> entries) => Of(Basis(rule, version, entries));

    /// <summary>The id of a finding by its basis.</summary>
    public static AssessmentId Of(string basis) => new(DerivedGuid.From(Scope, basis));

    /// <summary>A rule's version and the entries in the rule's order, as one text that tells findings apart.</summary>
    public static string Basis(string rule, int version, ValueList<EventId> entries) =>
        Head(rule, version) + string.Join(',', entries.Select(entry => entry.Value.ToString("N")));

    /// <summary>The part of a basis that stands before the entries.</summary>
    public static string Head(string rule, int version) => string.Create(CultureInfo.InvariantCulture, $"{rule}.{version}:");
}
