namespace Trials.Domain.Applications;

/// <summary>How an application reached the coalition.</summary>
public enum ApplicationChannel
{
    /// <summary>Nobody recorded it.</summary>
    NotRecorded,

    /// <summary>By telephone, on a hotline.</summary>
    Hotline,

    /// <summary>In person.</summary>
    Visit,

    /// <summary>By letter.</summary>
    Letter,

    /// <summary>By a messenger, electronic mail or a social network.</summary>
    Message,

    /// <summary>Through a lawyer.</summary>
    Lawyer,

    /// <summary>Through another organisation.</summary>
    Organisation,

    /// <summary>Found by watching the media.</summary>
    Media,

    /// <summary>In another way.</summary>
    Other,
}

/// <summary>What the applicant is to the victim.</summary>
public enum VictimRelation
{
    /// <summary>Nobody recorded it.</summary>
    NotRecorded,

    /// <summary>The victim.</summary>
    Self,

    /// <summary>Mother or father.</summary>
    Parent,

    /// <summary>Wife or husband.</summary>
    Spouse,

    /// <summary>Daughter or son.</summary>
    Child,

    /// <summary>Sister or brother.</summary>
    Sibling,

    /// <summary>Another relative.</summary>
    OtherRelative,

    /// <summary>The lawyer.</summary>
    Lawyer,

    /// <summary>Somebody who saw it.</summary>
    Witness,

    /// <summary>Anyone else.</summary>
    Other,
}

/// <summary>What somebody consents to.</summary>
public enum ConsentScope
{
    /// <summary>That the coalition keeps a record.</summary>
    Record,

    /// <summary>That it is shared among the coalition's members.</summary>
    Share,

    /// <summary>That the victim is referred to others who help.</summary>
    Refer,

    /// <summary>That it is counted in statistics.</summary>
    Statistics,

    /// <summary>That it is published.</summary>
    Publish,

    /// <summary>That it is submitted to bodies of the United Nations.</summary>
    UnitedNations,
}

/// <summary>Who consents.</summary>
public enum ConsentGiver
{
    /// <summary>The victim.</summary>
    Victim,

    /// <summary>The applicant.</summary>
    Applicant,

    /// <summary>A parent or another legal representative.</summary>
    Representative,
}

/// <summary>Whether a medical documentation followed the Istanbul Protocol.</summary>
public enum ProtocolUse
{
    /// <summary>Nobody recorded it.</summary>
    NotRecorded,

    /// <summary>It did.</summary>
    Yes,

    /// <summary>In part.</summary>
    Partly,

    /// <summary>It did not.</summary>
    No,
}

/// <summary>To whom somebody is referred.</summary>
public enum ReferredTo
{
    /// <summary>To those who heal and rehabilitate.</summary>
    Rehabilitation,

    /// <summary>To a doctor.</summary>
    Doctor,

    /// <summary>To a psychologist.</summary>
    Psychologist,

    /// <summary>To a social worker or service.</summary>
    SocialService,

    /// <summary>To a centre of free legal aid.</summary>
    LegalAid,

    /// <summary>To another member of the coalition.</summary>
    Member,

    /// <summary>To anyone else; the text says to whom.</summary>
    Other,
}

/// <summary>What a case is to an application.</summary>
public enum CaseOfApplication
{
    /// <summary>Against those who are said to have done it.</summary>
    AgainstPerpetrators,

    /// <summary>Against the victim.</summary>
    AgainstVictim,

    /// <summary>About compensation.</summary>
    Compensation,

    /// <summary>About the liquidation of a member organisation.</summary>
    Liquidation,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>Why work on an application ends.</summary>
public enum ApplicationEnd
{
    /// <summary>What could be done is done.</summary>
    Done,

    /// <summary>The applicant or victim asked for it.</summary>
    Asked,

    /// <summary>They can no longer be reached.</summary>
    ContactLost,

    /// <summary>It turned out otherwise.</summary>
    NotConfirmed,

    /// <summary>Others carry on.</summary>
    HandedOver,

    /// <summary>Another reason; the text says which.</summary>
    Other,
}
