using NodaTime;
using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Applications;
using Trials.Domain.Cases;
using Trials.Domain.Claims;
using Trials.Domain.Hearings;
using Trials.Domain.People;
using Trials.Domain.Petitions;
using Trials.Domain.Reports;
using Trials.Projections.Timelines;
using Trials.Web.Forms;
using Trials.Web.Forms.Fields;
using Trials.Web.Naming;
using Trials.Web.Operations;
using Trials.Web.Recording;

namespace Trials.Web.Timelines;

/// <summary>
/// Describes entries in words, wherever one is shown. A title may name what matters most; everything else that the event holds follows as details,
/// said by the fields of its form, so that a new event or field needs texts and nothing else.
/// </summary>
/// <param name="texts">The reader's language.</param>
/// <param name="names">What ids and codes are called; loaded.</param>
/// <param name="opener">Opens protected texts.</param>
/// <param name="mayReadNames">Whether the reader may read the names of protected persons.</param>
public sealed class EntryDescription(Texts texts, Names names, ITextOpener opener, bool mayReadNames)
{
    private readonly Saying saying = new(texts, names, opener);

    /// <summary>The title of an entry.</summary>
    /// <param name="wireName">The kind of entry.</param>
    /// <param name="data">What happened.</param>
    /// <param name="delayMinutes">Of an opening: how late it was, where that is known.</param>
    public EntryTitle Title(string wireName, DomainEvent data, int? delayMinutes = null) => data switch
    {
        CaseEvent.Opened e => With(wireName, e.Reference, nameof(e.Reference)),
        CaseEvent.TakenOver e => With(wireName, e.Reference, nameof(e.Reference)),
        CaseEvent.RoundBegan e => With(wireName, texts.Of(e.Kind), nameof(e.Kind)),
        CaseEvent.CourtAssigned e => With(wireName, names.Of(e.Court), nameof(e.Court)),
        CaseEvent.JudgmentGiven e => With(wireName, texts.Of(e.Outcome), nameof(e.Outcome)),
        CaseEvent.Appealed { By: not Party.NotRecorded } e => With(wireName, texts.Of(e.By), nameof(e.By)),
        CaseEvent.AccusedJudged e => With(wireName, names.Of(e.Person), nameof(e.Person)),
        CaseEvent.AppealLodged { By: not Party.NotRecorded } e => With(wireName, texts.Of(e.By), nameof(e.By)),
        CaseEvent.AppealDecided e => With(wireName, texts.Of(e.Outcome), nameof(e.Outcome)),
        CaseEvent.ChargeBrought e => With(wireName, Articles.Short(texts, e.Article), nameof(e.Article)),
        CaseEvent.ChargeRequalified e => With(wireName, Articles.Short(texts, e.To), nameof(e.To)),
        CaseEvent.Returned e => With(wireName, texts.Of(e.To), nameof(e.To)),
        CaseEvent.Remitted e => With(wireName, texts.Of(e.For), nameof(e.For)),
        CaseEvent.JoinedInto e => With(wireName, names.Of(e.Into)),
        CaseEvent.SeveredFrom e => With(wireName, names.Of(e.From)),
        CaseEvent.Related e => With(wireName, texts.Of(e.Relation), nameof(e.Relation)),
        CaseEvent.Terminated { Ground: not TerminationGround.NotRecorded } e => With(wireName, texts.Of(e.Ground), nameof(e.Ground)),
        CaseEvent.StepTaken { Kind: StepKind.Other } e => new(texts.Event(wireName), nameof(e.Kind)),
        CaseEvent.StepTaken e => new(texts.Capital(texts.Of(e.Kind)), nameof(e.Kind)),
        CaseEvent.OpeningRefused { Ground: not RefusalGround.NotRecorded } e => With(wireName, texts.Of(e.Ground), nameof(e.Ground)),
        CaseEvent.SentToBody { Body: { } body } e => With(wireName, names.Of(body), nameof(e.Body)),
        CaseEvent.RestraintChanged e => With(wireName, texts.Of(e.Measure), nameof(e.Measure)),
        CaseEvent.StatusGiven e => With(wireName, texts.Of(e.Status), nameof(e.Status)),
        CaseEvent.StatusRefused e => With(wireName, texts.Of(e.Status), nameof(e.Status)),
        CaseEvent.StatusEnded e => With(wireName, texts.Of(e.Status), nameof(e.Status)),
        CaseEvent.ExaminationAsked e => With(wireName, texts.Of(e.Kind), nameof(e.Kind)),
        CaseEvent.ExaminationOrdered e => With(wireName, texts.Of(e.Kind), nameof(e.Kind)),
        CaseEvent.ExaminationDone e => With(wireName, texts.Of(e.Kind), nameof(e.Kind)),
        CaseEvent.LawyerObstructed { How: not Obstruction.Other } e => With(wireName, texts.Of(e.How), nameof(e.How)),
        CaseEvent.LawyerHeldBack { How: not HoldingBack.Other } e => With(wireName, texts.Of(e.How), nameof(e.How)),
        CaseEvent.AppealGivenUp { By: not Party.NotRecorded } e => With(wireName, texts.Of(e.By), nameof(e.By)),
        CaseEvent.ReprisalReported e => With(wireName, texts.Of(e.Kind), nameof(e.Kind)),
        HearingEvent.Scheduled e => With(wireName, DayAndTime(e.Date, e.Time), nameof(e.Date), nameof(e.Time)),
        HearingEvent.Rescheduled e => With(wireName, DayAndTime(e.Date, e.Time), nameof(e.Date), nameof(e.Time)),
        HearingEvent.Opened when delayMinutes > 0 => new(texts["Timeline.Title.Late", texts.Event(wireName), texts.Dates.Duration(delayMinutes.Value)]),
        HearingEvent.NotHeld { Next: null } => new(texts["Timeline.Title.NoDate", texts.Event(wireName)]),
        HearingEvent.Adjourned { Next: null } => new(texts["Timeline.Title.NoDate", texts.Event(wireName)]),
        PetitionEvent.Filed e => With(wireName, texts.Of(e.Kind), nameof(e.Kind)),
        ClaimEvent.Filed e when e is not { MoralDirams: null, MaterialDirams: null } =>
            With(wireName, MoneyKind.Somoni(texts, (e.MoralDirams ?? 0) + (e.MaterialDirams ?? 0))),
        ClaimEvent.Settled e => With(wireName, MoneyKind.Somoni(texts, e.AmountDirams), nameof(e.AmountDirams)),
        ClaimEvent.Decided e => With(wireName, MoneyKind.Somoni(texts, e.MoralDirams + e.MaterialDirams)),
        ClaimEvent.WritIssued { Number: { } number } => With(wireName, number, nameof(ClaimEvent.WritIssued.Number)),
        ClaimEvent.Paid e => With(wireName, MoneyKind.Somoni(texts, e.AmountDirams), nameof(e.AmountDirams)),
        ClaimEvent.Closed { Why: not ClaimEnd.NotRecorded } e => With(wireName, texts.Of(e.Why), nameof(e.Why)),
        ApplicationEvent.Received { Number: { } number } => With(wireName, number, nameof(ApplicationEvent.Received.Number)),
        ApplicationEvent.ComplaintMade e => With(wireName, names.Of(e.To), nameof(e.To)),
        ApplicationEvent.Referred e => With(wireName, texts.Of(e.To), nameof(e.To)),
        ApplicationEvent.Linked e => With(wireName, names.Of(e.Case), nameof(e.Case)),
        ApplicationEvent.Closed e => With(wireName, texts.Of(e.Why), nameof(e.Why)),
        ActivityEvent.Done e => new(texts.Capital(texts.Of(e.Kind)), nameof(e.Kind)),
        ActivityEvent.LeadFollowed e => With(wireName, texts.Of(e.Outcome), nameof(e.Outcome)),
        PetitionEvent.Decided e => With(wireName, texts.Of(e.Decision), nameof(e.Decision)),
        PetitionEvent.Executed e => With(wireName, texts.Of(e.Execution), nameof(e.Execution)),
        HearingEvent.SessionClosed e => With(wireName, texts.Of(e.Part), nameof(e.Part)),
        ReportEvent.Reconciled e => With(wireName, texts["Timeline.Title.With", texts.Of(e.Item), texts.Of(e.Answer)], nameof(e.Item), nameof(e.Answer)),
        PersonEvent.Merged e => With(wireName, names.Of(e.Into), nameof(e.Into)),
        ReportEvent.Observed e => new(texts["Timeline.Title.With", texts.Of(e.Item), texts.Of(e.Answer)], nameof(e.Item), nameof(e.Answer)),
        _ => new(texts.Event(wireName)),
    };

