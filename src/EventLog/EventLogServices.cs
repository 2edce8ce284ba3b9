using Microsoft.Extensions.DependencyInjection;
using Trials.Domain;
using Trials.Domain.People;
using Trials.EventLog.EventStoreDb;
using Trials.EventLog.Files;
using Trials.EventLog.Keys;
using Trials.EventLog.Serialization;
using Trials.EventLog.Sqlite;

namespace Trials.EventLog;

/// <summary>Composes the log, embedded or on a server.</summary>
public static class EventLogServices
{
    /// <summary>
    /// Adds the log, its codec, keys, text opener and files as singletons over one data folder. They open it when first asked for, the writer lock first,
    /// and close in the reverse order with the container, which must be disposed asynchronously: waiting appends are written then.
    /// </summary>
    public static IServiceCollection AddEventLog(this IServiceCollection services, EventLogOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(options);
        services.AddSingleton(EventTypes.All);
        services.AddSingleton<ITextOpener, TextOpener>();
        services.AddSingleton<IEventCodec, EventCodec>();
        services.AddSingleton<ChainVerifier>();
        services.AddSingleton<IErasure, Erasure>();
        if (!options.ReadOnly)
        {
            services.AddSingleton(_ => options.IsShared ? WriterLock.Share(options.Folder) : WriterLock.Acquire(options.Folder));
        }

        services.AddSingleton<IKeyRing>(provider =>
        {
            provider.GetService<WriterLock>();
            return KeyStore.Open(options.Folder, options.ReadOnly, options.IsShared);
        });
        services.AddSingleton<IFileStore>(provider => new FolderFileStore(options.Folder, provider.GetRequiredService<IKeyRing>()));
        services.AddSingleton(provider => new MeasuredLog(Open(options, provider), provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.AddSingleton<IEventLog>(provider => provider.GetRequiredService<MeasuredLog>());
        return services;
    }

    private static IEventLog Open(EventLogOptions options, IServiceProvider provider)
    {
        if (options.Server is { } server)
        {
            return new EventStoreDbLog(server, provider.GetService<TimeProvider>() ?? TimeProvider.System);
        }

        provider.GetRequiredService<IKeyRing>();
        return SqliteEventLog.Open(options);
    }
}
