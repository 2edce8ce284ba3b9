using Mediator;
using NodaTime;
using Trials.Domain;
using Trials.Projections;
using Trials.Projections.Cases;

namespace Trials.Web.Registers;

/// <summary>Which case a filter names: by id in addresses, by its number when somebody types it.</summary>
/// <param name="Chosen">The case in force; null for none.</param>
/// <param name="Typed">The number or words that were typed; null for none.</param>
/// <param name="Matches">The cases that they could mean, at most <see cref="Most"/>.</param>
public sealed record CaseSearch(CaseListRow? Chosen, string? Typed, IReadOnlyList<CaseListRow> Matches)
{
    /// <summary>The name that addresses give what was typed.</summary>
    public const string Name = "number";

    /// <summary>How many cases are offered to choose from.</summary>
    public const int Most = 10;

    /// <summary>No case is named.</summary>
    public static CaseSearch None { get; } = new(null, null, []);

    /// <summary>The one case that was meant, to go on with; null where it is not clear, or nothing was typed.</summary>
    public CaseId? Found => Typed is not null && Matches is [var only] ? only.Case : null;

    /// <summary>Finds out which case is named.</summary>
    /// <param name="address">Where the page was asked for.</param>
    /// <param name="chosen">The case that its filter names.</param>
    /// <param name="today">The court's day.</param>
    public static async Task<CaseSearch> Read(AddressReader address, CaseId? chosen, ISender sender, LocalDate today)
    {
        if (address.Text(Name) is { } typed)
        {
            var cases = await sender.Send(new CaseList(
                new CaseFilter { Search = typed }, CaseSort.Reference, false, today, new PageRequest(Size: Most)));
            return new(null, typed, cases.Rows);
        }

        return chosen is { } id && await sender.Send(new CaseHeader(id, today)) is { } view ? new(view.Row, null, []) : None;
    }
}
