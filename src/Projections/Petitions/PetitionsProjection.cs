using Trials.Domain;
using Trials.Projections.Cases;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;
using Trials.Projections.Text;

namespace Trials.Projections.Petitions;

/// <summary>The petition register. No row depends on the clock: ages are counted when asked for.</summary>
public sealed class PetitionsProjection : Projection
{

    /// <summary>The petition register.</summary>
    public PetitionsProjection()
        : base(ProjectionNames.Petitions, version: 3, [PetitionRow.Table, PetitionCase.Table, PetitionEnd.Table])
    {
        From(PetitionFold.Fold, (before, after, changes) => changes.Replace(PetitionRow.Table, PetitionRow.Of(before), PetitionRow.Of(after)));
        From(CaseFold.Fold, (before, after, changes) => changes.Replace(PetitionCase.Table, PetitionCase.Of(before), PetitionCase.Of(after)));
        From(CaseEntries.Fold, (before, after, changes) => changes.Replace(PetitionEnd.Table, PetitionEnd.Of(before), PetitionEnd.Of(after)));
    }
}

internal sealed record PetitionRow(PetitionId Petition, CaseId Case, PetitionFacts Facts, long Revision, int Visibility)
{
    public static PetitionRow? Of(Folded<PetitionFacts>? folded) => folded?.State.Filed is { } filed
        ? new(new(folded.Stream.LeadingGuid), filed.Case, folded.State, folded.Revision, (int)MatterVisibility.Open)
        : null;

    public static OwnedTable<PetitionRow> Table { get; } = new(
        "petitions",
        TableKind.One,
        new Columns<PetitionRow>()
            .Uuid("petition_id", r => r.Petition.Value)
            .Uuid("case_id", r => r.Case.Value)
            .Integer("kind", r => (int)r.Facts.Filed!.Kind)
            .Integer("filed_by", r => (int)r.Facts.Filed!.By)
            .Integer("addressee", r => (int)r.Facts.Filed!.To)
            .IntegerOrNull("round", r => r.Facts.Filed!.Round)
            .UuidOrNull("hearing_id", r => r.Facts.Filed!.Hearing?.Value)
            .UuidOrNull("predecessor", r => r.Facts.Filed!.Predecessor?.Value)
            .BytesOrNull("text", r => SealedBytes.Of(r.Facts.Filed!.Text))
            .Happened("filed", r => r.Facts.FiledAt)
            .Date("filed_date", r => r.Facts.FiledAt.Date)
            .Integer("standing", r => (int)r.Facts.Standing)
            .Integer("is_open", r => r.Facts.IsOpen ? 1 : 0)
            .Integer("held_over", r => r.Facts.HeldOver.Count)
            .IntegerOrNull("decision", r => (int?)r.Facts.Decision)
            .IntegerOrNull("reasoning", r => (int?)r.Facts.Reasoning)
            .Happened("closed", r => r.Facts.Closed)
            .TextOrNull("awaits", r => r.Facts.Awaits)
            .MomentOrNull("awaits_from", r => r.Facts.Wait?.From)
            .IntegerOrNull("execution", r => (int?)r.Facts.Execution)
            .Integer("appeals", r => r.Facts.Appeals)
            .Integer("set_aside", r => r.Facts.SetAside)
            .Integer("revision", r => r.Revision)
            .Integer("visibility", r => r.Visibility),
        1,
        "is_open, filed_at",
        "case_id",
        "predecessor");
}

internal sealed record PetitionCase(CaseId Case, string Reference)
{
    public static PetitionCase? Of(Folded<CaseFacts>? folded) =>
        folded?.State is { Kind: not null } facts ? new(new(folded.Stream.LeadingGuid), facts.Reference) : null;

    public static OwnedTable<PetitionCase> Table { get; } = new(
        "petition_cases",
        TableKind.One,
        new Columns<PetitionCase>().Uuid("case_id", r => r.Case.Value).Text("reference", r => r.Reference));
}
