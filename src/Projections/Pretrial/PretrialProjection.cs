using Trials.Projections.Engine;

namespace Trials.Projections.Pretrial;

/// <summary>Detentions, examinations, protection, parties and what may not be disclosed. A case's rows are computed anew from all its entries of these topics.</summary>
public sealed class PretrialProjection : Projection
{
    /// <summary>The registers of the time before trial.</summary>
    public PretrialProjection()
        : base(ProjectionNames.Pretrial, version: 2,
        [
            PretrialCase.Table, PretrialPerson.Table, DetentionTableRow.Table, ExaminationTableRow.Table, ProtectionTableRow.Table,
            PartyTableRow.Table, BoundTableRow.Table,
        ]) =>
        From(PretrialFold.Fold, (before, after, changes) =>
        {
            changes.Replace(PretrialCase.Table, PretrialCase.Of(before), PretrialCase.Of(after));
            if (Equals(before?.State, after.State))
            {
                return;
            }

            changes.Replace(PretrialPerson.Table, PretrialPerson.Of(before), PretrialPerson.Of(after));
            changes.Replace(DetentionTableRow.Table, DetentionTableRow.Of(before), DetentionTableRow.Of(after));
            changes.Replace(ExaminationTableRow.Table, ExaminationTableRow.Of(before), ExaminationTableRow.Of(after));
            changes.Replace(ProtectionTableRow.Table, ProtectionTableRow.Of(before), ProtectionTableRow.Of(after));
            changes.Replace(PartyTableRow.Table, PartyTableRow.Of(before), PartyTableRow.Of(after));
            changes.Replace(BoundTableRow.Table, BoundTableRow.Of(before), BoundTableRow.Of(after));
        });
}
