using Mediator;
using Trials.Domain.Assessments.Rules;
using Trials.Projections.Assessments;
using Trials.Projections.Catalogues;
using Trials.Web.Applications;
using Trials.Web.Catalogues;
using Trials.Web.Naming;
using Trials.Web.Recording;

namespace Trials.Web.Assessments;

/// <summary>What findings are called: kinds and standards by their catalogues, rules by their texts. Loaded before a page is drawn.</summary>
public sealed class FindingWords
{
    /// <summary>The kinds that more than one rule finds.</summary>
    private static readonly HashSet<string> Sharing =
        [.. AllRules.Latest(AllRules.All).SelectMany(rule => rule.Kinds).CountBy(kind => kind).Where(found => found.Value > 1).Select(found => found.Key)];

    private readonly Texts texts;

    private FindingWords(Texts texts, Names names, IReadOnlyDictionary<string, CatalogueRow> mappings, IReadOnlyDictionary<string, CatalogueRow> standards)
    {
        this.texts = texts;
        Names = names;
        Mappings = mappings;
        Standards = standards;
    }

    /// <summary>What else is called what.</summary>
    public Names Names { get; }

    /// <summary>The mappings by code, retired ones too.</summary>
    public IReadOnlyDictionary<string, CatalogueRow> Mappings { get; }

    /// <summary>The standards by code, retired ones too.</summary>
    public IReadOnlyDictionary<string, CatalogueRow> Standards { get; }

    /// <summary>Loads what findings are called.</summary>
    public static async Task<FindingWords> Load(ISender sender, Texts texts, Names names, CancellationToken cancellation = default)
    {
        await names.LoadCatalogues(cancellation);
        return new(
            texts,
            names,
            (await sender.Send(new CatalogueEntries(Mapping.Catalogue), cancellation)).ToDictionary(row => row.Code),
            (await sender.Send(new CatalogueEntries(Mapping.Standards), cancellation)).ToDictionary(row => row.Code));
    }

    /// <summary>What was found.</summary>
    public string Kind(string code) => Mappings.TryGetValue(code, out var row) ? row.Name.In(texts.Language) : code;

    /// <summary>The standard, its article first; the words for none where there is none.</summary>
    public string Standard(string? code) => code is null or "" ? texts["Assessments.NoStandard"]
        : !Standards.TryGetValue(code, out var row) ? code
        : row["article"] is { } article ? texts["Assessments.StandardIs", ShippedTexts.In(texts, article), row.Name.In(texts.Language)]
        : row.Name.In(texts.Language);

    /// <summary>The standard in few words.</summary>
    public string ShortStandard(string? code) =>
        code is not null && Standards.TryGetValue(code, out var row) ? row["article"] is { } article ? ShippedTexts.In(texts, article) : row.Name.In(texts.Language) : Standard(code);

    /// <summary>What the case or application of a finding is called.</summary>
    public string Matter(FindingRowView row) =>
        row.IsOfApplication ? texts["Applications.Title", ApplicationWords.TitleOf(Names, ApplicationOf(row), row.ApplicationNumber)]
        : row.CaseReference ?? texts["Hearings.CaseNotRecorded"];

    /// <summary>Where the case or application of a finding is shown.</summary>
    public static string Link(FindingRowView row) => row.IsOfApplication ? RecordAddress.Of(ApplicationOf(row)) : RecordAddress.Of(row.Case);

    /// <summary>The application in which it was found.</summary>
    public static ApplicationId ApplicationOf(FindingRowView row) => new(row.Case.Value);

    /// <summary>What its rule saw, where other rules find the same; null where the kind says it.</summary>
    public string? Sign(FindingRowView row) => Sharing.Contains(row.Kind) ? Rule(row.Rule) : null;

    /// <summary>What a rule looks for.</summary>
    public string Rule(string code) => texts.Find($"Rule.{code}") ?? code;

    /// <summary>The mark before a state.</summary>
    public static string StateClass(FindingState state) => state switch
    {
        FindingState.Open => "wait",
        FindingState.Confirmed => "ok",
        FindingState.Groundless => "bad",
        _ => "off",
    };
}
