using Mediator;
using Microsoft.AspNetCore.Components;
using Trials.Domain;
using Trials.Web.Catalogues;
using Trials.Web.Forms;
using Trials.Web.Recording;
using Trials.Web.Timelines;

namespace Trials.Web.Entries;

/// <summary>What the pages share that amend one entry: its stream, the entry, and what it says now.</summary>
public abstract class EntryPage : RecordingPage
{
    /// <summary>The stream's name.</summary>
    [Parameter]
    public string Stream { get; set; } = "";

    /// <summary>The entry's id.</summary>
    [Parameter]
    public Guid Entry { get; set; }

    /// <summary>Opens protected texts.</summary>
    [Inject]
    protected ITextOpener Opener { get; set; } = null!;

    [Inject]
    private Texts Texts { get; set; } = null!;

    [Inject]
    private IMediator Mediator { get; set; } = null!;

    [Inject]
    private MatterForms Matters { get; set; } = null!;

    /// <summary>The stream as recorded.</summary>
    protected IReadOnlyList<RecordedEvent> History { get; private set; } = [];

    /// <summary>The entry as first recorded.</summary>
    protected RecordedEvent Recorded { get; private set; } = null!;

    /// <summary>What the entry says now; null where it is withdrawn.</summary>
    protected Entry<DomainEvent>? Effective { get; private set; }

    /// <summary>How the entry is known now; of an amendment, how that is.</summary>
    protected KnownFrom Known { get; private set; } = null!;

    /// <summary>What the forms of the entry's matter need; null where it has no page.</summary>
    protected MatterInForms? Matter { get; private set; }

    /// <summary>What can be chosen in forms of the entry's matter.</summary>
    protected MatterChoices Choices => Matter?.Choices ?? MatterChoices.None;

    /// <summary>The entry's place in its timeline.</summary>
    protected string Back => EntryPages.BackTo(Recorded, Matter?.Address);

    /// <summary>What the page is called to which one goes back.</summary>
    protected string BackText => Recorded.Stream.Category switch
    {
        "catalogue" => CatalogueKinds.Name(Texts, Recorded.Stream.Id),
        "assessment" => Texts["Shell.Assessments"],
        _ => Matter?.Name ?? Texts["Form.Timeline"],
    };

    /// <inheritdoc/>
    protected override Permission Needed => EntryPages.PermissionOf(Stream.Split('-')[0]);

    /// <inheritdoc/>
    protected override async ValueTask<bool> Load(CancellationToken cancellation)
    {
        if (Stream.Split('-', 2) is not [{ Length: > 0 }, { Length: > 0 }])
        {
            return false;
        }

        History = await Mediator.Send(new StreamHistory(new StreamName(Stream)), cancellation).ConfigureAwait(true);
        if (History.FirstOrDefault(recorded => recorded.Id.Value == Entry) is not { } found)
        {
            return false;
        }

        Recorded = found;
        EffectiveSequence.Recorded[] said = [.. History.Select(EffectiveSequence.Recorded.Of)];
        Known = KnownFrom.OfAll(said)[found.Id];
        Effective = EffectiveSequence.Of<DomainEvent>(History).FirstOrDefault(entry => entry.Id == found.Id);
        if (found.Metadata.Matter != MatterId.Common)
        {
            Matter = await Matters.Load(found.Metadata.Matter, cancellation).ConfigureAwait(true);
        }

        return true;
    }
}
