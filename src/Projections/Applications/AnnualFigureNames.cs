namespace Trials.Projections.Applications;

/// <summary>What the rows of the annual table are called in the catalogue of stated zeros.</summary>
public static class AnnualFigureNames
{
    /// <summary>The name of a row, e.g. <c>lawyer-retained</c>.</summary>
    public static string Of(AnnualFigure figure) => figure switch
    {
        AnnualFigure.Documented => "documented",
        AnnualFigure.LawyerRetained => "lawyer-retained",
        AnnualFigure.LegalSupport => "legal-support",
        AnnualFigure.LawyerMonitored => "lawyer-monitored",
        AnnualFigure.AssistanceRefused => "assistance-refused",
        _ => throw new ArgumentOutOfRangeException(nameof(figure)),
    };
}
