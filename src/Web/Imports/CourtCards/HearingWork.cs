using Trials.Domain;
using Trials.Domain.Hearings;

namespace Trials.Web.Imports.CourtCards;

/// <summary>Collects what is to be recorded of a case's hearings.</summary>
/// <param name="ofCase">The case.</param>
/// <param name="context">What it depends on.</param>
/// <param name="commands">Where commands go, in the order in which they must be recorded.</param>
/// <param name="left">Where rows go of which something is left as a person recorded it.</param>
public sealed class HearingWork(CaseId ofCase, MergeContext context, List<RowCommand> commands, List<(RowRef Row, string Why)> left)
{
    /// <summary>The case.</summary>
    public CaseId Case => ofCase;

    /// <summary>What it depends on.</summary>
    public MergeContext Context => context;

    /// <summary>Something new.</summary>
    public void Fact(HearingId id, CommandId command, HearingEvent fact, HappenedAt happened, RowRef row) =>
        Add(id, new(command, happened, context.SourceOf(row)), [fact], [], row);

    /// <summary>An entry that is to say something else. The new words must be plain: sealed ones belong to their entry.</summary>
    public void Correct(HearingId id, KnownEntry<HearingEvent> entry, HearingEvent fact, HappenedAt happened, RowRef row)
    {
        var (header, amendment) = context.Correction(entry, fact, happened, row);
        Add(id, header, [], [amendment], row);
    }

    /// <summary>An entry that is taken back.</summary>
    /// <returns>The id of the withdrawal.</returns>
    public EventId Withdraw(HearingId id, KnownEntry<HearingEvent> entry, RowRef row)
    {
        var (header, amendment) = context.Withdrawal(entry, row);
        Add(id, header, [], [amendment], row);
        return EventId.Of(StreamName.Of(id), header.Command);
    }

    /// <summary>Something that is left as a person recorded it.</summary>
    public void Leave(RowRef row, string why) => left.Add((row, why));

    private void Add(HearingId id, CommandHeader header, ValueList<HearingEvent> facts, ValueList<Amendment> amendments, RowRef row) =>
        commands.Add(new(
            new RecordInHearing { Stream = StreamName.Of(id), Matter = ofCase.Matter, Header = header, Facts = facts, Amendments = amendments },
            row,
            Corrects: amendments.Count > 0));
}
