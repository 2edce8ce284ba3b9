using Trials.Domain.Applications;
using Trials.Web.Forms;

namespace Trials.Web.Applications;

/// <summary>The parts of an application that are recorded one by one, in any order.</summary>
public static class ApplicationParts
{
    /// <summary>All facts of an application by what they are about, as wire names without a version.</summary>
    public static IReadOnlyList<(string Heading, IReadOnlyList<string> Facts)> Groups { get; } =
    [
        ("Applications.Part.Told", ["application-received", "application-applicant-named", "application-victim-named", "application-incident-told", "application-complaint-made"]),
        ("Applications.Part.Consent", ["application-consent-given", "application-consent-refused", "application-consent-withdrawn"]),
        ("Applications.Part.Help",
        [
            "application-assistance-offered", "application-assistance-refused", "application-lawyer-retained", "application-lawyer-monitored",
            "application-medically-documented", "application-referred",
        ]),
        ("Applications.Part.Other", ["application-linked", "application-noted", "application-closed", "application-reopened"]),
    ];

    /// <summary>What a call brings, in the order in which the receiving form shows it; the rest is recorded from the application's page.</summary>
    public static IReadOnlyList<string> Call { get; } =
    [
        "application-received", "application-applicant-named", "application-victim-named", "application-incident-told", "application-complaint-made",
        "application-consent-given", "application-consent-refused", "application-assistance-offered", "application-assistance-refused",
        "application-lawyer-retained", "application-medically-documented", "application-referred", "application-noted",
    ];

    /// <summary>Whether a fact is recorded and there is only one of it; or cannot be recorded as things stand.</summary>
    public static bool IsDone(string fact, ApplicationStory story) => FactSchema.Find(fact)!.Type switch
    {
        var type when type == typeof(ApplicationEvent.Received) => story.View?.Row.Received is not null,
        var type when type == typeof(ApplicationEvent.ApplicantNamed) => story.View?.HasApplicant == true,
        var type when type == typeof(ApplicationEvent.Closed) => story.View?.Row.Closed is not null,
        var type when type == typeof(ApplicationEvent.Reopened) => story.View?.Row.Closed is null,
        _ => false,
    };
}
