using NodaTime;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Domain.Claims;
using Trials.Projections;
using Trials.Projections.Claims;
using Trials.Web.Registers;

namespace Trials.Web.Claims;

/// <summary>Which claims the register shows by where they stand.</summary>
public enum ClaimState
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Those that wait for a decision.</summary>
    Open,

    /// <summary>Something was awarded or agreed, and is outstanding.</summary>
    Owed,

    /// <summary>What was awarded or agreed is paid.</summary>
    Paid,

    /// <summary>Decided: nothing was awarded.</summary>
    Refused,

    /// <summary>Agreed.</summary>
    Settled,

    /// <summary>Given back to the claimant.</summary>
    Returned,

    /// <summary>Taken back by the claimant.</summary>
    Withdrawn,

    /// <summary>Closed: nothing more is done about it.</summary>
    Closed,
}

/// <summary>What the register of claims is asked for, as it stands in its address. Without anything: all of them, the latest first.</summary>
public sealed record ClaimAddress
{
    /// <summary>The register's path.</summary>
    public const string Path = "/claims";

    /// <summary>The path of the register as a file.</summary>
    public const string CsvPath = "/claims.csv";

    /// <summary>The names that the address gives its values.</summary>
    public static class Names
    {
        public const string State = "state";
        public const string Law = "law";
        public const string Ground = "ground";
        public const string Respondent = "respondent";
        public const string Authority = "authority";
        public const string Case = "case";
        public const string FiledFrom = "from";
        public const string FiledTo = "until";
        public const string Sort = "sort";
        public const string Order = "order";
    }

    /// <summary>By where they stand.</summary>
    public ClaimState State { get; init; }

    /// <summary>Under which law.</summary>
    public ClaimLaw? Law { get; init; }

    /// <summary>What they rest on.</summary>
    public ClaimGround? Ground { get; init; }

    /// <summary>A kind of respondent that they name.</summary>
    public RespondentKind? Respondent { get; init; }

    /// <summary>An authority that they name as a respondent.</summary>
    public AuthorityCode? Authority { get; init; }

    /// <summary>The case.</summary>
    public CaseId? Case { get; init; }

    /// <summary>The first day on which they were brought.</summary>
    public LocalDate? FiledFrom { get; init; }

    /// <summary>The last day on which they were brought.</summary>
    public LocalDate? FiledTo { get; init; }

    /// <summary>In what order.</summary>
    public ClaimSort Sort { get; init; } = ClaimSort.Filed;

    /// <summary>Whether from the beginning.</summary>
    public bool Ascending { get; init; }

    /// <summary>Which page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The columns that the list shows beside its first; empty for all.</summary>
    public ValueList<string> Columns { get; init; }

    /// <summary>The whole register with the columns that are chosen.</summary>
    public ClaimAddress Cleared => new() { Columns = Columns };

    /// <summary>Reads an address.</summary>
    public static ClaimAddress Read(AddressReader address) => new()
    {
        State = address.Member<ClaimState>(Names.State) ?? ClaimState.All,
        Law = address.Member<ClaimLaw>(Names.Law),
        Ground = address.Member<ClaimGround>(Names.Ground),
        Respondent = address.Member<RespondentKind>(Names.Respondent),
        Authority = address.Code<AuthorityCode>(Names.Authority),
        Case = address.Id<CaseId>(Names.Case),
        FiledFrom = address.FirstDay(Names.FiledFrom),
        FiledTo = address.LastDay(Names.FiledTo),
        Sort = address.Member<ClaimSort>(Names.Sort) ?? ClaimSort.Filed,
        Ascending = address.Member<Order>(Names.Order) == Order.Ascending,
        Page = address.Page(),
        Columns = address.Columns(),
    };

    /// <summary>The address of this page of the register.</summary>
    public string Link => Write().AddPage(Page).To(Path);

    /// <summary>The address of the whole filtered list as a file.</summary>
    public string Csv => Write().To(CsvPath);

    /// <summary>The same list in another order, from its first page. Asked for the order that it has: turned round.</summary>
    public ClaimAddress SortedBy(ClaimSort sort) => this with { Sort = sort, Ascending = sort == Sort && !Ascending, Page = 1 };

    /// <summary>Which claims that are.</summary>
    public ClaimFilter Filter => new()
    {
        Open = State == ClaimState.Open ? true : null,
        Owed = State switch
        {
            ClaimState.Owed => true,
            ClaimState.Paid => false,
            _ => null,
        },
        Standing = State switch
        {
            ClaimState.Refused => ClaimStanding.Refused,
            ClaimState.Settled => ClaimStanding.Settled,
            ClaimState.Returned => ClaimStanding.Returned,
            ClaimState.Withdrawn => ClaimStanding.Withdrawn,
            _ => null,
        },
        Closed = State == ClaimState.Closed ? true : null,
        Law = Law,
        Ground = Ground,
        Respondent = Respondent,
        Authority = Authority,
        Case = Case,
        FiledFrom = FiledFrom,
        FiledTo = FiledTo,
    };

    /// <summary>What a query asks for.</summary>
    public ClaimList Query(LocalDate today, PageRequest page) => new(Filter, Sort, !Ascending, today, page);

    private AddressWriter Write() => new AddressWriter()
        .AddColumns(Columns)
        .Add(Names.State, State == ClaimState.All ? null : State)
        .Add(Names.Law, Law)
        .Add(Names.Ground, Ground)
        .Add(Names.Respondent, Respondent)
        .AddCode(Names.Authority, Authority)
        .AddId(Names.Case, Case)
        .Add(Names.FiledFrom, FiledFrom)
        .Add(Names.FiledTo, FiledTo)
        .Add(Names.Sort, Sort == ClaimSort.Filed ? null : Sort)
        .Add(Names.Order, Ascending ? Order.Ascending : null);
}
