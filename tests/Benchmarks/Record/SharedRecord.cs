using Trials.Benchmarks.Rebuild;

namespace Trials.Benchmarks.Record;

/// <summary>A record with its read models, written when a benchmark first asks for it, and kept for the others.</summary>
internal sealed class SharedRecord(Settings settings) : IDisposable
{
    private const int Events = 500_000;

    private SampleRecord? record;

    public async Task<SampleRecord> Get()
    {
        if (record is null)
        {
            record = await SampleRecord.Write(settings, settings.Scaled(Events));
            await ProductRebuild.Into(record.Folder, record.Folder);
            FinishedRows.Take(record.Folder, (record.Events / BareRebuild.Batch) + 1);
        }

        return record;
    }

    public void Dispose() => record?.Dispose();
}
