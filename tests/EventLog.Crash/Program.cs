using System.Globalization;
using Trials.EventLog;
using Trials.EventLog.Crash;
using Trials.EventLog.Sqlite;

// A process to be killed: FOLDER WRITERS APPENDS SEED [not-durable]
// Appends bursts from several writers, and says after each acknowledgement which events it was for. 0 appends: until it is killed.
var (folder, writers, appends, seed) = (args[0], Number(1), Number(2), Number(3));
var hooks = new WriterHooks { Durable = !args.Contains("not-durable") };

try
{
    using var writerLock = WriterLock.Acquire(folder);
    await using var record = Record.Open(folder, hooks);
    await Task.WhenAll(Enumerable.Range(0, writers).Select(w => Task.Run(() => new BurstWriter(record, w, seed).Write(appends))));
    return 0;
}
catch (Exception e) when (e is FolderInUseException or LogUnavailableException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

int Number(int index) => int.Parse(args[index], CultureInfo.InvariantCulture);
