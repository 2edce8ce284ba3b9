using Trials.Domain;
using Trials.Domain.People;
using Trials.Web.Naming;

namespace Trials.Web.Forms;

/// <summary>Something to choose in a form.</summary>
/// <param name="Value">As it is sent.</param>
/// <param name="Text">As it is read.</param>
public sealed record Option(string Value, string Text);

/// <summary>What can be chosen in the forms of one matter.</summary>
public sealed record MatterChoices
{
    /// <summary>A matter that has nothing yet.</summary>
    public static MatterChoices None { get; } = new();

    /// <summary>The case's rounds.</summary>
    public IReadOnlyList<Option> Rounds { get; init; } = [];

    /// <summary>The persons of the matter.</summary>
    public IReadOnlyList<Option> Persons { get; init; } = [];

    /// <summary>The hearings of the case.</summary>
    public IReadOnlyList<Option> Hearings { get; init; } = [];

    /// <summary>The petitions of the case.</summary>
    public IReadOnlyList<Option> Petitions { get; init; } = [];

    /// <summary>The examinations of the case.</summary>
    public IReadOnlyList<Option> Examinations { get; init; } = [];

    /// <summary>The other cases of the record, those in which something was recorded last first.</summary>
    public IReadOnlyList<Option> Cases { get; init; } = [];
}

/// <summary>What a form knows beside what is typed into it.</summary>
/// <param name="Texts">The reader's language.</param>
/// <param name="Names">What codes are called, and what catalogues offer; loaded.</param>
/// <param name="Command">The form's id.</param>
/// <param name="Acting">Who sends it.</param>
public sealed record FormContext(Texts Texts, Names Names, CommandId Command, ActorId Acting)
{
    /// <summary>The case that the form belongs to; null for none.</summary>
    public CaseId? Case { get; init; }

    /// <summary>The application that the form belongs to; null for none.</summary>
    public ApplicationId? Application { get; init; }

    /// <summary>The hearing that the form belongs to; null for none.</summary>
    public HearingId? Hearing { get; init; }

    /// <summary>What can be chosen.</summary>
    public MatterChoices Choices { get; init; } = MatterChoices.None;
}

/// <summary>A person who is named in a form for the first time, to be registered once the form is recorded.</summary>
public sealed record NewPerson(PersonId Person, PersonEvent.Registered Registration);
