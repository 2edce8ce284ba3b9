using Microsoft.AspNetCore.Components;
using Trials.Domain;
using Trials.Web.Forms;
using Trials.Web.Forms.Fields;
using Trials.Web.Recording;

namespace Trials.Web.Assessments;

/// <summary>What the pages share on which findings are decided: the register and a finding's own.</summary>
public abstract class DecisionPage : ComponentBase
{
    /// <summary>The name of the form.</summary>
    protected const string FormName = "decide";

    /// <summary>The reader's language.</summary>
    [Inject]
    protected Texts Words { get; set; } = null!;

    /// <summary>Who acts.</summary>
    [Inject]
    protected IActorSource Acting { get; set; } = null!;

    /// <summary>Goes elsewhere, or says that there is nothing.</summary>
    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private AssessmentPost Post { get; set; } = null!;

    [Inject]
    private FactPost Facts { get; set; } = null!;

    /// <summary>The request.</summary>
    [CascadingParameter]
    protected HttpContext? Http { get; set; }

    /// <summary>What stands in the form.</summary>
    protected Typed Form { get; private set; } = new();

    /// <summary>What cannot be read.</summary>
    protected FormErrors Errors { get; } = new();

    /// <summary>What became of a decision that was not taken whole; null otherwise.</summary>
    protected DecisionsMade? Made { get; private set; }

    /// <summary>Whether whoever acts may decide.</summary>
    protected bool MayDecide => Acting.Current?.Permissions.Contains(Permission.Assess) == true;

    /// <summary>The form's id.</summary>
    protected string Command { get; private set; } = "";

    /// <summary>Takes up the form that was sent, or begins a new one.</summary>
    protected void Begin()
    {
        var posted = Http is { } http ? HiddenFields.Posted(http) : null;
        Form = posted ?? new Typed();
        if (posted is null)
        {
            Facts.Prepare(Form, -1);
        }

        Command = (posted is null ? Guid.NewGuid() : HiddenFields.CommandOf(posted).Value).ToString("N");
    }

    /// <summary>Decides what was sent, then shows a page.</summary>
    /// <param name="bases">The findings.</param>
    /// <param name="done">The page to show then.</param>
    protected async Task Decide(IReadOnlyList<string> bases, string done)
    {
        var form = new FormContext(Words, null!, HiddenFields.CommandOf(Form), Acting.Current!.Id);
        var reason = (FreeText?)new AccountKind().Read(new FieldPlace(AssessmentPost.Reason, Words["Assessments.Reason"], Required: true, Form, form, Errors, []));
        if (bases.Count == 0)
        {
            Errors.Add(AssessmentPost.Chosen, Words["Assessments.Findings"], Words["Assessments.ChooseOne"]);
        }

        if (Errors.Any || reason is null)
        {
            Http!.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        var made = await Post.Decide(bases, Form[AssessmentPost.Decision] == AssessmentPost.Confirm, reason, Form).ConfigureAwait(true);
        if (made.All)
        {
            Navigation.NavigateTo(made.Last is { } last ? ShownAt.Address(done, last) : ShownAt.Unchanged(done));
            return;
        }

        Made = made;
        Http!.Response.StatusCode = StatusCodes.Status409Conflict;
    }
}
