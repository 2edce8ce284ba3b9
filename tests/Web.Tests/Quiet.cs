using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Trials.Web.Tests;

/// <summary>Keeps the hundreds of applications that the tests start from telling each start and stop between the tests' results.</summary>
internal static class Quiet
{
    public static IServiceCollection OnlyWarnings(this IServiceCollection services) => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
}
