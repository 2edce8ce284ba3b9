using Trials.EventLog.InMemory;
using Trials.EventLog.Tests.EventStoreDb;

namespace Trials.EventLog.Tests.Contract;

public sealed class InMemoryContract() : EventLogContract(() => LogUnderTest.Of(new InMemoryEventLog()));

public sealed class SqliteContract() : EventLogContract(LogUnderTest.NewSqlite);

public sealed class EventStoreDbContract() : EventLogContract(ServerUnderTest.Double);

/// <summary>On a real server, where the environment names one.</summary>
public sealed class EventStoreDbServerContract() : EventLogContract(ServerUnderTest.Real);
