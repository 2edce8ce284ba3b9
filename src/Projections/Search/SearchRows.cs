using System.Collections.Immutable;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Projections.Activities;
using Trials.Projections.Applications;
using Trials.Projections.Cases;
using Trials.Projections.Claims;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;
using Trials.Projections.Hearings;
using Trials.Projections.Petitions;
using Trials.Projections.Text;

namespace Trials.Projections.Search;

/// <summary>A thing that has a page of its own, as a list of what was found shows it.</summary>
/// <param name="Thing">Its stream's name.</param>
/// <param name="What">What kind it is, as a token; null where it has none.</param>
/// <param name="Place">Its court or region, as a token; null where none is recorded.</param>
internal sealed record SearchThing(string Thing, SearchKind Kind, MatterId Matter, string? What, string? Place, HappenedAt? At, int Visibility)
{
    public static SearchThing? Of(Folded<CaseFacts>? folded) => folded?.State is { Kind: { } kind } facts
        ? New(folded, SearchKind.Case, kind, Token(facts.Court), facts.Opened)
        : null;

    public static SearchThing? Of(Folded<HearingFacts>? folded) => folded?.State is { Scheduled: { } scheduled } facts
        ? New(folded, SearchKind.Hearing, scheduled.Kind, Token(scheduled.Court), HappenedAt.On(facts.Date))
        : null;

    public static SearchThing? Of(Folded<PetitionFacts>? folded) =>
        folded?.State is { Filed: { } filed } facts ? New(folded, SearchKind.Petition, filed.Kind, null, facts.FiledAt) : null;

    public static SearchThing? Of(Folded<ClaimFacts>? folded) =>
        folded?.State is { Filed: { } filed } facts ? New(folded, SearchKind.Claim, filed.Ground, null, facts.FiledAt) : null;

    public static SearchThing? Of(Folded<ApplicationFacts>? folded) => folded is null
        ? null
        : New(folded, SearchKind.Application, folded.State.Received?.Channel, Token(folded.State.Received?.Region), folded.State.ReceivedAt);

    public static SearchThing? Of(Folded<ActivityFacts>? folded) => folded?.State is { Done: { } done } facts
        ? New(folded, SearchKind.Activity, done.Kind, Token(done.Region), facts.DoneAt)
        : null;

    public static OwnedTable<SearchThing> Table { get; } = new(
        "search_things",
        TableKind.One,
        new Columns<SearchThing>()
            .Text("thing", r => r.Thing)
            .Integer("kind", r => (int)r.Kind)
            .Uuid("matter", r => r.Matter.Value)
            .TextOrNull("what", r => r.What)
            .TextOrNull("place", r => r.Place)
            .Happened("happened", r => r.At)
            .Integer("visibility", r => r.Visibility),
        1,
        "kind",
        "matter");

    private static SearchThing New<TState>(Folded<TState> folded, SearchKind kind, Enum? what, string? place, HappenedAt? at) => new(
        folded.Stream.Value, kind, folded.Matter, what is null ? null : SearchTokens.Said(what), place, at, (int)MatterVisibility.Open);

    private static string? Token<TCode>(TCode? code)
        where TCode : struct, ICatalogueCode<TCode> => code is { } known ? SearchTokens.Entry(TCode.Kind, known.Value) : null;
}

/// <summary>A case or application: what everything that belongs to it is named and found by.</summary>
internal sealed record SearchMatter(Guid Matter, SearchKind Kind, string? Reference, ValueList<string> Names, int Visibility)
{
    public static SearchMatter? Of(Folded<CaseFacts>? folded) => folded?.State is { Kind: not null } facts
        ? new(
            folded.Stream.LeadingGuid, SearchKind.Case, facts.Reference,
            [facts.Reference, .. new[] { facts.UniqueNumber }.Concat(facts.Rounds.Select(r => r.Number)).OfType<string>().Distinct()],
            (int)MatterVisibility.Open)
        : null;

