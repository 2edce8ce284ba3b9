using Trials.Projections.Search;
using Trials.Web.Registers;

namespace Trials.Web.Search;

/// <summary>What the search is asked for, as it stands in its address.</summary>
/// <param name="Text">What was typed; null for nothing.</param>
/// <param name="Kind">Of which kind a page is asked for; null for the first of each.</param>
/// <param name="Page">Which page of it, from 1.</param>
public sealed record SearchAddress(string? Text, SearchKind? Kind, int Page)
{
    /// <summary>The page's path.</summary>
    public const string Path = "/search";

    /// <summary>The name that the address gives to what was typed.</summary>
    public const string TextName = "q";

    /// <summary>The name that the address gives the kind.</summary>
    public const string KindName = "kind";

    /// <summary>How many of one kind a page holds.</summary>
    public const int PageSize = 25;

    /// <summary>The address.</summary>
    public string Link => new AddressWriter().Add(TextName, Text).Add(KindName, Kind).AddPage(Page).To(Path);

    /// <summary>Reads an address.</summary>
    public static SearchAddress Read(AddressReader address) => new(address.Text(TextName), address.Member<SearchKind>(KindName), address.Page());
}
