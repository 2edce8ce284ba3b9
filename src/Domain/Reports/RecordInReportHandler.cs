namespace Trials.Domain.Reports;

/// <summary>Records in an observer's report.</summary>
public sealed class RecordInReportHandler(DecisionLoop loop, ViewerAccessor viewers)
    : RecordingHandler<RecordInReport, Report, ReportEvent>(loop, viewers);