    public static SearchMatter? Of(Folded<ApplicationFacts>? folded) => folded is null
        ? null
        : new(
            folded.Stream.LeadingGuid, SearchKind.Application, folded.State.Received?.Number,
            folded.State.Received?.Number is { } number ? [number] : [], (int)MatterVisibility.Open);

    public static OwnedTable<SearchMatter> Table { get; } = new(
        "search_matters",
        TableKind.One,
        new Columns<SearchMatter>()
            .Uuid("matter", r => r.Matter)
            .Integer("kind", r => (int)r.Kind)
            .TextOrNull("reference", r => r.Reference)
            .Integer("visibility", r => r.Visibility));
}

internal sealed record SearchMatterToken(Guid Matter, string Token)
{
    public static IReadOnlyList<SearchMatterToken> Of(SearchMatter? matter) => matter is null
        ? []
        : [.. matter.Names.SelectMany(WordForms.Kept).Distinct(StringComparer.Ordinal).Select(token => new SearchMatterToken(matter.Matter, token))];

    public static OwnedTable<SearchMatterToken> Table { get; } = new(
        "search_matter_tokens",
        TableKind.Many,
        new Columns<SearchMatterToken>().Uuid("matter", r => r.Matter).Text("token", r => r.Token),
        2,
        "token, matter");
}

/// <summary>An entry of a case or of something that belongs to it.</summary>
/// <param name="Position">Where the log holds it, by which its tokens name it: a number of this log's alone, and another one where the log has another order.</param>
/// <param name="Thing">What it is about, by its stream's name: of a report its hearing.</param>
internal sealed record SearchEntry(LogPosition Position, EventId Entry, string Thing, MatterId Matter, string WireName, HappenedAt At, int Visibility)
{
    public static SearchEntry Of(Folded<ImmutableArray<FoundEntry>> folded, FoundEntry entry) => new(
        entry.Position, entry.Entry, ThingOf(folded.Stream), folded.Matter, entry.WireName, entry.Happened, (int)MatterVisibility.Open);

    /// <summary>The days that a moment is known to lie within, first and last; null where it reaches back or on without end.</summary>
    private static (LocalDate First, LocalDate Last)? Days(HappenedAt at) => at switch
    {
        { HasDay: true } => (at.Date, at.Date),
        { Precision: Precision.Month or Precision.Year } => (at.Named.Date, at.Latest.Date),
        _ => null,
    };

    /// <summary>What a stream is about.</summary>
    public static string ThingOf(StreamName stream) =>
        stream.Category == "report" ? StreamName.Of(new HearingId(stream.LeadingGuid)).Value : stream.Value;

    public static OwnedTable<SearchEntry> Table { get; } = new(
        "search_entries",
        TableKind.One,
        new Columns<SearchEntry>()
            .Integer("position", r => r.Position.Value)
            .Uuid("entry", r => r.Entry.Value)
            .Text("thing", r => r.Thing)
            .Uuid("matter", r => r.Matter.Value)
            .Text("wire_name", r => r.WireName)
            .Happened("happened", r => r.At)
            .DateOrNull("first_day", r => Days(r.At)?.First)
            .DateOrNull("last_day", r => Days(r.At)?.Last)
            .Integer("visibility", r => r.Visibility),
        1,
        "first_day, last_day",
        "matter");
}

internal sealed record SearchToken(LogPosition Position, string Token)
{
    public static IReadOnlyList<SearchToken> Of(FoundEntry? entry) =>
        entry is null ? [] : [.. entry.Tokens.Select(token => new SearchToken(entry.Position, token))];

    public static OwnedTable<SearchToken> Table { get; } = new(
        "search_tokens",
        TableKind.Many,
        new Columns<SearchToken>().Integer("position", r => r.Position.Value).Text("token", r => r.Token),
        2,
        "token, position");
}
