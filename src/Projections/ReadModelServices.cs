using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trials.Domain;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Postgres;
using Trials.Projections.Engine.Sqlite;
using Trials.Projections.People;

namespace Trials.Projections;

/// <summary>Composes the read models.</summary>
public static class ReadModelServices
{
    /// <summary>The file's name within the data folder.</summary>
    public const string FileName = "readmodels.db";

    /// <summary>
    /// Adds the read models and the engine that keeps them level with the log. Who runs the process opens the engine before anything
    /// is asked, then runs it. The log, its codec, a clock and a time provider are there already, and options where they are not the default ones.
    /// </summary>
    /// <param name="services">What is added to.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="postgres">The PostgreSQL database that holds the read models in the folder's place; null for the folder.</param>
    public static IServiceCollection AddReadModels(this IServiceCollection services, string folder, PostgresOptions? postgres = null)
    {
        services.AddSingleton<ReadModelDatabase>(provider => postgres is null
            ? new SqliteReadModels(Path.Combine(folder, FileName))
            : new PostgresReadModels(postgres, provider.GetRequiredService<TimeProvider>(), provider.GetService<ProjectionEngineOptions>()?.OnTrouble));
        services.AddSingleton(provider => new ProjectionEngine(
            provider.GetRequiredService<IEventLog>(),
            provider.GetRequiredService<IEventCodec>(),
            provider.GetRequiredService<ReadModelDatabase>(),
            ReadModels.All,
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ProjectionEngineOptions>()));
        services.AddSingleton<ErasedPersons>();
        services.AddSingleton<IProjections>(provider => provider.GetRequiredService<ProjectionEngine>());
        return services;
    }
}
