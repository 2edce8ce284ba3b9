using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Projections;
using Trials.Projections.Pretrial;
using Trials.Web.Registers;

namespace Trials.Web.Pretrial;

/// <summary>What the register of examinations is asked for, as it stands in its address.</summary>
public sealed record ExaminationAddress
{
    /// <summary>The register's path.</summary>
    public const string Path = "/examinations";

    /// <summary>The path of the register as a file.</summary>
    public const string CsvPath = "/examinations.csv";

    /// <summary>What the list is restricted to.</summary>
    public ExaminationFilter Filter { get; init; } = new();

    /// <summary>Which page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The address of this page of the register.</summary>
    public string Link => Write().AddPage(Page).To(Path);

    /// <summary>The address of the whole filtered list as a file.</summary>
    public string Csv => Write().To(CsvPath);

    /// <summary>The columns that the list shows beside its first; empty for all.</summary>
    public ValueList<string> Columns { get; init; }

    /// <summary>The whole register with the columns that are chosen.</summary>
    public ExaminationAddress Cleared => new() { Columns = Columns };

    /// <summary>Reads an address.</summary>
    public static ExaminationAddress Read(AddressReader address) => new()
    {
        Filter = new()
        {
            Case = address.Id<CaseId>(Names.Case),
            Kind = address.Member<ExaminationKind>(Names.Kind),
            Standing = address.Member<ExaminationStanding>(Names.Standing),
            Protocol = address.Member<IstanbulProtocol>(Names.Protocol),
            From = address.FirstDay(Names.From),
            To = address.LastDay(Names.To),
        },
        Page = address.Page(),
        Columns = address.Columns(),
    };

    /// <summary>What a query asks for.</summary>
    public ExaminationList Query(PageRequest page) => new(Filter, page);

    private AddressWriter Write() => new AddressWriter()
        .AddColumns(Columns)
        .AddId(Names.Case, Filter.Case)
        .Add(Names.Kind, Filter.Kind)
        .Add(Names.Standing, Filter.Standing)
        .Add(Names.Protocol, Filter.Protocol)
        .Add(Names.From, Filter.From)
        .Add(Names.To, Filter.To);

    /// <summary>The names that the address gives its values.</summary>
    public static class Names
    {
        public const string Case = "case";
        public const string Kind = "kind";
        public const string Standing = "standing";
        public const string Protocol = "protocol";
        public const string From = "from";
        public const string To = "until";
    }
}
