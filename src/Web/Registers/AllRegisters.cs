using Trials.Projections.Pretrial;
using Trials.Web.Activities;
using Trials.Web.Applications;
using Trials.Web.Assessments;
using Trials.Web.Cases;
using Trials.Web.Claims;
using Trials.Web.Hearings;
using Trials.Web.Petitions;
using Trials.Web.Pretrial;

namespace Trials.Web.Registers;

/// <summary>Every register whose columns are chosen and whose views are saved.</summary>
public static class AllRegisters
{
    /// <summary>Cases.</summary>
    public static Register Cases { get; } = new("cases", CasesAddress.Path, "Shell.Cases",
    [
        Column("kind", "Cases.KindAndArticles"), Column("court", "Cases.CourtAndState"), Column("hearings", "Cases.Hearings"), Column("opened", "Cases.Opened"),
        Column("last", "Cases.LastEntry"), Column("next", "Cases.NextHearing"),
    ]);

    /// <summary>Hearings.</summary>
    public static Register Hearings { get; } = new("hearings", HearingAddress.Path, "Shell.Hearings",
    [
        Column("case", "Hearings.Case"), Column("court", "Hearings.Court"), Column("delay", "Hearings.DelayMinutes"), Column("stage", "Hearings.Stage"),
        Column("reports", "Hearings.Reports"),
    ]);

    /// <summary>Petitions.</summary>
    public static Register Petitions { get; } = new("petitions", PetitionAddress.Path, "Shell.Petitions",
    [
        Column("case", "Petitions.Case"), Column("between", "Petitions.ByAndTo"), Column("filed", "Petitions.Filed"), Column("days", "Petitions.Days"),
        Column("state", "Petitions.State"),
    ]);

    /// <summary>Claims.</summary>
    public static Register Claims { get; } = new("claims", ClaimAddress.Path, "Shell.Claims",
    [
        Column("against", "Claims.Against"), Column("filed", "Claims.Filed"), Column("days", "Claims.DaysToDecision"), Column("awarded", "Claims.Awarded"),
        Column("paid", "Claims.Paid"), Column("outstanding", "Claims.Outstanding"), Column("state", "Claims.State"),
    ]);

    /// <summary>Judgments and sentences.</summary>
    public static Register Judgments { get; } = new("judgments", JudgmentsAddress.Path, "Shell.Judgments",
    [
        Column("sentence", "Judgments.Sentence"), Column("case", "Cases.Case"), Column("court", "Cases.Court"), Column("standing", "Judgments.Standing"),
    ]);

    /// <summary>Detentions.</summary>
    public static Register Detentions { get; } = new("detentions", DetentionAddress.Path, "Pretrial.Detentions",
    [
        Column("case", "Pretrial.Case"), Column("apprehended", "Pretrial.Apprehended"), Column("registration", DetentionStep.Registration),
        Column("lawyer", DetentionStep.Lawyer), Column("medical-check", DetentionStep.MedicalCheck), Column("relatives", DetentionStep.Relatives),
        Column("released", "Pretrial.Released"),
    ]);

    /// <summary>Examinations.</summary>
    public static Register Examinations { get; } = new("examinations", ExaminationAddress.Path, "Pretrial.Examinations",
    [
        Column("case", "Pretrial.Case"), Column("person", "Pretrial.Person"), Column("standing", "Pretrial.Standing"), Column("asked", ExaminationStanding.Asked),
        Column("ordered", ExaminationStanding.Ordered), Column("done", ExaminationStanding.Done), Column("institution", "Pretrial.Institution"),
        Column("protocol", "Pretrial.Protocol"),
    ]);

    /// <summary>Protection and reprisals.</summary>
    public static Register Protection { get; } = new("protection", ProtectionAddress.Path, "Pretrial.Protection",
    [
        Column("case", "Pretrial.Case"), Column("person", "Pretrial.Person"), Column("when", "Pretrial.When"), Column("measure", "Pretrial.MeasureOrReprisal"),
        Column("body", "Pretrial.Body"), Column("until", "Pretrial.Until"),
    ]);

    /// <summary>Applications.</summary>
    public static Register Applications { get; } = new("applications", ApplicationAddress.Path, "Shell.Applications",
    [
        Column("received", "Applications.Received"), Column("region", "Field.Region"), Column("victims", "Applications.Victims"),
        Column("against", "Field.application-incident-told.Against"), Column("done", "Applications.DoneSoFar"), Column("state", "Applications.State"),
    ]);

    /// <summary>Activities.</summary>
    public static Register Activities { get; } = new("activities", ActivityAddress.Path, "Shell.Activities",
    [
        Column("done", "Activities.Done"), Column("region", "Field.Region"), Column("to", "Field.activity-done.To"), Column("of", "Activities.BelongsTo"),
        Column("outcome", "Field.Outcome"),
    ]);

    /// <summary>Findings.</summary>
    public static Register Findings { get; } = new("findings", AssessmentAddress.Path, "Shell.Assessments",
    [
        Column("whose", "Assessments.Whose"), Column("standard", "Assessments.Standard"), Column("matter", "Assessments.Matter"), Column("when", "Assessments.When"),
        Column("state", "Assessments.State"),
    ]);

    /// <summary>All of them, in the order of the navigation.</summary>
    public static IReadOnlyList<Register> All { get; } =
        [Applications, Cases, Hearings, Petitions, Claims, Judgments, Detentions, Examinations, Protection, Activities, Findings];

    /// <summary>The register that an address within this site is of; null for none.</summary>
    public static Register? Of(string? address) =>
        address?.Split('?', 2)[0] is { } path ? All.FirstOrDefault(register => register.Path == path) : null;

    private static RegisterColumn Column(string name, string key) => new(name, texts => texts[key]);

    private static RegisterColumn Column(string name, Enum member) => new(name, texts => texts.Capital(texts.Of(member)));
}
