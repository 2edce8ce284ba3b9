using System.Globalization;
using NodaTime;
using Trials.Domain.Cases;

namespace Trials.Projections.Catalogues;

/// <summary>What the catalogue of articles says against an article as it is charged. A warning, never a refusal: users record what courts did.</summary>
public enum ArticleWarning
{
    /// <summary>It is written as the document states it; the catalogue was not asked.</summary>
    AsStated,

    /// <summary>The catalogue has no such article.</summary>
    NotInCatalogue,

    /// <summary>It did not hold on the day of the act.</summary>
    NotInForceThen,

    /// <summary>The day of the act is not recorded, and it did not always hold.</summary>
    DayNotRecorded,

    /// <summary>Nobody compared the catalogue's entry with the code.</summary>
    NotVerified,
}

/// <summary>Compares articles with the dated catalogue of articles. Criminal law applies as of the act.</summary>
public static class ArticleCheck
{
    /// <summary>The kind of the catalogue.</summary>
    public const string Catalogue = "articles";

    /// <summary>What speaks against an article; empty where nothing does.</summary>
    /// <param name="article">As charged.</param>
    /// <param name="committed">The day of the act; null where unknown.</param>
    /// <param name="asStated">Whether it is written as a document states it.</param>
    /// <param name="catalogue">The entries: attributes <c>law</c>, <c>number</c>, <c>superscript</c> and, where an entry is about one, <c>part</c>.</param>
    public static IReadOnlyList<ArticleWarning> Of(Article article, LocalDate? committed, bool asStated, IReadOnlyList<CatalogueRow> catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        if (asStated)
        {
            return [ArticleWarning.AsStated];
        }

        var named = catalogue.Where(row => !row.Retired && Names(row, article)).ToList();
        var then = committed is { } day ? named.Where(row => !(row.ValidFrom > day) && !(row.ValidTo < day)).ToList() : named;
        return (named, then) switch
        {
            ([], _) => [ArticleWarning.NotInCatalogue],
            (_, []) => [ArticleWarning.NotInForceThen],
            _ =>
            [
                .. committed is null && named.Exists(row => row.ValidFrom is not null || row.ValidTo is not null) ? [ArticleWarning.DayNotRecorded] : Nothing,
                .. then.Exists(row => row.Verified) ? Nothing : [ArticleWarning.NotVerified],
            ],
        };
    }

    private static ArticleWarning[] Nothing => [];

    private static bool Names(CatalogueRow row, Article article) =>
        row["law"] == article.Code
        && row["number"] == article.Number.ToString(CultureInfo.InvariantCulture)
        && (row["superscript"] ?? "") == (article.Superscript?.ToString(CultureInfo.InvariantCulture) ?? "")
        && (row["part"] is not { } part || part == article.Part);
}
