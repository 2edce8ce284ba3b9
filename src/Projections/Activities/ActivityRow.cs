using Trials.Domain;
using Trials.Projections.Applications;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;
using Trials.Projections.Text;

namespace Trials.Projections.Activities;

internal sealed record ActivityRow(ActivityId Activity, ActivityFacts Facts, long Revision, int Visibility)
{
    public static ActivityRow? Of(Folded<ActivityFacts>? folded) => folded?.State.Done is null
        ? null
        : new(new(folded.Stream.LeadingGuid), folded.State, folded.Revision, (int)MatterVisibility.Open);

    public static OwnedTable<ActivityRow> Table { get; } = new(
        "activities",
        TableKind.One,
        new Columns<ActivityRow>()
            .Uuid("activity_id", r => r.Activity.Value)
            .Integer("kind", r => (int)r.Facts.Done!.Kind)
            .TextOrNull("region", r => r.Facts.Done!.Region?.Value)
            .Integer("addressee", r => (int)r.Facts.Done!.To)
            .TextOrNull("authority", r => r.Facts.Done!.Authority?.Value)
            .UuidOrNull("application_id", r => r.Facts.Done!.Application?.Value)
            .UuidOrNull("case_id", r => r.Facts.Done!.Case?.Value)
            .BytesOrNull("text", r => SealedBytes.Of(r.Facts.Done!.Text))
            .Happened("done", r => r.Facts.DoneAt)
            .Date("done_date", r => r.Facts.DoneAt.Date)
            .IntegerOrNull("year", r => ApplicationFacts.YearOf(r.Facts.DoneAt))
            .IntegerOrNull("outcome", r => (int?)r.Facts.Outcome)
            .Happened("outcome", r => r.Facts.OutcomeAt)
            .Integer("revision", r => r.Revision)
            .Integer("visibility", r => r.Visibility),
        1,
        "kind, year",
        "application_id",
        "case_id",
        "done_at, activity_id");
}
