using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Petitions;
using Trials.Projections;
using Trials.Projections.Petitions;
using Trials.Web.Registers;

namespace Trials.Web.Petitions;

/// <summary>Which petitions the register shows by where they stand.</summary>
public enum PetitionState
{
    /// <summary>Waiting or held over.</summary>
    Open,

    /// <summary>Waiting, never held over.</summary>
    Waiting,

    /// <summary>Held over.</summary>
    HeldOver,

    /// <summary>Decided.</summary>
    Decided,

    /// <summary>Taken back.</summary>
    Withdrawn,

    /// <summary>Without a decision, when whoever had to decide no longer could.</summary>
    Disregarded,

    /// <summary>All of them.</summary>
    All,
}

/// <summary>What the register of petitions is asked for, as it stands in its address. Without anything: those that wait, the longest first.</summary>
public sealed record PetitionAddress
{
    /// <summary>The register's path.</summary>
    public const string Path = "/petitions";

    /// <summary>The path of the register as a file.</summary>
    public const string CsvPath = "/petitions.csv";

    /// <summary>The names that the address gives its values.</summary>
    public static class Names
    {
        public const string State = "state";
        public const string Kind = "kind";
        public const string By = "by";
        public const string To = "to";
        public const string Decision = "decision";
        public const string Case = "case";
        public const string Hearing = "hearing";
        public const string FiledFrom = "from";
        public const string FiledTo = "until";
        public const string Days = "days";
        public const string Sort = "sort";
        public const string Order = "order";
    }

    /// <summary>By where they stand.</summary>
    public PetitionState State { get; init; }

    /// <summary>What is asked for.</summary>
    public PetitionKind? Kind { get; init; }

    /// <summary>By whom.</summary>
    public Party? By { get; init; }

    /// <summary>To whom.</summary>
    public Addressee? To { get; init; }

    /// <summary>What was decided.</summary>
    public PetitionDecision? Decision { get; init; }

    /// <summary>The case.</summary>
    public CaseId? Case { get; init; }

    /// <summary>The hearing at which it was made.</summary>
    public HearingId? Hearing { get; init; }

    /// <summary>The first day of filing.</summary>
    public LocalDate? FiledFrom { get; init; }

    /// <summary>The last day of filing.</summary>
    public LocalDate? FiledTo { get; init; }

    /// <summary>How many days open ones wait at least; null restricts neither that nor to open ones.</summary>
    public int? Days { get; init; }

    /// <summary>In what order.</summary>
    public PetitionSort Sort { get; init; } = PetitionSort.Filed;

    /// <summary>Whether from the end.</summary>
    public bool Descending { get; init; }

    /// <summary>Which page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The columns that the list shows beside its first; empty for all.</summary>
    public ValueList<string> Columns { get; init; }

    /// <summary>What is shown where nothing is asked for, with the columns that are chosen.</summary>
    public PetitionAddress Cleared => new() { Columns = Columns };

    /// <summary>Reads an address.</summary>
    public static PetitionAddress Read(AddressReader address) => new()
    {
        State = address.Member<PetitionState>(Names.State) ?? PetitionState.Open,
        Kind = address.Member<PetitionKind>(Names.Kind),
        By = address.Member<Party>(Names.By),
        To = address.Member<Addressee>(Names.To),
        Decision = address.Member<PetitionDecision>(Names.Decision),
        Case = address.Id<CaseId>(Names.Case),
        Hearing = address.Id<HearingId>(Names.Hearing),
        FiledFrom = address.FirstDay(Names.FiledFrom),
        FiledTo = address.LastDay(Names.FiledTo),
        Days = address.Number(Names.Days) is { } days ? Math.Clamp(days, 0, MostDays) : null,
        Sort = address.Member<PetitionSort>(Names.Sort) ?? PetitionSort.Filed,
        Descending = address.Member<Order>(Names.Order) == Order.Descending,
        Page = address.Page(),
        Columns = address.Columns(),
    };

    /// <summary>The most days that are asked for: a hundred years.</summary>
    public const int MostDays = 36_525;

    /// <summary>The address of this page of the register.</summary>
    public string Link => Write().AddPage(Page).To(Path);

    /// <summary>The address of the whole filtered list as a file.</summary>
    public string Csv => Write().To(CsvPath);

    /// <summary>The same list in another order, from its first page. Asked for the order that it has: turned round.</summary>
    public PetitionAddress SortedBy(PetitionSort sort) =>
        this with { Sort = sort, Descending = sort == Sort && !Descending, Page = 1 };

    /// <summary>Which petitions that are on a day.</summary>
    public PetitionFilter Filter(LocalDate today)
    {
        var waitsSince = Days is { } days ? today.PlusDays(-days) : (LocalDate?)null;
        return new()
        {
            Open = State switch
            {
                _ when Days is not null => true,
                PetitionState.Open => true,
                _ => null,
            },
            Standing = State switch
            {
                PetitionState.Waiting => PetitionStanding.Waiting,
                PetitionState.HeldOver => PetitionStanding.HeldOver,
                PetitionState.Decided => PetitionStanding.Decided,
                PetitionState.Withdrawn => PetitionStanding.Withdrawn,
                PetitionState.Disregarded => PetitionStanding.Disregarded,
                _ => null,
            },
            Kind = Kind,
            By = By,
            To = To,
            Decision = Decision,
            Case = Case,
            Hearing = Hearing,
            FiledFrom = FiledFrom,
            FiledTo = FiledTo is { } last && waitsSince is { } since ? LocalDate.Min(last, since) : FiledTo ?? waitsSince,
        };
    }

    /// <summary>What a query asks for.</summary>
    public PetitionList Query(LocalDate today, PageRequest page) => new(Filter(today), Sort, Descending, today, page);

    private AddressWriter Write() => new AddressWriter()
        .AddColumns(Columns)
        .Add(Names.State, State == PetitionState.Open ? null : State)
        .Add(Names.Kind, Kind)
        .Add(Names.By, By)
        .Add(Names.To, To)
        .Add(Names.Decision, Decision)
        .AddId(Names.Case, Case)
        .AddId(Names.Hearing, Hearing)
        .Add(Names.FiledFrom, FiledFrom)
        .Add(Names.FiledTo, FiledTo)
        .Add(Names.Days, Days)
        .Add(Names.Sort, Sort == PetitionSort.Filed ? null : Sort)
        .Add(Names.Order, Descending ? Order.Descending : null);
}
