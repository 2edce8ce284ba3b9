namespace Trials.Domain;

/// <summary>What a message needs its sender to be allowed to do.</summary>
public enum Permission
{
    /// <summary>Read cases, hearings, petitions, claims, applications, activities and their timelines.</summary>
    ReadCases,

    /// <summary>Read statistics.</summary>
    ReadStatistics,

    /// <summary>Record the procedure of cases: cases, hearings, petitions, claims.</summary>
    RecordProcedure,

    /// <summary>Record applications and activities.</summary>
    RecordApplications,

    /// <summary>Record what is known of protected persons, whom the forms of cases and applications name.</summary>
    RecordPersons,

    /// <summary>Report what was observed at a hearing.</summary>
    ObserveHearings,

    /// <summary>Change catalogues.</summary>
    ManageCatalogues,

    /// <summary>Confirm or dismiss what rules find.</summary>
    Assess,

    /// <summary>See how the system does.</summary>
    Operate,
}
