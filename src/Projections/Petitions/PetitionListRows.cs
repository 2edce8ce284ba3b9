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
    public static string Select { get; } =
        "SELECT p.petition_id, p.case_id, (SELECT c.reference FROM petition_cases c WHERE c.case_id = p.case_id), p.kind, p.filed_by, "
        + "p.addressee, p.round, p.hearing_id, p.predecessor, p.text, p.filed_at, p.filed_zone, p.filed_precision, p.filed_minutes, "
        + "p.standing, p.held_over, p.decision, p.reasoning, p.closed_at, p.closed_zone, p.closed_precision, p.closed_minutes, "
        + "p.execution, p.appeals, p.set_aside, e.ended_at, e.ended_zone, e.ended_precision, e.ended_minutes, p.revision "
        + $"FROM petitions p LEFT JOIN petition_ends e ON e.case_id = p.case_id AND {FirstEnd}";

    /// <summary>Whether a petition has no decision and whoever had to decide no longer can.</summary>
    public const string IsDisregarded = "(p.is_open = 1 AND EXISTS (SELECT 1 FROM petition_ends e WHERE e.case_id = p.case_id AND " + Ends + "))";

    /// <summary>An end (e) that concerns a petition (p): of its addressee, of its round, and not before it was filed.</summary>
    private const string Ends =
        "e.addressee = p.addressee AND (p.round IS NULL OR e.round IS NULL OR e.round = p.round) AND e.ended_at >= p.filed_at";

    private const string FirstEnd =
        "p.is_open = 1 AND e.place = (SELECT e.place FROM petition_ends e WHERE e.case_id = p.case_id AND " + Ends
        + " ORDER BY e.ended_at, e.place LIMIT 1)";

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
            Days: null)
        {
            Execution = (Execution?)row.IntOrNull(),
            Appeals = row.Int(),
            SetAside = row.Int(),
            CompetenceEnded = row.HappenedOrNull(),
        };
        return read with
        {
            Standing = read.CompetenceEnded is null ? read.Standing : PetitionStanding.Disregarded,
            Days = Days(read.Filed, read.Closed ?? read.CompetenceEnded ?? HappenedAt.On(today)),
        };
    }

    private static int? Days(HappenedAt from, HappenedAt to) => from.HasDay && to.HasDay ? Period.DaysBetween(from.Date, to.Date) : null;
}
