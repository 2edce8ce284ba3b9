using Trials.Domain;

namespace Trials.Web.Demo;

/// <summary>The ids of the invented record: each follows from a short name, so that the same demonstration has the same ids everywhere.</summary>
public static class DemoIds
{
    private static readonly Guid Scope = new("d3a0de30-0d5f-4b7e-8f6a-5b0a2f1c9e77");

    /// <summary>The catalogue whose existence marks a record as invented.</summary>
    public static readonly StreamName Mark = StreamName.OfCatalogue("demonstration");

    /// <summary>A case.</summary>
    public static CaseId Case(string name) => new(Of("case", name));

    /// <summary>A hearing.</summary>
    public static HearingId Hearing(string name) => new(Of("hearing", name));

    /// <summary>A petition.</summary>
    public static PetitionId Petition(string name) => new(Of("petition", name));

    /// <summary>A claim.</summary>
    public static ClaimId Claim(string name) => new(Of("claim", name));

    /// <summary>An application.</summary>
    public static ApplicationId Application(string name) => new(Of("application", name));

    /// <summary>An activity.</summary>
    public static ActivityId Activity(string name) => new(Of("activity", name));

    /// <summary>A person.</summary>
    public static PersonId Person(string name) => new(Of("person", name));

    /// <summary>A command.</summary>
    public static CommandId Command(string name) => new(Of("command", name));

    /// <summary>The first entry that a command makes in a stream.</summary>
    public static EventId Entry(StreamName stream, string command) => EventId.Of(stream, Command(command));

    private static Guid Of(string kind, string name) => DerivedGuid.From(Scope, kind, name);
}
