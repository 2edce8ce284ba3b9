using Mediator;
using Trials.Domain;
using Trials.Projections.Engine;

namespace Trials.Projections.Tests.Support;

/// <summary>Finds the handler of a query, as the mediator does in the product.</summary>
internal static class Handlers
{
    public static object Of<TQuery>(ReadModelDatabase database, IEventCodec codec, ViewerAccessor viewers, IProjections projections)
    {
        object[] services = [database, codec, viewers, projections];
        var type = typeof(ReadModels).Assembly.GetTypes().Single(t => t.GetInterfaces().Any(
            i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQueryHandler<,>) && i.GenericTypeArguments[0] == typeof(TQuery)));
        var constructor = type.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => services.Single(p.ParameterType.IsInstanceOfType))]);
    }
}
