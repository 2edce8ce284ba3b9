using Trials.EventLog.InMemory;

namespace Trials.EventLog.Tests.Contract;

public sealed class InMemoryContract() : EventLogContract(() => LogUnderTest.Of(new InMemoryEventLog()));

public sealed class SqliteContract() : EventLogContract(LogUnderTest.NewSqlite);
