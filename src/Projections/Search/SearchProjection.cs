using System.Collections.Immutable;
using Trials.Projections.Activities;
using Trials.Projections.Applications;
using Trials.Projections.Cases;
using Trials.Projections.Catalogues;
using Trials.Projections.Claims;
using Trials.Projections.Engine;
using Trials.Projections.Hearings;
using Trials.Projections.Petitions;

namespace Trials.Projections.Search;

/// <summary>
/// What everything that is not personal is found by. An entry's row follows its corrections and goes with its withdrawal. How courts, officials and kinds
/// are called is not kept with what names them: their codes are, so that a new name or language changes no row.
/// </summary>
public sealed class SearchProjection : Projection
{
    private static readonly string[] Categories = ["case", "hearing", "report", "petition", "claim", "application", "activity"];

    /// <summary>The search.</summary>
    public SearchProjection()
        : base(ProjectionNames.Search, version: 3,
        [
            SearchThing.Table, SearchMatter.Table, SearchMatterToken.Table, SearchEntry.Table, SearchToken.Table, SearchCatalogueEntry.Table,
            SearchCatalogueToken.Table,
        ])
    {
        From(CaseFold.Fold, (before, after, changes) =>
        {
            changes.Replace(SearchThing.Table, SearchThing.Of(before), SearchThing.Of(after));
            WriteMatter(SearchMatter.Of(before), SearchMatter.Of(after), changes);
        });
        From(ApplicationFold.Fold, (before, after, changes) =>
        {
            changes.Replace(SearchThing.Table, SearchThing.Of(before), SearchThing.Of(after));
            WriteMatter(SearchMatter.Of(before), SearchMatter.Of(after), changes);
        });
        From(HearingFold.Fold, (before, after, changes) => changes.Replace(SearchThing.Table, SearchThing.Of(before), SearchThing.Of(after)));
        From(PetitionFold.Fold, (before, after, changes) => changes.Replace(SearchThing.Table, SearchThing.Of(before), SearchThing.Of(after)));
        From(ClaimFold.Fold, (before, after, changes) => changes.Replace(SearchThing.Table, SearchThing.Of(before), SearchThing.Of(after)));
        From(ActivityFold.Fold, (before, after, changes) => changes.Replace(SearchThing.Table, SearchThing.Of(before), SearchThing.Of(after)));
        From(CatalogueFold.Fold, WriteCatalogue);
        foreach (var category in Categories)
        {
            From<ImmutableArray<FoundEntry>>(new EntryTokensFold(category), WriteEntries);
        }
    }

    private static void WriteMatter(SearchMatter? before, SearchMatter? after, Changes changes)
    {
        changes.Replace(SearchMatter.Table, before, after);
        if (!Equals(before, after))
        {
            changes.Replace(SearchMatterToken.Table, SearchMatterToken.Of(before), SearchMatterToken.Of(after));
        }
    }

    private static void WriteEntries(Folded<ImmutableArray<FoundEntry>>? before, Folded<ImmutableArray<FoundEntry>> after, Changes changes)
    {
        // As a rule entries are only added to; each keeps its object until the stream is folded anew.
        ImmutableArray<FoundEntry> shown = before?.State ?? [];
        var same = shown.AsSpan().CommonPrefixLength(after.State.AsSpan(), ReferenceEqualityComparer.Instance);
        var gone = shown.Skip(same).ToDictionary(entry => entry.Position);
        foreach (var entry in after.State.AsSpan()[same..])
        {
            gone.Remove(entry.Position, out var earlier);
            Write(earlier, entry);
        }

        foreach (var entry in gone.Values)
        {
            Write(entry, null);
        }

        void Write(FoundEntry? from, FoundEntry? to)
        {
            changes.Replace(SearchEntry.Table, from is null ? null : SearchEntry.Of(after, from), to is null ? null : SearchEntry.Of(after, to));
            changes.Replace(SearchToken.Table, SearchToken.Of(from), SearchToken.Of(to));
        }
    }

    private static void WriteCatalogue(Folded<CatalogueFacts>? before, Folded<CatalogueFacts> after, Changes changes)
    {
        var kind = after.Stream.Id;
        foreach (var (code, row) in after.State.Entries)
        {
            if (before?.State.Entries.GetValueOrDefault(code) is var earlier && !Equals(earlier, row))
            {
                Write(earlier, row);
            }
        }

        foreach (var gone in before?.State.Entries.Values.Where(row => !after.State.Entries.ContainsKey(row.Code)) ?? [])
        {
            Write(gone, null);
        }

        void Write(CatalogueRow? from, CatalogueRow? to)
        {
            var (was, now) = (from is null ? null : new SearchCatalogueEntry(kind, from), to is null ? null : new SearchCatalogueEntry(kind, to));
            changes.Replace(SearchCatalogueEntry.Table, was, now);
            changes.Replace(SearchCatalogueToken.Table, SearchCatalogueToken.Of(was), SearchCatalogueToken.Of(now));
        }
    }
}
