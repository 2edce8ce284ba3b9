namespace Trials.Domain;

/// <summary>
/// The name of a stream: a category, a hyphen, and what tells it apart within the category (lower-case hexadecimal ids, or a catalogue's kind).
/// Example: <c>hearing-0b5c…</c>.
/// </summary>
public readonly record struct StreamName
{
    /// <summary>Reads a name as it stands in a log.</summary>
    /// <exception cref="ArgumentException">There is no hyphen, or nothing on one side of it.</exception>
    public StreamName(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var hyphen = value.IndexOf('-', StringComparison.Ordinal);
        if (hyphen <= 0 || hyphen == value.Length - 1)
        {
            throw new ArgumentException("A stream name is a category, a hyphen and an id.", nameof(value));
        }

        Value = value;
    }

    /// <summary>The whole name.</summary>
    public string Value { get; }

    /// <summary>What stands before the first hyphen.</summary>
    public string Category => Value[..Value.IndexOf('-', StringComparison.Ordinal)];

    /// <summary>What stands behind the first hyphen.</summary>
    public string Id => Value[(Value.IndexOf('-', StringComparison.Ordinal) + 1)..];

    /// <summary>The id, where it begins with a <see cref="Guid"/> (of a report: the hearing's).</summary>
    public Guid LeadingGuid => Guid.ParseExact(Id.AsSpan(0, 32), "N");

    /// <summary>The stream of a case.</summary>
    public static StreamName Of(CaseId id) => new($"case-{id.Value:N}");

    /// <summary>The stream of a hearing.</summary>
    public static StreamName Of(HearingId id) => new($"hearing-{id.Value:N}");

    /// <summary>The stream of a petition.</summary>
    public static StreamName Of(PetitionId id) => new($"petition-{id.Value:N}");

    /// <summary>The stream of a claim.</summary>
    public static StreamName Of(ClaimId id) => new($"claim-{id.Value:N}");

    /// <summary>The stream of an application.</summary>
    public static StreamName Of(ApplicationId id) => new($"application-{id.Value:N}");

    /// <summary>The stream of an activity.</summary>
    public static StreamName Of(ActivityId id) => new($"activity-{id.Value:N}");

    /// <summary>The stream of a saved view.</summary>
    public static StreamName Of(ViewId id) => new($"view-{id.Value:N}");

    /// <summary>The stream of a person.</summary>
    public static StreamName Of(PersonId id) => new($"person-{id.Value:N}");

    /// <summary>The stream of what one observer saw at one hearing.</summary>
    public static StreamName OfReport(HearingId hearing, ActorId observer) => new($"report-{hearing.Value:N}-{observer.Value:N}");

    /// <summary>The stream of a catalogue, by its kind (<c>courts</c>, <c>regions</c>, …).</summary>
    public static StreamName OfCatalogue(string kind) => new($"catalogue-{kind}");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
