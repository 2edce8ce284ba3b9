using Trials.Domain;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Timelines;

/// <summary>
/// Every fact recorded, by matter, as the log holds it; what was decided of findings is kept apart: texts sealed, amendments beside what they amend. Rows never change;
/// what is in force, and in which order it happened, is told when a matter's timeline is read.
/// </summary>
public sealed class TimelineProjection : Projection
{
    /// <summary>The timeline.</summary>
    public TimelineProjection()
        : base(ProjectionNames.Timeline, version: 1, [TimelineRow.Table])
    {
    }

    /// <inheritdoc/>
    public override bool Takes(string category) => category is not ("catalogue" or "assessment" or "view");

    internal override void Record(StoredEvent stored, RecordedEvent @event, Changes changes)
    {
        if (@event.Metadata.Matter != MatterId.Common)
        {
            changes.Append(TimelineRow.Table, new(stored, @event.Metadata.Matter, (int)MatterVisibility.Open));
        }
    }
}

internal sealed record TimelineRow(StoredEvent Stored, MatterId Matter, int Visibility)
{
    public const string Select = "SELECT position, stream, revision, entry, wire_name, metadata, data FROM timeline_entries";

    public static LogTable<TimelineRow> Table { get; } = new(
        "timeline_entries",
        new Columns<TimelineRow>()
            .Integer("position", r => r.Stored.Position.Value)
            .Uuid("matter", r => r.Matter.Value)
            .Text("stream", r => r.Stored.Event.Stream.Value)
            .Integer("revision", r => r.Stored.Event.Revision)
            .Uuid("entry", r => r.Stored.Event.Id.Value)
            .Text("wire_name", r => r.Stored.Event.WireName)
            .Bytes("metadata", r => r.Stored.Event.Metadata)
            .Bytes("data", r => r.Stored.Event.Data)
            .Integer("visibility", r => r.Visibility),
        "matter, position");

    public static StoredEvent Read(RowReader row) => new(
        new(row.Integer()),
        new(new(row.Text()), row.Integer(), new(row.Uuid()), row.Text(), row.Bytes(), row.Bytes(), default, default));
}
