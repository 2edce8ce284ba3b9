using System.Reflection;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Applications;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Claims;
using Trials.Domain.Hearings;
using Trials.Domain.People;

namespace Trials.Web.Forms.Fields;

/// <summary>Which kind of field each type of an event's parameters is.</summary>
public static class FieldKinds
{
    private const int MaxYearOrNumber = 9999;

    private static readonly HashSet<(Type Event, string Parameter)> NeverEmpty =
    [
        (typeof(CaseEvent.PanelAssigned), nameof(CaseEvent.PanelAssigned.Judges)),
        (typeof(CaseEvent.AccusedJudged), nameof(CaseEvent.AccusedJudged.Counts)),
        (typeof(HearingEvent.PanelChanged), nameof(HearingEvent.PanelChanged.Judges)),
        (typeof(ClaimEvent.Filed), nameof(ClaimEvent.Filed.Claimants)),
        (typeof(ClaimEvent.Filed), nameof(ClaimEvent.Filed.Respondents)),
        (typeof(ApplicationEvent.ConsentGiven), nameof(ApplicationEvent.ConsentGiven.Scopes)),
        (typeof(ApplicationEvent.ConsentRefused), nameof(ApplicationEvent.ConsentRefused.Scopes)),
        (typeof(ApplicationEvent.ConsentWithdrawn), nameof(ApplicationEvent.ConsentWithdrawn.Scopes)),
    ];

    private static readonly string[] LongLines = [nameof(CaseEvent.TakenOver.Category)];

    private static readonly Dictionary<Type, FieldKind> ByType = new()
    {
        [typeof(bool)] = new FlagKind(),
        [typeof(int)] = new NumberKind(1, MaxYearOrNumber),
        [typeof(long)] = new MoneyKind(),
        [typeof(LocalDate)] = new DayKind(),
        [typeof(LocalTime)] = new TimeKind(),
        [typeof(string)] = new LineKind(Limits.ShortLength),
        [typeof(FreeText)] = new AccountKind(),
        [typeof(PersonalText)] = new PersonNameKind(),
        [typeof(LocalName)] = new LocalNameKind(),
        [typeof(CourtCode)] = new CodeKind<CourtCode>(),
        [typeof(RegionCode)] = new CodeKind<RegionCode>(),
        [typeof(OfficialCode)] = new CodeKind<OfficialCode>(),
        [typeof(AuthorityCode)] = new CodeKind<AuthorityCode>(),
        [typeof(PlaceKindCode)] = new CodeKind<PlaceKindCode>(),
        [typeof(PersonId)] = new PersonKind(),
        [typeof(HearingId)] = new SiblingKind<HearingId>(choices => choices.Hearings, (names, id) => names.Of(id)),
        [typeof(PetitionId)] = new SiblingKind<PetitionId>(choices => choices.Petitions, (names, id) => names.Of(id)),
        [typeof(ExaminationId)] = new SiblingKind<ExaminationId>(choices => choices.Examinations, (names, id) => names.Of(id)),
        [typeof(NextHearing)] = new NextHearingKind(),
        [typeof(CaseId)] = new SiblingKind<CaseId>(choices => choices.Cases, (names, id) => names.Of(id)),
        [typeof(ApplicationId)] = new GivenKind(form => form.Application),
        [typeof(ValueList<EventId>)] = new KeptKind(),
        [typeof(ActorId)] = new GivenKind(form => form.Acting),
        [typeof(Article)] = new ArticleKind(),
        [typeof(ValueList<Article>)] = new ArticlesKind(),
        [typeof(ValueList<JudgedCount>)] = new JudgedCountsKind(),
        [typeof(ValueList<PersonId>)] = new PersonsKind(),
        [typeof(ClaimParty)] = new ClaimPartyKind(),
        [typeof(ValueList<Respondent>)] = new RespondentsKind(),
        [typeof(ValueList<OfficialCode>)] = new CodesKind<OfficialCode>(),
        [typeof(ValueList<AuthorityCode>)] = new CodesKind<AuthorityCode>(),
        [typeof(ValueList<ActCode>)] = new CodesKind<ActCode>(),
        [typeof(ValueList<PurposeCode>)] = new CodesKind<PurposeCode>(),
        [typeof(ValueList<ConsentScope>)] = new ChoicesKind<ConsentScope>(),
        [typeof(ValueList<CatalogueValue>)] = new AttributesKind(),
    };

