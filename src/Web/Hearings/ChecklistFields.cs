using Trials.Domain;
using Trials.Domain.Reports;
using Trials.Projections.Hearings;
using Trials.Web.Forms;
using Trials.Web.Forms.Fields;

namespace Trials.Web.Hearings;

/// <summary>
/// The checklist as a form. It carries a digest of every line as it was shown: what is sent again is the same, whatever was recorded meanwhile,
/// and a line that nobody touched is not recorded over what another device said of it.
/// </summary>
public static class ChecklistFields
{
    /// <summary>The button that puts the present moment into a line's time; its value is the line.</summary>
    public const string Now = "now";

    private static readonly ChoiceKind Answers = new(typeof(Answer));
    private static readonly TimeKind Times = new();
    private static readonly AccountKind Notes = new();

    /// <summary>The field of a line's answer.</summary>
    public static string AnswerOf(ChecklistItem item) => $"answer-{item}";

    /// <summary>The field of the time at which it was seen.</summary>
    public static string TimeOf(ChecklistItem item) => $"time-{item}";

    /// <summary>The field of the note.</summary>
    public static string NoteOf(ChecklistItem item) => $"note-{item}";

    /// <summary>The hidden field of a line as it was shown.</summary>
    public static string ShownOf(ChecklistItem item) => $"shown-{item}";

    /// <summary>How many lines are answered in a form.</summary>
    public static int Answered(Typed typed) => All.Count(item => !typed.IsBlank(AnswerOf(item)));

    /// <summary>Puts what is recorded into a form.</summary>
    public static void Write(IReadOnlyDictionary<ChecklistItem, ChecklistAnswer> answers, Typed typed, ITextOpener opener)
    {
        foreach (var item in All)
        {
            if (answers.TryGetValue(item, out var answer))
            {
                Answers.Write(answer.Answer, AnswerOf(item), typed, opener);
                if (answer.At is { } at)
                {
                    Times.Write(at, TimeOf(item), typed, opener);
                }

                if (answer.Note is { } note)
                {
                    typed[NoteOf(item)] = opener.Open(note) ?? "";
                }
            }

            typed[ShownOf(item)] = Digest(typed, item);
        }
    }

    /// <summary>The answers that somebody changed since the form was shown; null where something cannot be read, which the errors are told.</summary>
    public static IReadOnlyList<ReportEvent.Observed>? ReadChanged(Typed typed, FormContext context, FormErrors errors)
    {
        var texts = context.Texts;
        var changed = new List<ReportEvent.Observed>();
        foreach (var item in All.Where(item => typed[ShownOf(item)] != Digest(typed, item)))
        {
            FieldPlace Place(string name, string label) => new(name, texts["Hearing.LineOf", texts.Of(item), label], false, typed, context, errors, []);

            var at = (NodaTime.LocalTime?)Times.Read(Place(TimeOf(item), texts["Field.At"]));
            var note = (FreeText?)Notes.Read(Place(NoteOf(item), texts["Field.report-observed.Note"]));
            var answer = (Answer?)Answers.Read(Place(AnswerOf(item), texts["Field.Answer"]));
            if (answer is { } known)
            {
                changed.Add(new(item, known, at, note));
            }
            else if (typed.IsBlank(AnswerOf(item)) && (at is not null || note is not null))
            {
                errors.Add(AnswerOf(item), texts.Of(item), texts["Hearing.AnswerMissing"]);
            }
        }

        return errors.Any ? null : changed;
    }

    private static IEnumerable<ChecklistItem> All => Checklist.Groups.SelectMany(group => group.Items);

    private static string Digest(Typed typed, ChecklistItem item) =>
        DerivedGuid.From(Guid.Empty, typed[AnswerOf(item)].Trim(), typed[TimeOf(item)].Trim(), typed[NoteOf(item)].Trim().Normalize()).ToString("N");
}
