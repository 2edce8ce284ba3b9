using Trials.Domain;
using Trials.Domain.Hearings;
using Trials.Domain.People;
using Trials.Domain.Petitions;
using Trials.Web.Recording;

namespace Trials.Web.Tests.Browser;

/// <summary>The application with one case, and the addresses of everything in it.</summary>
public sealed class RecordedSite : IAsyncLifetime
{
    private RunningApplication? application;
    private RecordedCase? recorded;

    /// <summary>The page of the case.</summary>
    public string CaseAddress => RecordAddress.Of(Case.Id);

    internal RunningApplication Application => application ?? throw new InvalidOperationException("It has not been started.");

    internal RecordedCase Case => recorded ?? throw new InvalidOperationException("It has not been recorded.");

    /// <summary>Every entry.</summary>
    internal IReadOnlyList<RecordedEvent> Entries { get; private set; } = [];

    /// <summary>Every hearing, the first one first.</summary>
    internal IEnumerable<HearingId> Hearings => Streams<HearingEvent.Scheduled>().Select(id => new HearingId(id));

    /// <summary>Every petition, the first one first.</summary>
    internal IEnumerable<PetitionId> Petitions => Streams<PetitionEvent.Filed>().Select(id => new PetitionId(id));

    /// <summary>The accused.</summary>
    internal PersonId Person => new(Streams<PersonEvent.Registered>().First());

    public async ValueTask InitializeAsync()
    {
        application = await RunningApplication.Start();
        recorded = new RecordedCase(application);
        await recorded.Record();
        Entries = await application.Recorded();
    }

    public async ValueTask DisposeAsync()
    {
        if (application is not null)
        {
            await application.DisposeAsync();
        }
    }

    private IEnumerable<Guid> Streams<TFirst>() =>
        Entries.Where(entry => entry.Data is TFirst).Select(entry => Guid.Parse(entry.Stream.Id));
}
