using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.Domain.Reports;
using Trials.Projections.Hearings;
using Trials.Web.Forms;
using Trials.Web.Forms.Fields;
using Trials.Web.Recording;

namespace Trials.Web.Hearings;

/// <summary>
/// A fact that was pressed: the moment is held, what else is known of it is asked in a small form.
/// Nothing is recorded until that form is sent, so nothing is recorded that nobody said.
/// </summary>
/// <param name="Act">The fact.</param>
/// <param name="Target">Where it is recorded.</param>
/// <param name="Typed">What stands in the form.</param>
/// <param name="Context">What the form knows.</param>
public sealed record QuickEntry(HearingAct Act, FactTarget Target, Typed Typed, FormContext Context)
{
    /// <summary>The query value and hidden field that name the fact.</summary>
    public const string Do = "do";

    /// <summary>The query value that holds the moment.</summary>
    public const string Held = "held";

    /// <summary>The tick that no next date was named.</summary>
    public const string NoNext = "no-next";

    /// <summary>The element's id on the page.</summary>
    public const string Anchor = "quick";

    private const string Next = "fact-Next";

    /// <summary>What is wrong with the form.</summary>
    public FormErrors Errors { get; } = new();

    /// <summary>Why it was refused.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>What others recorded meanwhile.</summary>
    public FactResult.Conflicted? Conflict { get; init; }

    /// <summary>The fields that are asked.</summary>
    public IEnumerable<FactField> Fields => Act.Schema.Fields.Where(asked => asked.Kind.IsTyped);

    /// <summary>Whether it names a next hearing, or says that none was named.</summary>
    public bool AsksForNext => Fields.Any(asked => asked.Kind is NextHearingKind);

    /// <summary>The moment that stands in the form; null where it cannot be read.</summary>
    public HappenedAt? Happened =>
        HappenedForm.Read(new FieldPlace("", "", Required: false, Typed, Context, new FormErrors(), []));

    /// <summary>The page of a hearing with the form of an act and the moment of the press.</summary>
    public static string Address(string page, HearingAct act, LocalDateTime moment) =>
        QueryHelpers.AddQueryString(QueryHelpers.AddQueryString(page, Do, act.Name), Held, PressedAt.Write(moment)) + "#" + Anchor;

    /// <summary>What stands in the form at first: the moment, and what is known already.</summary>
    public static Typed Prefilled(HearingAct act, HearingListRow row, LocalDateTime moment)
    {
        var typed = new Typed { [SourceForm.Kind] = SourceForm.Seen };
        HappenedForm.Write(HappenedAt.Exactly(moment), typed);
        if (act.Schema.Type == typeof(HearingEvent.PanelChanged))
        {
            Write(act, nameof(HearingEvent.PanelChanged.Judges), row.Judges, typed);
        }
        else if (act.Schema.Type == typeof(ReportEvent.Noted))
        {
            Write(act, nameof(ReportEvent.Noted.At), moment.TimeOfDay, typed);
        }

        return typed;
    }

    /// <summary>
    /// The form as it would be sent, where a press says everything: a recess, the end of one, an opening in time, of which no cause is known because
    /// none is needed. Null where something must be asked.
    /// </summary>
    public static Typed? AtOnce(HearingAct act, HearingListRow row, LocalDateTime moment)
    {
        var complete = Prefilled(act, row, moment);
        switch (act.Schema.Type)
        {
            case var type when type == typeof(HearingEvent.RecessBegan) || type == typeof(HearingEvent.Resumed):
                return complete;
            case var type when type == typeof(HearingEvent.Opened) && PressedAt.MinutesLate(row, moment) <= 0:
                Write(act, nameof(HearingEvent.Opened.Delay), DelayCause.NotObserved, complete);
                Write(act, nameof(HearingEvent.Opened.By), CausedBy.NotRecorded, complete);
                return complete;
            default:
                return null;
        }
    }

    /// <summary>Says what is wrong beside what the fact's own fields find: a next date is named, or it is said that none was.</summary>
    public void CheckNext()
    {
        var date = $"{Next}-{NextHearingKind.Date}";
        if (AsksForNext && Typed.IsBlank(date) == Typed.IsBlank(NoNext))
        {
            var texts = Context.Texts;
            Errors.Add(date, texts["Field.Next"], texts[Typed.IsBlank(date) ? "Hearing.NextMissing" : "Hearing.NextTwice"]);
        }
    }

    private static void Write(HearingAct act, string parameter, object value, Typed typed)
    {
        var field = act.Schema.Fields.Single(field => field.Parameter == parameter);
        field.Kind.Write(value, field.Name, typed, NothingSealed.Instance);
    }
}
