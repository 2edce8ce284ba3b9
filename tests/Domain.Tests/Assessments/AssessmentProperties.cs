using Trials.Domain.Assessments;
using Trials.Domain.Tests.Properties;

namespace Trials.Domain.Tests.Assessments;

public sealed class AssessmentProperties : StreamProperties<Assessment, AssessmentEvent>;
