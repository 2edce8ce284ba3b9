using Trials.Projections.Applications;
using Trials.Web.Naming;

namespace Trials.Web.Applications;

/// <summary>What is said of one application in lists and on its page. Names nobody.</summary>
public sealed class ApplicationWords(Texts texts, Names names, ApplicationListRow row)
{
    /// <summary>Our own number, or a sign that tells applications apart.</summary>
    public string Title => TitleOf(names, row.Application, row.Number);

    /// <summary>Its region.</summary>
    public string Region => row.Region is { } region ? names.Of(region) : texts["Applications.NotRecorded"];

    /// <summary>When it was documented.</summary>
    public string Received => row.Received is { } received ? texts.Dates.Happened(received) : texts["Applications.NotRecorded"];

    /// <summary>The bodies complained against.</summary>
    public string Against => row.Against.Count > 0 ? string.Join(", ", row.Against.Select(names.Of)) : texts["Applications.NotRecorded"];

    /// <summary>How many victims, and how many of them minors.</summary>
    public string Victims =>
        row.Victims == 0 ? texts["Applications.NotRecorded"]
        : row.Minors == 0 ? texts.Say(row.Victims)
        : texts["Applications.WithMinors", row.Victims, row.Minors];

    /// <summary>What was done.</summary>
    public string Done
    {
        get
        {
            var steps = row.Steps.Where(step => step != ApplicationStep.Other).Select(step => texts.Of(step));
            var all = (row.LegalSupport > 0 ? steps.Append(texts.Of(AnnualFigure.LegalSupport)) : steps).ToList();
            return all.Count > 0 ? texts.Capital(string.Join(", ", all)) : texts["Applications.NothingDone"];
        }
    }

    /// <summary>An application's number, or a sign that tells applications apart.</summary>
    public static string TitleOf(Names names, ApplicationId application, string? number) => number ?? names.Sign(application);
}
