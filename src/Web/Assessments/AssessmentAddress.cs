using Trials.Domain;
using Trials.Domain.Assessments;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Projections.Assessments;
using Trials.Web.Registers;

namespace Trials.Web.Assessments;

/// <summary>What the assessments are asked for, as it stands in their address.</summary>
/// <param name="Filter">Which findings; those of every state where it names none.</param>
/// <param name="Page">Which page, from 1.</param>
public sealed record AssessmentAddress(FindingFilter Filter, int Page = 1)
{
    /// <summary>The register's path: what waits for somebody's decision, unless asked otherwise.</summary>
    public const string Path = "/assessments";

    /// <summary>The path of the summary: what is confirmed, unless asked otherwise.</summary>
    public const string SummaryPath = "/assessments/summary";

    /// <summary>The path of the rules.</summary>
    public const string RulesPath = "/assessments/rules";

    /// <summary>The path of one finding.</summary>
    public const string FindingPath = "/assessments/finding";

    /// <summary>The name under which an address holds a finding's basis.</summary>
    public const string Of = "of";

    private const string AllStates = "all";

    /// <summary>The names that the address gives its values.</summary>
    public static class Names
    {
        public const string State = "state";
        public const string Case = "case";
        public const string Kind = "kind";
        public const string Rule = "rule";
        public const string Yields = "yields";
        public const string Standard = "standard";
        public const string Whose = "whose";
        public const string Stage = "stage";
        public const string Court = "court";
        public const string Region = "region";
        public const string From = "from";
        public const string To = "to";
    }

    /// <summary>The standard that stands in an address for none.</summary>
    public const string NoStandard = "none";

    /// <summary>The columns that the list shows beside its first; empty for all.</summary>
    public ValueList<string> Columns { get; init; }

    /// <summary>What is shown where nothing is asked for, with the columns that are chosen.</summary>
    /// <param name="usual">The state that is meant where the address names none.</param>
    public AssessmentAddress Cleared(FindingState usual) => new(new FindingFilter { State = usual }) { Columns = Columns };

    /// <summary>Reads an address.</summary>
    /// <param name="usual">The state that is meant where the address names none.</param>
    public static AssessmentAddress Read(AddressReader address, FindingState usual)
    {
        var all = address.Text(Names.State) == AllStates;
        return new(
            new FindingFilter
            {
                State = all ? null : address.Member<FindingState>(Names.State) ?? usual,
                Case = address.Id<CaseId>(Names.Case),
                Kind = address.Text(Names.Kind),
                Rule = address.Text(Names.Rule),
                Yields = address.Member<Yields>(Names.Yields),
                Standard = address.Text(Names.Standard) is { } standard ? (standard == NoStandard ? "" : standard) : null,
                Whose = address.Member<RightHolder>(Names.Whose),
                Stage = address.Member<RoundKind>(Names.Stage),
                Court = address.Code<CourtCode>(Names.Court),
                Region = address.Code<RegionCode>(Names.Region),
                From = address.Month(Names.From),
                To = address.Month(Names.To),
            },
            address.Page())
        {
            Columns = address.Columns(),
        };
    }

    /// <summary>The address of this page of the register.</summary>
    public string Link => Write().AddPage(Page).To(Path);

    /// <summary>The address of the whole filtered list as a file.</summary>
    public string Csv => Write().To($"{Path}.csv");

    /// <summary>The address of the summary of the same findings.</summary>
    public string Summary => Write().To(SummaryPath);

    /// <summary>The address of one table of the summary as a file.</summary>
    public string Table(string name) => Write().To($"{SummaryPath}/{name}.csv");

    /// <summary>The register's page with exactly the findings that a number counts.</summary>
    /// <param name="narrow">What restricts them further.</param>
    public string Findings(Func<FindingFilter, FindingFilter> narrow) => new AssessmentAddress(narrow(Filter)).Link;

    /// <summary>The page of one finding.</summary>
    public static string Finding(string basis) => new AddressWriter().Add(Of, basis).To(FindingPath);

    private AddressWriter Write() => new AddressWriter()
        .AddColumns(Columns)
        .Add(Names.State, Filter.State is { } state ? AddressWriter.Member(state) : AllStates)
        .AddId(Names.Case, Filter.Case)
        .Add(Names.Kind, Filter.Kind)
        .Add(Names.Rule, Filter.Rule)
        .Add(Names.Yields, Filter.Yields)
        .Add(Names.Standard, Filter.Standard == "" ? NoStandard : Filter.Standard)
        .Add(Names.Whose, Filter.Whose)
        .Add(Names.Stage, Filter.Stage)
        .AddCode(Names.Court, Filter.Court)
        .AddCode(Names.Region, Filter.Region)
        .Add(Names.From, Filter.From)
        .Add(Names.To, Filter.To);
}
