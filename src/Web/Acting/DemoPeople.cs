using Trials.Domain;
using Trials.Domain.Catalogues;

namespace Trials.Web.Acting;

/// <summary>The invented people whom the demonstration offers to act as.</summary>
public static class DemoPeople
{
    /// <summary>Follows cases; records everything and keeps the catalogues.</summary>
    public static KnownActor Lawyer { get; } = new(
        ActorDirectory.Acting(
            "demo-lawyer",
            ActorRole.Lawyer,
            [Permission.ReadCases, Permission.ReadStatistics, Permission.RecordProcedure, Permission.RecordApplications, Permission.RecordPersons, Permission.ObserveHearings, Permission.ManageCatalogues, Permission.Assess]),
        new LocalName("Dilnoza Karimova", "Дилноза Каримова", "Дилноза Каримова"));

    /// <summary>Sits in the courtroom: reports, and records what happens to the hearing.</summary>
    public static KnownActor Observer { get; } = new(
        ActorDirectory.Acting(
            "demo-observer", ActorRole.Observer, [Permission.ReadCases, Permission.RecordProcedure, Permission.RecordPersons, Permission.ObserveHearings]),
        new LocalName("Farrukh Nazarov", "Фаррух Назаров", "Фаррух Назаров"));

    /// <summary>Reads the record and its figures, and checks that they are up to date; records nothing.</summary>
    public static KnownActor Analyst { get; } = new(
        ActorDirectory.Acting("demo-analyst", ActorRole.Analyst, [Permission.ReadCases, Permission.ReadStatistics, Permission.Operate]),
        new LocalName("Sitora Rahimova", "Ситора Рахимова", "Ситора Раҳимова"));

    /// <summary>Answers the hotline: documents applications and what is done about them.</summary>
    public static KnownActor Documentalist { get; } = new(
        ActorDirectory.Acting(
            "demo-documentalist",
            ActorRole.DocumentationSpecialist,
            [Permission.ReadCases, Permission.ReadStatistics, Permission.RecordApplications, Permission.RecordPersons]),
        new LocalName("Shirin Anjirova", "Ширин Анджирова", "Ширин Анҷирова"));

    /// <summary>All of them; the first acts where nobody is chosen.</summary>
    public static IReadOnlyList<KnownActor> All { get; } = [Lawyer, Observer, Analyst, Documentalist];
}
