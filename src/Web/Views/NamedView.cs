using Trials.Domain;
using Trials.Projections.Views;
using Trials.Web.Registers;

namespace Trials.Web.Views;

/// <summary>A saved view as its owner sees it.</summary>
/// <param name="View">Which.</param>
/// <param name="Register">Of which register.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Address">The register with what was saved.</param>
/// <param name="Revision">The revision of its stream, for forms.</param>
public sealed record NamedView(ViewId View, Register Register, string Name, string Address, long Revision)
{
    /// <summary>Opens what is sealed, by name. What leads to no register is left out, so that nothing that is kept leads out of this site; so is what was erased.</summary>
    public static IReadOnlyList<NamedView> Open(IEnumerable<SavedView> views, ITextOpener opener, Texts texts)
    {
        var opened = new List<NamedView>();
        foreach (var view in views)
        {
            if (opener.Open(view.Name) is { } name && opener.Open(view.Address) is { } address && AllRegisters.Of(address) is { } register)
            {
                opened.Add(new(view.View, register, name, address, view.Revision));
            }
        }

        return [.. opened.OrderBy(view => view.Name, texts.Sorting).ThenBy(view => view.View.Value)];
    }
}
