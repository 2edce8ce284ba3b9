using NodaTime;
using Trials.Domain;
using Trials.Domain.Catalogues;

namespace Trials.Projections.Search;

/// <summary>What can be found.</summary>
public enum SearchKind
{
    /// <summary>Cases.</summary>
    Case,

    /// <summary>Hearings.</summary>
    Hearing,

    /// <summary>Petitions.</summary>
    Petition,

    /// <summary>Claims.</summary>
    Claim,

    /// <summary>Applications.</summary>
    Application,

    /// <summary>Activities.</summary>
    Activity,

    /// <summary>Findings.</summary>
    Finding,

    /// <summary>Courts, officials, authorities, articles and whatever else catalogues hold.</summary>
    Catalogue,

    /// <summary>Entries of timelines.</summary>
    Entry,
}

/// <summary>One thing that is asked for: whatever it may mean, any of it suffices.</summary>
/// <param name="Tokens">What is looked for whole: forms of a word, numbers, and codes of what is called so.</param>
/// <param name="Beginnings">What may go on: the word that is being typed, numbers, and months as beginnings of days.</param>
/// <param name="Kinds">The kinds of things that are called so: all of them are meant.</param>
/// <param name="From">The first day on which something happened; null where no day is meant.</param>
/// <param name="To">The last.</param>
public sealed record SearchTerm(
    ValueList<string> Tokens, ValueList<string> Beginnings, ValueList<SearchKind> Kinds, LocalDate? From, LocalDate? To);

/// <summary>
/// What has everything that is asked for, by kind; nothing that is personal is searched. What belongs to a case or application is found by its number too.
/// </summary>
/// <param name="Terms">What is asked for, 1 to <see cref="MostTerms"/>; more are left out, and none finds nothing.</param>
/// <param name="Only">Of which kind a page is asked for; null for the first few of each.</param>
/// <param name="Page">Which page of that kind.</param>
public sealed record RecordSearch(ValueList<SearchTerm> Terms, SearchKind? Only, PageRequest Page)
    : Query<RecordSearch, IReadOnlyList<SearchGroup>>, INeeds
{
    /// <summary>How many terms are looked for at most.</summary>
    public const int MostTerms = 8;

    /// <summary>How many of each kind are shown where no kind is asked for.</summary>
    public const int Few = 5;

    /// <summary>Beyond this nothing is counted one by one.</summary>
    public const int MostCounted = 1_000;

    /// <inheritdoc/>
    public static Permission Needed => Permission.ReadCases;
}

/// <summary>What was found of one kind.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Found">The latest first, catalogues by name; empty where another kind is asked for.</param>
/// <param name="Total">How many there are; at most one more than <see cref="RecordSearch.MostCounted"/>, which means "more".</param>
public sealed record SearchGroup(SearchKind Kind, IReadOnlyList<SearchHit> Found, int Total);

/// <summary>Something that was found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id; of an entry of a catalogue or a finding empty.</param>
/// <param name="Key">Of a finding its basis, of an entry of a catalogue the catalogue's kind, of an entry of a timeline the stream that it is about; else null.</param>
/// <param name="What">What kind it is, as a token or, of a finding, the kind's code; of an entry of a catalogue its code; null where it has none.</param>
/// <param name="Place">Its court or region, as a token; null where none is recorded.</param>
/// <param name="At">When it happened or is set for; null where nobody recorded it.</param>
/// <param name="Matter">What it belongs to.</param>
/// <param name="MatterKind">Whether that is a case or an application; null where it is neither, or its beginning is withdrawn and it has no page.</param>
/// <param name="Reference">The case's reference or the application's number; null where it has none that the viewer may see.</param>
/// <param name="Name">Of an entry of a catalogue what it is called; else null.</param>
public sealed record SearchHit(
    SearchKind Kind,
    Guid Id,
    string? Key,
    string? What,
    string? Place,
    HappenedAt? At,
    MatterId Matter,
    SearchKind? MatterKind,
    string? Reference,
    LocalName? Name);
