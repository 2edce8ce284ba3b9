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
        + "FROM petitions p LEFT JOIN petition_ends e ON e.case_id = p.case_id AND e.place = "
        + $"(SELECT e.place FROM petition_ends e WHERE {Overtakes} ORDER BY e.until, e.place LIMIT 1)";

    /// <summary>Whether a petition has no decision and whoever had to decide no longer can.</summary>
    public const string IsDisregarded = $"EXISTS (SELECT 1 FROM petition_ends e WHERE {Overtakes})";

    /// <summary>An end (e) that overtakes a petition (p).</summary>
    private const string Overtakes = "e.link = p.awaits AND e.until >= p.awaits_from";

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
            Days = read.Filed.DaysTo(read.Closed ?? read.CompetenceEnded ?? HappenedAt.On(today)),
        };
    }
}
