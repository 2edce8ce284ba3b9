using Mediator;
using NodaTime;
using Trials.Domain;
using Trials.Projections;
using Trials.Projections.Applications;
using Trials.Projections.Cases;
using Trials.Projections.Claims;
using Trials.Projections.Hearings;
using Trials.Projections.Pretrial;
using Trials.Projections.Timelines;
using Trials.Web.Naming;
using Trials.Web.Timelines;

namespace Trials.Web.Cases;

/// <summary>Everything that a case's page shows, read at one moment.</summary>
/// <param name="View">The case.</param>
/// <param name="Parties">Who takes part in it.</param>
/// <param name="Timeline">Everything recorded in it.</param>
/// <param name="Monitored">How many of its hearings were reported on.</param>
/// <param name="Claims">The claims in it, by the day of filing.</param>
/// <param name="Applications">The applications that it belongs to.</param>
/// <param name="Names">What ids and codes are called.</param>
/// <param name="Describe">What entries say in words.</param>
/// <param name="Silences">Its silences, oldest first.</param>
/// <param name="Drawn">What of it is drawn.</param>
public sealed record CaseStory(
    CaseView View,
    CasePartiesView Parties,
    MatterTimeline Timeline,
    int Monitored,
    IReadOnlyList<ClaimListRow> Claims,
    IReadOnlyList<ApplicationListRow> Applications,
    Names Names,
    EntryDescription Describe,
    IReadOnlyList<Silence> Silences,
    DrawnMatter Drawn)
{
    /// <summary>Who is accused, charged or judged: each person once, also where several turned out to be the same.</summary>
    public IReadOnlyList<PersonId> Accused { get; } =
    [
        .. View.Accused.Select(a => a.Person)
            .Concat(View.Charges.Select(c => c.Person))
            .Concat(View.Judgments.Select(f => f.Person))
            .Select(Names.Meant)
            .Distinct(),
    ];

    /// <summary>Those of them who stand with their charges and judgments; nobody where nothing of that is known.</summary>
    public IReadOnlyList<PersonId> WithCharges => View.Charges.Count > 0 || View.Judgments.Count > 0 ? Accused : [];

    /// <summary>How late each opening was, by its hearing.</summary>
    public IReadOnlyDictionary<StreamName, int> Delays { get; } = Timeline.Hearings
        .Where(hearing => hearing.DelayMinutes is not null)
        .ToDictionary(hearing => StreamName.Of(hearing.Hearing), hearing => hearing.DelayMinutes!.Value);
}

/// <summary>Reads what a case's page shows.</summary>
public sealed class CaseReader(ISender sender, Texts texts, Names names, IActorSource acting, ITextOpener opener, IClock clock)
{
    /// <summary>The day of asking, where the courts are.</summary>
    public LocalDate Today => clock.CourtDay();

    /// <summary>Reads a case; null where there is none that the reader may see.</summary>
    public async Task<CaseStory?> Read(CaseId id, CancellationToken cancellation = default)
    {
        var today = Today;
        if (await sender.Send(new CaseHeader(id, today), cancellation) is not { } view)
        {
            return null;
        }

        var parties = await sender.Send(new CaseParties(id, today), cancellation);
        var timeline = await sender.Send(new CaseTimeline(id.Matter), cancellation);
        var monitored = await sender.Send(
            new HearingList(new HearingFilter { Case = id, Monitored = true }, HearingSort.Date, Descending: false, new PageRequest(1, 1)), cancellation);
        var applications = await sender.Send(
            new ApplicationList(new ApplicationFilter { Case = id }, ApplicationSort.Received, Descending: false, new PageRequest(1, PageRequest.MaxSize)), cancellation);
        var claims = timeline.Claims.Count == 0
            ? []
            : (await sender.Send(new ClaimList(new ClaimFilter { Case = id }, ClaimSort.Filed, Descending: false, today, new PageRequest(1, PageRequest.MaxSize)), cancellation)).Rows;
        await names.LoadCatalogues(cancellation);
        var mayReadNames = acting.Current?.Permissions.Contains(Permission.RecordPersons) == true;
        if (mayReadNames)
        {
            await names.LoadPersons(
                view.Accused.Select(a => a.Person)
                    .Concat(view.Charges.Select(c => c.Person))
                    .Concat(view.Judgments.Select(f => f.Person))
                    .Concat(parties.Persons)
                    .Concat(timeline.Entries.SelectMany(EntryDescription.PersonsOf)),
                cancellation);
        }

        foreach (var link in view.Links.Where(link => link.Reference is not null))
        {
            names.Know(link.Other, link.Reference!);
        }

        foreach (var hearing in timeline.Hearings)
        {
            names.Know(hearing.Hearing, hearing.Date, hearing.Time);
        }

        foreach (var petition in timeline.Petitions)
        {
            names.Know(petition.Petition, petition.Kind, petition.Filed);
        }

        foreach (var examination in parties.Examinations)
        {
            names.Know(examination);
        }

        var running = view.Row.Standing is not (CaseStanding.Completed or CaseStanding.InForce
            or CaseStanding.Terminated or CaseStanding.Joined or CaseStanding.Closed);
        var silences = Silence.Of(timeline.Entries, running ? today : null);
        return new(
            view,
            parties,
            timeline,
            monitored.Total,
            claims,
            applications.Rows,
            names,
            new EntryDescription(texts, names, opener, mayReadNames),
            silences,
            MatterDrawing.Of(timeline, silences, today, running, texts));
    }
}
