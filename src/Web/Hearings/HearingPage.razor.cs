using Mediator;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Reports;
using Trials.Projections.Hearings;
using Trials.Web.Acting;
using Trials.Web.Forms;
using Trials.Web.Naming;
using Trials.Web.Recording;
using Trials.Web.Timelines;

namespace Trials.Web.Hearings;

/// <summary>What the page of one hearing shows and takes.</summary>
public sealed partial class HearingPage(
    IMediator mediator, IClock clock, Names names, ITextOpener opener, IActorSource acting, ActorDirectory directory, NavigationManager navigation,
    CaseForms cases, HearingPost post) : ComponentBase
{
    private const string PressForm = "press";
    private const string SeenReport = "seen-report";
    private const string Handler = "_handler";

    private HearingView? view;
    private LocalDateTime now;
    private ActorId whose;
    private ReportView? own;
    private QuickEntry? quick;
    private ChecklistForm.Model checklist = null!;
    private Refusal? refusal;
    private CommandId pressCommand;
    private bool mayRecord;
    private bool mayObserve;
    private bool hidden;
    private bool actingChanged;
    private bool saving;

    /// <summary>Which hearing.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The fact whose form is shown.</summary>
    [SupplyParameterFromQuery(Name = QuickEntry.Do)]
    public string? Do { get; set; }

    /// <summary>When it was pressed.</summary>
    [SupplyParameterFromQuery(Name = QuickEntry.Held)]
    public string? Held { get; set; }

    /// <summary>Whose report is entered, where not the reader's own.</summary>
    [SupplyParameterFromQuery(Name = OwnReport.Observer)]
    public string? Observer { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private Actor Me => acting.Current!;

    private HearingId HearingId => new(Id);

    private EntryDescription Describe => new(T, names, opener, mayRecord);

    private string Here => whose == Me.Id
        ? RecordAddress.Of(HearingId)
        : QueryHelpers.AddQueryString(RecordAddress.Of(HearingId), OwnReport.Observer, whose.Value.ToString("N"));

    /// <summary>Whose reports the reader may type: nobody's but the own one while it is open, so that no account colours another.</summary>
    private IReadOnlyList<ActorId> Typeable => hidden
        ? []
        : [.. directory.Offered.Select(person => person.Actor).Where(actor => actor.Permissions.Contains(Permission.ObserveHearings)).Select(actor => actor.Id)];

    /// <summary>Whether another observer's report is kept back until the reader's own is submitted.</summary>
    private bool Withheld => hidden && view!.Reports.Any(report => report.Submitted && report.Observer != Me.Id);

    private IReadOnlyList<ReportView> Visible => [.. view!.Reports.Where(report => report.Submitted && (!hidden || report.Observer == Me.Id))];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        view = await mediator.Send(new HearingDetail(HearingId), Http.RequestAborted);
        if (view is null)
        {
            navigation.NotFound();
            return;
        }

        await names.LoadCatalogues(Http.RequestAborted);
        now = Stamp.Moment(new Typed(), clock.GetCurrentInstant()).Local;
        mayRecord = Me.Permissions.Contains(Permission.RecordProcedure);
        mayObserve = Me.Permissions.Contains(Permission.ObserveHearings);
        var mine = view.Reports.FirstOrDefault(report => report.Observer == Me.Id);
        hidden = mine is { Submitted: false } || (mine is null && Me.Role == ActorRole.Observer);
        whose = Typeable.FirstOrDefault(actor => actor.Value.ToString("N") == Observer, Me.Id);
        own = view.Reports.FirstOrDefault(report => report.Observer == whose);

        var posted = HiddenFields.Posted(Http);
        var command = posted is null ? Fresh() : HiddenFields.CommandOf(posted);
        pressCommand = Is(posted, PressForm) ? command : Fresh();
        saving = Is(posted, ChecklistForm.Name);
        checklist = saving
            ? ChecklistForm.Model.Of(posted!, Context(command, MatterChoices.None))
            : ChecklistForm.Model.Of(own, Context(Fresh(), MatterChoices.None), opener);
        quick = await Quick(posted, command);
    }

    private static CommandId Fresh() => CommandId.From(Guid.NewGuid());

    private static bool Is(Typed? posted, string form) => posted?[Handler] == form;

    private FormContext Context(CommandId command, MatterChoices choices) =>
        new(T, names, command, Me.Id) { Case = view!.Row.Case, Hearing = HearingId, Choices = choices };

    private async Task<QuickEntry?> Quick(Typed? posted, CommandId command)
    {
        var typed = Is(posted, QuickForm.Name) ? posted : null;
        if (HearingAct.Find(typed?[QuickEntry.Do] ?? Do ?? "") is not { } act
            || !May(act)
            || (typed is null && (Is(posted, PressForm) || PressedAt.Read(Held) is null)))
        {
            return null;
        }

        var choices = (await cases.Load(view!.Row.Case, Http.RequestAborted))?.Choices ?? MatterChoices.None;
        return typed is null
            ? new(act, Target(act), post.Prepare(QuickEntry.Prefilled(act, view.Row, PressedAt.Read(Held)!.Value), SeenRevision(act)), Context(Fresh(), choices))
            : new(act, Target(act), typed, Context(command, choices));
    }

    private ActorId? Author => whose == Me.Id ? null : whose;

    private FactTarget Target(HearingAct act) =>
        new(act.IsOfReport ? StreamName.OfReport(HearingId, whose) : StreamName.Of(HearingId), view!.Row.Case.Matter);

    private long SeenRevision(HearingAct act) => act.IsOfReport ? own?.Revision ?? -1 : view!.Revision;

    private bool ActsAsBefore(Typed typed)
    {
        actingChanged = typed[HiddenFields.Acting] != Me.Id.Value.ToString("N");
        if (actingChanged)
        {
            Http.Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return !actingChanged;
    }

    /// <summary>A button was pressed: what needs no more words is recorded at once, for the rest the moment is held.</summary>
    private async Task Press()
    {
        var typed = HiddenFields.Posted(Http)!;
        if (!ActsAsBefore(typed) || HearingAct.Find(typed[HearingPresses.Act]) is not { } act)
        {
            return;
        }

        if (!May(act))
        {
            throw new NotPermittedException(act.Name);
        }

        var moment = Stamp.Moment(typed, clock.GetCurrentInstant()).Local;
        if (act.IsOfReport)
        {
            await PressInReport(act, moment, typed);
        }
        else if (QuickEntry.AtOnce(act, view!.Row, moment) is { } complete)
        {
            complete[FactPost.Seen] = typed[FactPost.Seen];
            await Send(new(act, Target(act), complete, Context(pressCommand, MatterChoices.None)), pressed: true);
        }
        else
        {
            navigation.NavigateTo(QuickEntry.Address(Here, act, moment));
        }
    }

    private async Task PressInReport(HearingAct act, LocalDateTime moment, Typed typed)
    {
        List<ReportEvent> facts = own is null ? [new ReportEvent.Assigned(HearingId, whose)] : [];
        if (act.Schema.Type == typeof(ReportEvent.Admitted))
        {
            facts.Add(new ReportEvent.Admitted());
        }

        var header = HearingPost.Header(pressCommand, HappenedAt.Exactly(moment), Author, typed[SeenReport]);
        var result = facts.Count == 0 ? new() : await post.Report(Target(act), header, facts, pressed: true);
        var complete = act.Schema.Type == typeof(ReportEvent.Assigned) || act.Schema.Type == typeof(ReportEvent.Admitted);
        Go(result, complete ? $"{Here}#report" : QuickEntry.Address(Here, act, moment));
    }

    /// <summary>The small form was sent.</summary>
    private async Task Record()
    {
        var entry = quick!;
        if (entry.Typed.IsBlank(FactForm.MoreRows) && ActsAsBefore(entry.Typed))
        {
            entry.CheckNext();
            await Send(entry, pressed: false);
        }
    }

    private async Task Send(QuickEntry entry, bool pressed)
    {
        entry.Typed[FactPost.Author] = entry.Act.IsOfReport && Author is { } author ? author.Value.ToString("N") : "";
        var result = await post.Send(entry, pressed);
        quick = result.Entry;
        Go(result, entry.Act.IsOfReport ? $"{Here}#report" : Here);
    }

    /// <summary>Records what changed in the checklist.</summary>
    private async Task Save()
    {
        var typed = checklist.Typed;
        if (!typed.IsBlank(ChecklistFields.Now))
        {
            checklist.Stamp(Stamp.Moment(typed, clock.GetCurrentInstant()).Local.TimeOfDay);
            return;
        }

        if (!ActsAsBefore(typed))
        {
            return;
        }

        if (ChecklistFields.ReadChanged(typed, checklist.Context, checklist.Errors) is not { } changed)
        {
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        // When each line was seen is said by the line; together they are of the hearing's day.
        var header = HearingPost.Header(checklist.Context.Command, HappenedAt.On(view!.Row.Date), Author, typed[FactPost.Seen]);
        var target = new FactTarget(StreamName.OfReport(HearingId, whose), view.Row.Case.Matter);
        Go(changed.Count == 0 ? new() { Unchanged = true } : await post.Report(target, header, changed, pressed: false), $"{Here}#{ChecklistForm.Name}");
    }

    private bool May(HearingAct act) => act.IsOfReport ? mayObserve : mayRecord;

    private void Go(HearingResult result, string page)
    {
        refusal = result.Refusal;
        if (result.Status is { } status)
        {
            Http.Response.StatusCode = status;
        }
        else
        {
            navigation.NavigateTo(result.Address(page));
        }
    }
}
