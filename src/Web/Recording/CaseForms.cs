using System.Globalization;
using Mediator;
using NodaTime;
using Trials.Domain;
using Trials.Projections;
using Trials.Projections.Cases;
using Trials.Projections.Claims;
using Trials.Projections.Hearings;
using Trials.Projections.Petitions;
using Trials.Projections.Pretrial;
using Trials.Web.Forms;
using Trials.Web.Naming;

namespace Trials.Web.Recording;

/// <summary>A case as its forms need it: what can be chosen in them.</summary>
/// <param name="View">The case.</param>
/// <param name="Choices">What can be chosen.</param>
public sealed record CaseInForms(CaseView View, MatterChoices Choices);

/// <summary>Loads what the forms of a case offer.</summary>
public sealed class CaseForms(IMediator mediator, Names names, Texts texts, IClock clock)
{
    private static readonly PageRequest Everything = new(1, PageRequest.MaxSize);

    /// <summary>The case; null where there is none that the viewer may see.</summary>
    public async ValueTask<CaseInForms?> Load(CaseId id, CancellationToken cancellation)
    {
        var today = clock.GetCurrentInstant().InZone(Dates.Zone).Date;
        if (await mediator.Send(new CaseHeader(id, today), cancellation).ConfigureAwait(false) is not { } view)
        {
            return null;
        }

        await names.LoadCatalogues(cancellation).ConfigureAwait(false);
        var parties = await mediator.Send(new CaseParties(id, today), cancellation).ConfigureAwait(false);
        var claims = await mediator.Send(new ClaimList(new ClaimFilter { Case = id }, ClaimSort.Filed, Descending: true, today, Everything), cancellation)
            .ConfigureAwait(false);
        var persons = PersonsOf(view).Union(parties.Persons).Union(claims.Rows.SelectMany(claim => claim.Persons)).ToList();
        await names.LoadPersons(persons, cancellation).ConfigureAwait(false);
        var hearings = await mediator.Send(new HearingList(new HearingFilter { Case = id }, HearingSort.Date, Descending: true, Everything), cancellation)
            .ConfigureAwait(false);
        var petitions = await mediator.Send(new PetitionList(new PetitionFilter { Case = id }, PetitionSort.Filed, Descending: true, today, Everything), cancellation)
            .ConfigureAwait(false);
        var cases = await mediator.Send(new CaseList(new CaseFilter(), CaseSort.LastRecorded, Descending: true, today, Everything), cancellation)
            .ConfigureAwait(false);
        return new(view, Choices(view, parties.Examinations, hearings.Rows, petitions.Rows) with
        {
            Persons =
            [
                .. persons.Select(names.Meant).Distinct()
                    .Select(person => new Option(person.Value.ToString("N"), names.Of(person)))
                    .OrderBy(option => option.Text, texts.Sorting),
            ],
            Cases = [.. cases.Rows.Where(row => row.Case != id).Select(Case)],
        });
    }

    private static IEnumerable<PersonId> PersonsOf(CaseView view) => view.Accused.Select(accused => accused.Person)
        .Concat(view.Charges.Select(charge => charge.Person))
        .Concat(view.Judgments.Select(count => count.Person));

    private Option Case(CaseListRow row)
    {
        names.Know(row.Case, row.Reference);
        return new(row.Case.Value.ToString("N"), names.Of(row.Case));
    }

    private MatterChoices Choices(
        CaseView view,
        IReadOnlyList<CaseExaminationFacts> examinations,
        IReadOnlyList<HearingListRow> hearings,
        IReadOnlyList<PetitionListRow> petitions)
    {
        foreach (var link in view.Links.Where(link => link.Reference is not null))
        {
            names.Know(link.Other, link.Reference!);
        }

        foreach (var examination in examinations)
        {
            names.Know(examination);
        }

        foreach (var hearing in hearings)
        {
            names.Know(hearing.Hearing, hearing.Date, hearing.Time);
        }

        foreach (var petition in petitions)
        {
            names.Know(petition.Petition, petition.Kind, petition.Filed);
        }

        return new MatterChoices
        {
            Rounds = [.. view.Rounds.Select(round => new Option(round.Round.ToString(CultureInfo.InvariantCulture), Round(round)))],
            Hearings = [.. hearings.Select(hearing => new Option(hearing.Hearing.Value.ToString("N"), $"{names.Of(hearing.Hearing)}, {texts.Of(hearing.Kind)}"))],
            Petitions = [.. petitions.Select(petition => new Option(petition.Petition.Value.ToString("N"), names.Of(petition.Petition)))],
            Examinations = [.. examinations.Select(x => new Option(x.Examination.Value.ToString("N"), names.Of(x.Examination)))],
        };
    }

    private string Round(RoundView round) => round.Court is { } court
        ? texts["Form.RoundAt", round.Round, round.Kind, names.Of(court)]
        : texts["Form.RoundIs", round.Round, round.Kind];
}