    /// <summary>What else an entry says; what nobody recorded is left out.</summary>
    /// <param name="data">What happened.</param>
    /// <param name="said">The properties to leave out.</param>
    /// <param name="happened">When; null where what depends on it is not asked.</param>
    public IReadOnlyList<Detail> Details(DomainEvent data, ValueList<string> said = default, HappenedAt? happened = null)
    {
        var details = new List<Detail>();
        foreach (var field in FactSchema.Of(data.GetType()).Fields.Where(field => field.Kind.IsTyped && !said.Contains(field.Parameter)))
        {
            if (data.GetType().GetProperty(field.Parameter)!.GetValue(data) is { } value
                && !IsSilent(value)
                && !(value is false && data is CaseEvent or HearingEvent)
                && field.Kind.Say(value, saying) is { Length: > 0 } text)
            {
                details.Add(new(field.Parameter, field.Label(texts), text, field.Kind is AccountKind, Page(value)));
            }
        }

        details.AddRange(Warnings(data, happened).Select(warning => new Detail(warning.GetType().Name, texts["Timeline.Warning"], texts.Of(warning)) { IsWarning = true }));
        return details;
    }

    private IEnumerable<Enum> Warnings(DomainEvent data, HappenedAt? happened) => data switch
    {
        CaseEvent.ChargeBrought e => names.Warnings(e.Article, e.Committed, e.AsStated).Cast<Enum>(),
        CaseEvent.ChargeRequalified e => names.Warnings(e.To, e.Committed, e.AsStated).Cast<Enum>(),
        ClaimEvent.Filed e => names.Warnings(e, happened).Cast<Enum>(),
        _ => [],
    };

