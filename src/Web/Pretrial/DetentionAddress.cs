using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Projections;
using Trials.Projections.Pretrial;
using Trials.Web.Registers;

namespace Trials.Web.Pretrial;

/// <summary>What the register of detentions is asked for, as it stands in its address.</summary>
public sealed record DetentionAddress
{
    /// <summary>The register's path.</summary>
    public const string Path = "/detentions";

    /// <summary>The path of the register as a file.</summary>
    public const string CsvPath = "/detentions.csv";

    /// <summary>The most hours that are asked for: a hundred years.</summary>
    public const int MostHours = 876_600;

    /// <summary>What the list is restricted to.</summary>
    public DetentionFilter Filter { get; init; } = new();

    /// <summary>Which page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The address of this page of the register.</summary>
    public string Link => Write().AddPage(Page).To(Path);

    /// <summary>The address of the whole filtered list as a file.</summary>
    public string Csv => Write().To(CsvPath);

    /// <summary>The columns that the list shows beside its first; empty for all.</summary>
    public ValueList<string> Columns { get; init; }

    /// <summary>The whole register with the columns that are chosen.</summary>
    public DetentionAddress Cleared => new() { Columns = Columns };

    /// <summary>Reads an address.</summary>
    public static DetentionAddress Read(AddressReader address) => new()
    {
        Filter = new()
        {
            Case = address.Id<CaseId>(Names.Case),
            Body = address.Code<AuthorityCode>(Names.Body),
            Missing = address.Member<DetentionStep>(Names.Missing),
            HoursAtLeast = address.Number(Names.HoursAtLeast) is { } hours ? Math.Clamp(hours, 0, MostHours) : null,
            From = address.FirstDay(Names.From),
            To = address.LastDay(Names.To),
        },
        Page = address.Page(),
        Columns = address.Columns(),
    };

    /// <summary>What a query asks for.</summary>
    public DetentionList Query(PageRequest page) => new(Filter, page);

    private AddressWriter Write() => new AddressWriter()
        .AddColumns(Columns)
        .AddId(Names.Case, Filter.Case)
        .AddCode(Names.Body, Filter.Body)
        .Add(Names.Missing, Filter.Missing)
        .Add(Names.HoursAtLeast, Filter.HoursAtLeast)
        .Add(Names.From, Filter.From)
        .Add(Names.To, Filter.To);

    /// <summary>The names that the address gives its values.</summary>
    public static class Names
    {
        public const string Case = "case";
        public const string Body = "body";
        public const string Missing = "missing";
        public const string HoursAtLeast = "hours";
        public const string From = "from";
        public const string To = "until";
    }
}
