using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;
using Trials.Projections.Text;

namespace Trials.Projections.Cases;

/// <summary>What is counted for each case.</summary>
internal enum CaseCounter
{
    Hearings,
    Petitions,
    PetitionsWaiting,
}

internal sealed record DocketCase(
    CaseId Case, CaseFacts Facts, long Revision, int Visibility)
{
    public static DocketCase? Of(Folded<CaseFacts>? folded) =>
        folded?.State.Kind is null ? null : new(new(folded.Stream.LeadingGuid), folded.State, folded.Revision, (int)MatterVisibility.Open);

    public static OwnedTable<DocketCase> Table { get; } = new(
        "docket_cases",
        TableKind.One,
        new Columns<DocketCase>()
            .Uuid("case_id", r => r.Case.Value)
            .Text("reference", r => r.Facts.Reference)
            .Bytes("sort_key", r => SearchText.SortKey(r.Facts.Reference))
            .Integer("kind", r => (int)r.Facts.Kind!)
            .TextOrNull("category", r => r.Facts.Category)
            .TextOrNull("unique_number", r => r.Facts.UniqueNumber)
            .Integer("taken_over", r => r.Facts.TakenOver ? 1 : 0)
            .Text("articles", r => ListText.Of(r.Facts.Articles))
            .Integer("standing", r => (int)r.Facts.Standing)
            .TextOrNull("court", r => r.Facts.Court?.Value)
            .TextOrNull("number", r => r.Facts.Number)
            .Happened("opened", r => r.Facts.Opened)
            .Integer("revision", r => r.Revision)
            .Integer("visibility", r => r.Visibility),
        1,
        "sort_key, case_id",
        "opened_at, case_id");
}

internal sealed record DocketRound(CaseId Case, CaseRoundFacts Facts, HappenedAt? Indicted)
{
    public static IReadOnlyList<DocketRound> Of(DocketCase? row) =>
        row is null ? [] : [.. row.Facts.Rounds.Select(r => new DocketRound(row.Case, r, row.Facts.IndictedIn(r)))];

    public static OwnedTable<DocketRound> Table { get; } = new(
        "docket_rounds",
        TableKind.Many,
        new Columns<DocketRound>()
            .Uuid("case_id", r => r.Case.Value)
            .Integer("round", r => r.Facts.Round)
            .Integer("kind", r => (int)r.Facts.Kind)
            .TextOrNull("court", r => r.Facts.Court?.Value)
            .TextOrNull("number", r => r.Facts.Number)
            .Text("judges", r => ListText.Of(r.Facts.Judges))
            .Happened("began", r => r.Facts.Began)
            .IntegerOrNull("judgment", r => (int?)r.Facts.Judgment)
            .Happened("judged", r => r.Facts.Judged)
            .UuidOrNull("judgment_entry", r => r.Facts.JudgmentEntry?.Value)
            .Text("appealed_by", r => ListText.Of(r.Facts.AppealedBy))
            .IntegerOrNull("returned_to", r => (int?)r.Facts.ReturnedTo)
            .Happened("returned", r => r.Facts.Returned)
            .IntegerOrNull("effect", r => (int?)r.Facts.Effect)
            .IntegerOrNull("effect_by", r => r.Facts.EffectBy)
            .Happened("in_force", r => r.Facts.InForce)
            .IntegerOrNull("remitted", r => (int?)r.Facts.Remitted)
            .Happened("indicted", r => r.Indicted),
        2,
        "court, case_id");
}

internal sealed record DocketAccused(CaseId Case, int Place, CaseAccused Accused)
{
    public static IReadOnlyList<DocketAccused> Of(DocketCase? row) =>
        row is null ? [] : [.. row.Facts.Accused.Select((a, i) => new DocketAccused(row.Case, i, a))];

    public static OwnedTable<DocketAccused> Table { get; } = new(
        "docket_accused",
        TableKind.Many,
        new Columns<DocketAccused>()
            .Uuid("case_id", r => r.Case.Value)
            .Integer("place", r => r.Place)
            .Uuid("person_id", r => r.Accused.Person.Value)
            .Text("articles", r => ListText.Of(r.Accused.Articles))
            .Happened("joined", r => r.Accused.Joined),
        2);
}

/// <summary>An article of a case, an accused or a judgment; what an article does not name is zero or empty.</summary>
internal sealed record DocketArticle(CaseId Case, Article Article)
{
    public static IReadOnlyList<DocketArticle> Of(DocketCase? row) => row is null
        ? []
        : [.. row.Facts.AllArticles.Distinct().Select(a => new DocketArticle(row.Case, a))];

    public static OwnedTable<DocketArticle> Table { get; } = new(
        "docket_articles",
        TableKind.Many,
        new Columns<DocketArticle>()
            .Uuid("case_id", r => r.Case.Value)
            .Text("code", r => r.Article.Code)
            .Integer("number", r => r.Article.Number)
            .Integer("superscript", r => r.Article.Superscript ?? 0)
            .Text("part", r => r.Article.Part ?? "")
            .Text("point", r => r.Article.Point ?? ""),
        6,
        "number, code, superscript, case_id");
}

internal sealed record DocketWord(CaseId Case, string Word)
{
    public static IReadOnlyList<DocketWord> Of(DocketCase? row)
    {
        if (row is null)
        {
            return [];
        }

        var facts = row.Facts;
        var articles = facts.AllArticles.Select(a => $"{a.Code} {a.Number}");
        return [.. SearchText.Words([facts.Reference, facts.UniqueNumber, facts.Category, .. facts.Rounds.Select(r => r.Number), .. articles])
            .Select(word => new DocketWord(row.Case, word))];
    }

    public static OwnedTable<DocketWord> Table { get; } = new(
        "docket_words",
        TableKind.Many,
        new Columns<DocketWord>().Uuid("case_id", r => r.Case.Value).Text("word", r => r.Word),
        2,
        "word, case_id");
}


/// <summary>A hearing that is still to come, for the next one of a case.</summary>
internal sealed record DocketScheduled(HearingId Hearing, CaseId Case, LocalDate Date, LocalTime? Time, CourtCode? Court)
{
    public static OwnedTable<DocketScheduled> Table { get; } = new(
        "docket_scheduled",
        TableKind.One,
        new Columns<DocketScheduled>()
            .Uuid("hearing_id", r => r.Hearing.Value)
            .Uuid("case_id", r => r.Case.Value)
            .Date("date", r => r.Date)
            .IntegerOrNull("minute", r => r.Time is { } time ? (time.Hour * 60) + time.Minute : null)
            .TextOrNull("court", r => r.Court?.Value),
        1,
        "case_id, date",
        "date");
}

internal sealed record DocketCount(CaseId Case, CaseCounter What)
{
    public static SumTable<DocketCount> Table { get; } = new(
        "docket_counts", new Columns<DocketCount>().Uuid("case_id", r => r.Case.Value).Integer("what", r => (int)r.What));
}

internal sealed record DocketRecorded(MatterId Matter)
{
    public static LatestTable<DocketRecorded> Table { get; } = new(
        "docket_recorded", new Columns<DocketRecorded>().Uuid("case_id", r => r.Matter.Value), "latest, case_id");
}
