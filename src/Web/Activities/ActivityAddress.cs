using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Catalogues;
using Trials.Projections;
using Trials.Projections.Activities;
using Trials.Web.Applications;
using Trials.Web.Recording;
using Trials.Web.Registers;

namespace Trials.Web.Activities;

/// <summary>What the register of activities is asked for, as it stands in its address. Without anything: all, the latest first.</summary>
public sealed record ActivityAddress
{
    /// <summary>The register's path.</summary>
    public const string Path = "/activities";

    /// <summary>The path of the register as a file.</summary>
    public const string CsvPath = "/activities.csv";

    /// <summary>The names that the address gives its values.</summary>
    public static class Names
    {
        public const string Kind = "kind";
        public const string Year = "year";
        public const string Area = "area";
        public const string To = "to";
        public const string Authority = "authority";
        public const string Application = "application";
        public const string Case = "case";
        public const string Outcome = "outcome";
        public const string From = "from";
        public const string Until = "until";
        public const string Order = "order";
    }

    /// <summary>Which activities.</summary>
    public ActivityFilter Filter { get; init; } = new();

    /// <summary>Whether the latest come first.</summary>
    public bool Descending { get; init; } = true;

    /// <summary>Which page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The columns that the list shows beside its first; empty for all.</summary>
    public ValueList<string> Columns { get; init; }

    /// <summary>The whole register with the columns that are chosen.</summary>
    public ActivityAddress Cleared => new() { Columns = Columns };

    /// <summary>Reads an address.</summary>
    public static ActivityAddress Read(AddressReader address) => new()
    {
        Filter = new()
        {
            Kind = address.Member<ActivityKind>(Names.Kind),
            Year = address.Number(Names.Year),
            Area = ApplicationAddress.AreaOf(address, Names.Area),
            To = address.Member<ActivityAddressee>(Names.To),
            Authority = address.Code<AuthorityCode>(Names.Authority),
            Application = address.Id<ApplicationId>(Names.Application),
            Case = address.Id<CaseId>(Names.Case),
            Outcome = address.Member<LeadOutcome>(Names.Outcome),
            From = address.FirstDay(Names.From),
            Until = address.LastDay(Names.Until),
        },
        Descending = address.Member<Order>(Names.Order) != Order.Ascending,
        Page = address.Page(),
        Columns = address.Columns(),
    };

    /// <summary>The form of a new activity of an application.</summary>
    public static string NewOf(ApplicationId id) => new AddressWriter().AddId(Names.Application, (ApplicationId?)id).To(RecordAddress.NewActivity);

    /// <summary>The form of a new activity of a case.</summary>
    public static string NewOf(CaseId id) => new AddressWriter().AddId(Names.Case, (CaseId?)id).To(RecordAddress.NewActivity);

    /// <summary>The address of this page of the register.</summary>
    public string Link => Write().AddPage(Page).To(Path);

    /// <summary>The address of the whole filtered list as a file.</summary>
    public string Csv => Write().To(CsvPath);

    /// <summary>The same list from its other end.</summary>
    public ActivityAddress TurnedRound => this with { Descending = !Descending, Page = 1 };

    /// <summary>What a query asks for.</summary>
    public ActivityList Query(PageRequest page) => new(Filter, Descending, page);

    private AddressWriter Write() => new AddressWriter()
        .AddColumns(Columns)
        .Add(Names.Kind, Filter.Kind)
        .Add(Names.Year, Filter.Year)
        .Add(Names.Area, Filter.Area == "" ? ApplicationAddress.NoArea : Filter.Area)
        .Add(Names.To, Filter.To)
        .AddCode(Names.Authority, Filter.Authority)
        .AddId(Names.Application, Filter.Application)
        .AddId(Names.Case, Filter.Case)
        .Add(Names.Outcome, Filter.Outcome)
        .Add(Names.From, Filter.From)
        .Add(Names.Until, Filter.Until)
        .Add(Names.Order, Descending ? null : Order.Ascending);
}
