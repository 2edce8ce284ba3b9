using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Claims;
using Trials.Domain.Hearings;
using Trials.Domain.Petitions;
using Trials.Domain.Reports;
using Trials.Projections.Cases;
using Trials.Projections.Claims;
using Trials.Projections.Hearings;
using Trials.Projections.Petitions;
using static Trials.Projections.Published.PublishedColumn;

namespace Trials.Projections.Published;

/// <summary>
/// The tables for analysts: open matters only; no name, no text, no reference, no official and no day, by which somebody could be found.
/// Each is made of one projection.
/// </summary>
internal static class PublishedViews
{
    private const string KnownMonth = "the first day of the month; null where the month is not known.";

    private static readonly string Open = FormattableString.Invariant($"visibility = {(int)MatterVisibility.Open}");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PublishedView> All { get; } =
    [
        new(
            "cases",
            "One row for each case that is followed.",
            $"{{docket}}.docket_cases c WHERE c.{Open}",
            [
                Case("c"),
                Named<CaseKind>("kind", "c.kind", "What kind of proceeding it is."),
                Named<CaseStanding>("standing", "c.standing", "Where it stands."),
                new("court", "c.court", "The court it is before, by its code; null for none."),
                new("region", "(SELECT r.region FROM {docket}.docket_courts r WHERE r.court = c.court)", "That court's region, by its code."),
                Month("opened_month", "c.opened", "When it was opened: "),
                Count("hearings", CaseCounter.Hearings, "How many hearings are recorded."),
                Count("petitions", CaseCounter.Petitions, "How many petitions are recorded."),
                Count("petitions_waiting", CaseCounter.PetitionsWaiting, "How many of them wait for a decision."),
            ]),
        new(
            "case_articles",
            "One row for each article that a case, or a charge in it, names.",
            $"{{docket}}.docket_articles a JOIN {{docket}}.docket_cases c ON c.case_id = a.case_id WHERE c.{Open}",
            [
                Case("a"),
                new("code", "a.code", "The code that holds the article."),
                new("number", "a.number", "The article's number."),
                new("superscript", "a.superscript", "The raised figure behind the number; 0 for none."),
                new("part", "a.part", "The part; empty where none is named."),
                new("point", "a.point", "The point; empty where none is named."),
            ]),
        new(
            "hearings",
            "One row for each hearing: what was set, what became of it, and how late it began.",
            $"{{hearings}}.hearings h WHERE h.{Open}",
            [
                Pseudonym("hearing", "hearing", "h.hearing_id", "Which hearing."),
                Case("h"),
                Named<HearingKind>("kind", "h.kind", "What kind of hearing it is."),
                Named<HearingGroup>("kind_group", "h.kind_group", "Which statistics it counts in."),
                new("court", "h.court", "The court, by its code; null where none is recorded."),
                new("region", "(SELECT r.region FROM {hearings}.hearing_courts r WHERE r.court = h.court)", "The court's region, by its code."),
                new("month", "date_trunc('month', h.date::timestamp)::date", "The month it is set for, or took place in: its first day."),
                Named<HearingStage>("stage", "h.stage", "What became of it."),
                Named<StartRecord>("start", "h.start", "Whether its start is recorded."),
                new("delay_minutes", "h.delay", "Opening minus the time set, in whole minutes; early is negative; null where it cannot be told, which is not zero."),
                Named<DelayCause>("delay_cause", "h.delay_cause", "Whether the delay was explained; null where there is none to tell."),
                Named<CausedBy>("delay_by", "h.delay_by", "Who caused the delay."),
                Named<HearingCause>("cause", "h.cause", "Why it was adjourned or not held; null where it was neither."),
                Named<CausedBy>("caused_by", "h.caused_by", "Who caused that."),
                new("next_named", "h.next_id IS NOT NULL", "Whether the date of the next hearing was named."),
                new("days_to_next", "(h.next_date - h.date)::bigint", "Days to the next hearing that was named; null for none."),
                new("rescheduled", "h.rescheduled", "How often it was set anew before."),
                new(
                    "reports",
                    "(SELECT COUNT(*) FROM {hearings}.hearing_reports r WHERE r.hearing_id = h.hearing_id AND r.submitted = 1)",
                    "How many observation reports on it were submitted; a hearing counts as monitored from one on."),
            ]),
        new(
            "observations",
            "One row for each question that an observer answered in a submitted report.",
            "{hearings}.hearing_answers a JOIN {hearings}.hearing_reports r ON r.stream = a.stream AND r.submitted = 1 "
                + $"JOIN {{hearings}}.hearings h ON h.hearing_id = r.hearing_id WHERE h.{Open}",
            [
                Pseudonym("hearing", "hearing", "h.hearing_id", "Which hearing."),
                Named<ChecklistItem>("item", "a.item", "Which question."),
                Named<Answer>("answer", "a.answer", "What the observer answered."),
            ]),
        new(
            "petitions",
            "One row for each petition. Nobody records that one is unanswered: it waits where nothing was decided.",
            $"{{petitions}}.petitions p WHERE p.{Open}",
            [
                Pseudonym("petition", "petition", "p.petition_id", "Which petition."),
                Case("p"),
                Pseudonym("hearing", "hearing", "p.hearing_id", "The hearing at which it was made; null for none."),
                Named<PetitionKind>("kind", "p.kind", "What is asked for."),
                Named<Party>("filed_by", "p.filed_by", "By whom."),
                Named<Addressee>("addressee", "p.addressee", "Who must decide."),
                Month("filed_month", "p.filed", "When it was made: "),
                Named<PetitionStanding>("standing", "p.standing", "Where it stands."),
                new("held_over", "p.held_over", "How often it was put off."),
                Named<PetitionDecision>("decision", "p.decision", "What was decided last; null for nothing."),
                Named<Reasoning>("reasoning", "p.reasoning", "Whether the decision gave reasons; null for none."),
                Days(
                    "days_to_close", "p.filed", "p.closed", "Days from filing to its decision or withdrawal; null while it waits, or where a day is not known. No deadline."),
            ]),
        new(
            "claims",
            "One row for each civil claim for compensation. Amounts are in dirams, of which a somoni has a hundred; null is not zero.",
            $"{{claims}}.claims c WHERE c.{Open}",
            [
                Pseudonym("claim", "claim", "c.claim_id", "Which claim."),
                Case("c"),
                Named<ClaimLaw>("law", "c.law", "Under which law it is brought."),
                Named<ClaimGround>("ground", "c.ground", "What it rests on."),
                Respondents("against_authority", $"r.kind = {(int)RespondentKind.Authority}", "Whether a public authority is among the respondents."),
                Respondents("against_others", $"r.kind IS NULL OR r.kind <> {(int)RespondentKind.Authority}", "Whether somebody else is among the respondents."),
                Month("filed_month", "c.filed", "When it was brought: "),
                Named<ClaimStanding>("standing", "c.standing", "Where it stands."),
                new("claimed_moral", "c.moral", "Claimed for moral harm; null where nobody recorded it."),
                new("claimed_material", "c.material", "Claimed for material damage; null where nobody recorded it."),
                new("awarded_moral", "c.awarded_moral", "Awarded for moral harm; null for no decision."),
                new("awarded_material", "c.awarded_material", "Awarded for material damage; null for no decision."),
                new("due", "c.due", "Awarded or agreed; null while there is neither."),
                new("paid", "c.paid", "Paid."),
                new("outstanding", "c.outstanding", "Due and not paid; null while nothing was awarded or agreed."),
                Days("days_to_decision", "c.filed", "c.ended", "Days from its filing to its end; null while it waits, or where a day is not known. No deadline."),
                Days("days_to_payment", "c.in_force", "c.paid_in_full", "Days from the decision's taking force to the payment of the last of it; null where either is not recorded to the day."),
            ]),
        new(
            "places",
            "The names of courts and regions, by their codes.",
            $"{{catalogues}}.catalogue_entries e WHERE e.kind IN ('{CourtCode.Kind}', '{RegionCode.Kind}')",
            [
                new("kind", "e.kind", "Whether it is a court or a region."),
                new("code", "e.code", "Its code, as the other tables have it."),
                new("name_en", "e.name_en", "Its name in English; null where none is recorded."),
                new("name_ru", "e.name_ru", "Its name in Russian; null where none is recorded."),
                new("name_tg", "e.name_tg", "Its name in Tajik; null where none is recorded."),
            ]),
    ];

