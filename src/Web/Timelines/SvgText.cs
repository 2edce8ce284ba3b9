using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Trials.Web.Timelines;

/// <summary>A text in a drawing. A component, because Razor takes an element of that name for its own.</summary>
public sealed class SvgText : ComponentBase
{
    /// <summary>How it looks.</summary>
    [Parameter, EditorRequired] public string Class { get; set; } = "";

    /// <summary>What it says.</summary>
    [Parameter, EditorRequired] public string Text { get; set; } = "";

    /// <summary>Percent of the width.</summary>
    [Parameter] public double X { get; set; }

    /// <summary>Px from there.</summary>
    [Parameter] public double Dx { get; set; }

    /// <summary>Px from the top.</summary>
    [Parameter] public double Y { get; set; }

    /// <summary>Whether it ends there rather than begins.</summary>
    [Parameter] public bool AtEnd { get; set; }

    /// <summary>A number as drawings write it, whatever the language.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", Number(X) + "%");
        builder.AddAttribute(3, "dx", Number(Dx));
        builder.AddAttribute(4, "y", Number(Y));
        builder.AddAttribute(5, "text-anchor", AtEnd ? "end" : null);
        builder.AddContent(6, Text);
        builder.CloseElement();
    }
}
