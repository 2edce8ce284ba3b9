using Trials.Domain.Applications;
using Trials.Domain.Tests.Properties;

namespace Trials.Domain.Tests.Applications;

public sealed class ApplicationProperties : StreamProperties<Application, ApplicationEvent>;