    private static readonly CaseRoundKind Round = new();
    private static readonly PersonKind Victim = new(nameof(ApplicationEvent.VictimNamed.Sex), nameof(ApplicationEvent.VictimNamed.BirthYear));
    private static readonly PersonKind Applicant = new(nameof(ApplicationEvent.ApplicantNamed.Sex));
    private static readonly NumberKind Age = new(0, Application.MostYears);
    private static readonly NumberKind Months = new(1, Case.MostMonths);
    private static readonly KnownPersonKind KnownPerson = new();
    private static readonly OriginKind Origin = new();
    private static readonly LineKind LongLine = new(Limits.LongLength);
    private static readonly GivenKind OwnCase = new(form => form.Case);
    private static readonly SiblingKind<CaseId> AnyCase = new(choices => choices.Cases, (names, id) => names.Of(id));
    private static readonly GivenKind CaseIfAny = new(form => form.Case, optional: true);
    private static readonly GivenKind ApplicationIfAny = new(form => form.Application, optional: true);
    private static readonly GivenKind OwnHearing = new(form => form.Hearing);

    /// <summary>The field of a parameter.</summary>
    /// <exception cref="NotSupportedException">No kind of field takes its type.</exception>
    public static FactField Field(string eventName, ParameterInfo parameter)
    {
        var underlying = Nullable.GetUnderlyingType(parameter.ParameterType);
        var kind = Kind(parameter, underlying ?? parameter.ParameterType);

        // Which lists may not be empty is what the streams' own rules say.
        var optional = underlying is not null
            || kind is FlagKind
            || (kind is RowsKind or ChoicesKind && !NeverEmpty.Contains((parameter.Member.DeclaringType!, parameter.Name!)))
            || new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
        return new(eventName, parameter.Name!, kind, !optional);
    }

    private static FieldKind Kind(ParameterInfo parameter, Type type) => (parameter.Member.DeclaringType, parameter.Name) switch
    {
        (_, "Round") when parameter.Member.DeclaringType != typeof(CaseEvent.RoundBegan) => Round,
        (_, nameof(CaseEvent.AppealDecided.Of)) when parameter.Member.DeclaringType == typeof(CaseEvent.AppealDecided) => Round,
        (var of, "Case") when of == typeof(ApplicationEvent.Linked) => AnyCase,
        (var of, "Case") when of == typeof(ActivityEvent.Done) => CaseIfAny,
        (var of, "Application") when of == typeof(ActivityEvent.Done) => ApplicationIfAny,
        (_, nameof(IOfCase.Case)) when type == typeof(CaseId) => OwnCase,
        (_, "Hearing") when parameter.Member.DeclaringType == typeof(Domain.Reports.ReportEvent.Assigned) => OwnHearing,
        (_, nameof(CatalogueEvent.EntryPut.Origin)) when parameter.Member.DeclaringType == typeof(CatalogueEvent.EntryPut) => Origin,
        (var of, nameof(ApplicationEvent.VictimNamed.Person)) when of == typeof(ApplicationEvent.VictimNamed) => Victim,
        (var of, nameof(ApplicationEvent.ApplicantNamed.Person)) when of == typeof(ApplicationEvent.ApplicantNamed) => Applicant,
        (_, nameof(ApplicationEvent.VictimNamed.Age)) => Age,
        (_, nameof(CaseEvent.AccusedJudged.TermMonths) or nameof(CaseEvent.AccusedJudged.OfficeBanMonths)) => Months,
        (_, nameof(PersonEvent.Merged.Into)) when parameter.Member.DeclaringType == typeof(PersonEvent.Merged) => KnownPerson,
        (_, { } name) when LongLines.Contains(name) => LongLine,
        _ when type.IsEnum => new ChoiceKind(type),
        _ when ByType.TryGetValue(type, out var kind) => kind,
        _ => throw new NotSupportedException($"No kind of field takes a {type}, as '{parameter.Name}' of {parameter.Member.DeclaringType} is."),
    };
}
