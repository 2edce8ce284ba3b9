using Trials.Domain.Reports;
using Trials.Domain.Tests.Properties;

namespace Trials.Domain.Tests.Reports;

public sealed class ReportProperties : StreamProperties<Report, ReportEvent>;
