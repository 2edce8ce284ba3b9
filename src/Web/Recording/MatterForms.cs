using Mediator;
using Trials.Domain;
using Trials.Projections;
using Trials.Projections.Activities;
using Trials.Projections.Applications;
using Trials.Projections.Cases;
using Trials.Projections.Timelines;
using Trials.Web.Applications;
using Trials.Web.Forms;
using Trials.Web.Naming;
using Trials.Web.Timelines;

namespace Trials.Web.Recording;

/// <summary>A matter as its forms need it.</summary>
/// <param name="Address">Its page.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Choices">What can be chosen in its forms.</param>
/// <param name="Case">The case that it is; null for another matter.</param>
/// <param name="Application">The application that it is; null for another matter.</param>
public sealed record MatterInForms(string Address, string Name, MatterChoices Choices, CaseId? Case, ApplicationId? Application);

/// <summary>Loads what the forms of a case, an application or an activity offer.</summary>
public sealed class MatterForms(CaseForms cases, IMediator mediator, Names names, Texts texts, NodaTime.IClock clock)
{
    private static readonly PageRequest Everything = new(1, PageRequest.MaxSize);

    /// <summary>The matter; null where nothing of it is recorded that the viewer may see.</summary>
    public async ValueTask<MatterInForms?> Load(MatterId matter, CancellationToken cancellation)
    {
        var ofCase = new CaseId(matter.Value);
        if (await cases.Load(ofCase, cancellation).ConfigureAwait(false) is { } found)
        {
            return new(RecordAddress.Of(ofCase), texts["Form.CaseIs", found.View.Row.Reference], found.Choices, ofCase, null);
        }

        var application = new ApplicationId(matter.Value);
        if (await mediator.Send(new ApplicationDetail(application), cancellation).ConfigureAwait(false) is { } received)
        {
            var name = texts["Applications.Title", ApplicationWords.TitleOf(names, application, received.Row.Number)];
            return new(RecordAddress.Of(application), name, await Choices(application, cancellation).ConfigureAwait(false), null, application);
        }

        var activity = new ActivityId(matter.Value);
        return await mediator.Send(new ActivityDetail(activity), cancellation).ConfigureAwait(false) is { } done
            ? new(RecordAddress.Of(activity), texts.Capital(texts.Of(done.Row.Kind)), MatterChoices.None, null, null)
            : null;
    }

    /// <summary>What can be chosen in the forms of an application, recorded or not yet: its persons, and the cases that it can be linked to.</summary>
    public async ValueTask<MatterChoices> Choices(ApplicationId application, CancellationToken cancellation)
    {
        await names.LoadCatalogues(cancellation).ConfigureAwait(false);
        var timeline = await mediator.Send(new CaseTimeline(application.Matter), cancellation).ConfigureAwait(false);
        var persons = timeline.Entries.SelectMany(entry => EntryDescription.PersonsIn(entry.Data)).Distinct().ToList();
        await names.LoadPersons(persons, cancellation).ConfigureAwait(false);
        var all = await mediator.Send(
            new CaseList(new CaseFilter(), CaseSort.Reference, Descending: false, clock.CourtDay(), Everything), cancellation).ConfigureAwait(false);
        foreach (var row in all.Rows)
        {
            names.Know(row.Case, row.Reference);
        }

        return new MatterChoices
        {
            Persons =
            [
                .. persons.Select(person => new Option(person.Value.ToString("N"), names.Of(person))).OrderBy(option => option.Text, texts.Sorting),
            ],
            Cases = [.. all.Rows.Select(row => new Option(row.Case.Value.ToString("N"), row.Reference))],
        };
    }
}
