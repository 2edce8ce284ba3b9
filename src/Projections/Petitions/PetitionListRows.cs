using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Petitions;
using Trials.Projections.Engine;
using Trials.Projections.Text;

namespace Trials.Projections.Petitions;

/// <summary>How the row of a petition is read; its age is counted here.</summary>
internal static class PetitionListRows
{
    public const string Select =
        "SELECT p.petition_id, p.case_id, (SELECT c.reference FROM petition_cases c WHERE c.case_id = p.case_id), p.kind, p.filed_by, "
        + "p.addressee, p.round, p.hearing_id, p.predecessor, p.text, p.filed_at, p.filed_zone, p.filed_precision, p.filed_minutes, "
        + "p.standing, p.held_over, p.decision, p.reasoning, p.closed_at, p.closed_zone, p.closed_precision, p.closed_minutes, p.revision "
        + "FROM petitions p";

    public static PetitionListRow Read(RowReader row, LocalDate today)
    {
        var read = new PetitionListRow(
            new(row.Uuid()),
            new(row.Uuid()),
            row.TextOrNull(),
            (PetitionKind)row.Int(),
            (Party)row.Int(),
            (Addressee)row.Int(),
            row.IntOrNull(),
            row.UuidOrNull() is { } hearing ? new HearingId(hearing) : null,
            row.UuidOrNull() is { } predecessor ? new PetitionId(predecessor) : null,
            SealedBytes.FreeText(row.BytesOrNull()),
            row.Happened(),
            (PetitionStanding)row.Int(),
            row.Int(),
            (PetitionDecision?)row.IntOrNull(),
            (Reasoning?)row.IntOrNull(),
            row.HappenedOrNull(),
            Days: null);
        return read with { Days = Days(read.Filed, read.Closed ?? HappenedAt.On(today)) };
    }

    private static int? Days(HappenedAt from, HappenedAt to) => from.HasDay && to.HasDay ? Period.DaysBetween(from.Date, to.Date) : null;
}
