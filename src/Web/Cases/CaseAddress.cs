using Trials.Domain;
using Trials.Web.Recording;
using Trials.Web.Registers;

namespace Trials.Web.Cases;

/// <summary>What a case's page is asked for, as it stands in its address.</summary>
/// <param name="OldestFirst">Whether the list begins with what happened first.</param>
/// <param name="Page">Which page of the list, from 1; 0 for all in one.</param>
public sealed record CaseAddress(bool OldestFirst, int Page)
{
    private const string OrderName = "order";
    private const string PageName = "page";
    private const string All = "all";

    /// <summary>Reads an address.</summary>
    public static CaseAddress Read(AddressReader address) => new(
        address.Member<Order>(OrderName) == Order.Ascending,
        address.Text(PageName) == All ? 0 : address.Page(PageName));

    /// <summary>The address of a case's page.</summary>
    /// <param name="id">Which case.</param>
    /// <param name="oldestFirst">Whether the list begins with what happened first.</param>
    /// <param name="page">Which page; 0 for all in one, null for the first.</param>
    public static string Of(CaseId id, bool oldestFirst, int? page)
    {
        var address = new AddressWriter().Add(OrderName, oldestFirst ? Order.Ascending : null);
        return (page == 0 ? address.Add(PageName, All) : address.AddPage(page ?? 1, PageName)).To(RecordAddress.Of(id));
    }
}
