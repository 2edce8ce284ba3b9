using Mediator;
using Trials.Domain;
using Trials.Domain.Reports;
using Trials.Projections.Engine;
using Trials.Projections.Reports;
using Trials.Projections.Timelines;

namespace Trials.Projections.Hearings;

/// <summary>Answers <see cref="HearingDetail"/>.</summary>
public sealed class HearingDetailHandler(ReadModelDatabase database, IEventCodec codec, ViewerAccessor viewers)
    : IQueryHandler<HearingDetail, HearingView?>
{
    /// <inheritdoc/>
    public async ValueTask<HearingView?> Handle(HearingDetail query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var of = session.NewArguments().Uuid("hearing", query.Hearing.Value).Integer("clearance", (int)viewers.Viewer.Clearance);
        var found = await session.Query(
            $"{HearingListRows.Select} WHERE h.hearing_id = @hearing AND h.visibility <= @clearance",
            of,
            row => (Row: HearingListRows.Read(row), Revision: row.Integer()),
            cancellationToken).ConfigureAwait(false);
        if (found is not [var (hearing, revision)])
        {
            return null;
        }

        var reports = await session.Query(
            "SELECT stream, observer, revision FROM hearing_reports WHERE hearing_id = @hearing ORDER BY stream",
            of,
            row => (Stream: new StreamName(row.Text()), Observer: new ActorId(row.Uuid()), Revision: row.Integer()),
            cancellationToken).ConfigureAwait(false);
        var recorded = await session.Query(
            $"{TimelineRow.Select} WHERE matter = @matter AND visibility <= @clearance AND "
            + "(stream = @own OR stream IN (SELECT stream FROM hearing_reports WHERE hearing_id = @hearing)) ORDER BY position",
            of.Uuid("matter", hearing.Case.Value).Text("own", StreamName.Of(query.Hearing).Value),
            row => codec.Decode(TimelineRow.Read(row)),
            cancellationToken).ConfigureAwait(false);
        var streams = recorded.ToLookup(e => e.Stream);
        return new(
            hearing,
            revision,
            TimelineEntries.Of(streams[StreamName.Of(query.Hearing)]),
            [.. reports.Select(r => Report(r.Stream, r.Observer, r.Revision, [.. streams[r.Stream]]))]);
    }

    private static ReportView Report(StreamName stream, ActorId observer, long revision, IReadOnlyList<RecordedEvent> recorded)
    {
        var facts = EffectiveSequence.Of<ReportEvent>(recorded).Aggregate(ReportFold.Initial, ReportFold.Apply);
        var answers = facts.Answers.ToDictionary(
            a => a.Observed.Item, a => new ChecklistAnswer(a.Entry, a.Observed.Answer, a.Observed.At, a.Observed.Note));
        return new(stream, observer, revision, facts.Admission, facts.Submitted, answers, TimelineEntries.Of(recorded))
        {
            Confirmed = facts.Confirmed,
            Reconciled = facts.Reconciled,
        };
    }
}