    /// <summary>How the author knows it.</summary>
    public string Source(Source source) => source switch
    {
        Domain.Source.SeenMyself => texts["Timeline.Source.Seen"],
        Domain.Source.ToldBy { Person: { } person } => texts["Timeline.Source.ToldBy", names.Of(person)],
        Domain.Source.ToldBy => texts["Timeline.Source.Told"],
        Domain.Source.Document e => Document(e),
        Domain.Source.Import e => texts["Timeline.Source.Import", e.Batch, e.Line],
        _ => throw new ArgumentException($"A {source.GetType().Name} has no words.", nameof(source)),
    };

    /// <summary>The persons that an entry names.</summary>
    public static IEnumerable<PersonId> PersonsIn(DomainEvent data) =>
        data is Amendment ? [] : FactSchema.Of(data.GetType()).Fields
            .SelectMany(field => data.GetType().GetProperty(field.Parameter)!.GetValue(data) is { } value ? field.Kind.PersonsIn(value) : []);

    /// <summary>The persons that an entry names, as first recorded and as corrected, and who told of it.</summary>
    public static IEnumerable<PersonId> PersonsOf(TimelineEntry entry) =>
        entry.Versions.Select(version => version.Data).OfType<DomainEvent>().Append(entry.Data).SelectMany(PersonsIn)
            .Concat(entry.Versions.Select(version => (version.Source as Source.ToldBy)?.Person).OfType<PersonId>());

    private bool IsSilent(object value) => value switch
    {
        Party.NotRecorded or CausedBy.NotRecorded or Reasoning.NotRecorded or RoundKind.NotRecorded or Sex.NotRecorded or DelayCause.NotObserved => true,
        ComplaintSubject.NotRecorded or GivenUpReason.NotRecorded or HoldingBackReason.NotRecorded or RefusalGround.NotRecorded or SuspensionGround.NotRecorded or DetentionPlace.NotRecorded => true,
        InjuryFinding.NotRecorded or IstanbulProtocol.NotRecorded or NonDisclosureScope.NotRecorded or ProtectionMeasure.NotRecorded => true,
        Regime.NotRecorded or AppealAgainst.NotRecorded or TerminationGround.NotRecorded or RequalifiedBy.NotRecorded => true,
        ClosingRuling.NotRecorded or ClaimLaw.NotRecorded or ClaimGround.NotRecorded or ClaimEnd.NotRecorded => true,
        ApplicationChannel.NotRecorded or VictimRelation.NotRecorded or ProtocolUse.NotRecorded or ActivityAddressee.NotRecorded => true,
        PersonalText => !mayReadNames,
        _ => false,
    };

    private static string? Page(object value) => value switch
    {
        HearingId hearing => RecordAddress.Of(hearing),
        PetitionId petition => RecordAddress.Of(petition),
        CaseId id => RecordAddress.Of(id),
        NextHearing next => RecordAddress.Of(next.Hearing),
        _ => null,
    };

    private EntryTitle With(string wireName, string what, params ValueList<string> said) =>
        new(texts["Timeline.Title.With", texts.Event(wireName), what], said);

    private string Document(Source.Document document)
    {
        var parts = new List<string>();
        if (document.Number is { Length: > 0 } number)
        {
            parts.Add(texts["Timeline.Source.Number", number]);
        }

        if (document.Date is { } date)
        {
            parts.Add(texts.Dates.Day(date));
        }

        if (document.Issuer is { Length: > 0 } issuer)
        {
            parts.Add(issuer);
        }

        var said = parts.Count == 0
            ? texts["Timeline.Source.Document"]
            : texts["Timeline.Title.With", texts["Timeline.Source.Document"], string.Join(", ", parts)];
        return document.File is { } file ? texts["Timeline.Source.FileKept", said, texts.Of(file.Kind), Sizes.Say(texts, file.Length)] : said;
    }

    private string DayAndTime(LocalDate date, LocalTime? time) => time is { } at ? texts.Dates.Moment(date + at) : texts.Dates.Day(date);
}