    private static PublishedColumn Case(string of) => Pseudonym("case_pseudonym", "case", $"{of}.case_id", "Which case.");

    private static PublishedColumn Count(string name, CaseCounter what, string comment) => new(
        name,
        FormattableString.Invariant($"COALESCE((SELECT q.n FROM {{docket}}.docket_counts q WHERE q.case_id = c.case_id AND q.what = {(int)what}), 0)"),
        comment);

    private static PublishedColumn Month(string name, string of, string comment) => new(
        name,
        FormattableString.Invariant($"CASE WHEN {KnownDay(of)} OR {of}_precision = {(int)Precision.Month} THEN date_trunc('month', {of}_at)::date END"),
        comment + KnownMonth);

    private static PublishedColumn Days(string name, string from, string to, string comment) =>
        new(name, $"CASE WHEN {KnownDay(from)} AND {KnownDay(to)} THEN ({to}_at::date - {from}_at::date)::bigint END", comment);

    private static PublishedColumn Respondents(string name, FormattableString which, string comment) => new(
        name,
        $"EXISTS (SELECT 1 FROM {{claims}}.claim_respondents r WHERE r.claim_id = c.claim_id AND ({FormattableString.Invariant(which)}))",
        comment);

    private static string KnownDay(string of) =>
        FormattableString.Invariant($"{of}_precision IN ({(int)Precision.Exact}, {(int)Precision.Approximate}, {(int)Precision.Day})");
}
