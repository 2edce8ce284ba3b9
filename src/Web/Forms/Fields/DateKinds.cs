using NodaTime;
using NodaTime.Text;
using Trials.Domain;
using Trials.Domain.Hearings;

namespace Trials.Web.Forms.Fields;

/// <summary>A day.</summary>
public sealed class DayKind : FieldKind
{
    /// <inheritdoc/>
    public override object? Read(FieldPlace at) => at.Text == "" ? at.Empty() : TypedDate.Day(at);

    /// <inheritdoc/>
    public override void Write(object value, string name, Typed typed, ITextOpener opener) => typed[name] = TypedDate.Write((LocalDate)value);

    /// <inheritdoc/>
    public override string Say(object value, Saying with) => with.Texts.Dates.Day((LocalDate)value);
}

/// <summary>A time of day.</summary>
public sealed class TimeKind : FieldKind
{
    private static readonly LocalTimePattern Written = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern[] Readable =
    [
        LocalTimePattern.CreateWithInvariantCulture("H:mm"),
        LocalTimePattern.CreateWithInvariantCulture("H.mm"),
        LocalTimePattern.CreateWithInvariantCulture("H:mm:ss"),
    ];

    /// <inheritdoc/>
    public override object? Read(FieldPlace at)
    {
        if (at.Text == "")
        {
            return at.Empty();
        }

        foreach (var pattern in Readable)
        {
            if (pattern.Parse(at.Text).TryGetValue(default, out var time))
            {
                return TimeAdjusters.TruncateToMinute(time);
            }
        }

        return at.Wrong("Form.Error.Time");
    }

    /// <inheritdoc/>
    public override void Write(object value, string name, Typed typed, ITextOpener opener) => typed[name] = Written.Format((LocalTime)value);

    /// <inheritdoc/>
    public override string Say(object value, Saying with) => with.Texts.Dates.Time((LocalTime)value);
}

/// <summary>The hearing that an adjournment names: its day, and the time where it was named.</summary>
public sealed class NextHearingKind : FieldKind
{
    /// <summary>The part that holds the day.</summary>
    public const string Date = "date";

    /// <summary>The part that holds the time.</summary>
    public const string Time = "time";

    private const string Id = "id";
    private static readonly DayKind Days = new();
    private static readonly TimeKind Times = new();

    /// <inheritdoc/>
    public override object? Read(FieldPlace at)
    {
        var timeGiven = !at.Typed.IsBlank(at.Part(Time).Name);
        var date = (LocalDate?)Days.Read(at.Part(Date, at.Required || timeGiven));
        var time = (LocalTime?)Times.Read(at.Part(Time));
        var id = IdOf(at.Typed[at.Part(Id).Name]) ?? new HearingId(DerivedGuid.From(at.Context.Command.Value, "next-hearing"));
        return date is { } day ? new NextHearing(id, day, time) : null;
    }

    /// <inheritdoc/>
    public override void Write(object value, string name, Typed typed, ITextOpener opener)
    {
        var next = (NextHearing)value;
        typed[$"{name}-{Id}"] = next.Hearing.Value.ToString("N");
        Days.Write(next.Date, $"{name}-{Date}", typed, opener);
        if (next.Time is { } time)
        {
            Times.Write(time, $"{name}-{Time}", typed, opener);
        }
    }

    /// <inheritdoc/>
    public override string Say(object value, Saying with)
    {
        var next = (NextHearing)value;
        return next.Time is { } time ? with.Texts.Dates.Moment(next.Date + time) : with.Texts.Dates.Day(next.Date);
    }

    /// <summary>The hidden part that keeps a named hearing the same one when the entry is corrected.</summary>
    public static string IdName(string name) => $"{name}-{Id}";

    private static HearingId? IdOf(string text) => Guid.TryParseExact(text, "N", out var id) ? new HearingId(id) : null;
}
