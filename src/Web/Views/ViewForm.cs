using Microsoft.AspNetCore.Components;
using Trials.Domain;
using Trials.Domain.Views;
using Trials.Web.Forms;
using Trials.Web.Recording;

namespace Trials.Web.Views;

/// <summary>What the two pages share on which views are saved, renamed and removed.</summary>
public abstract class ViewForm : ComponentBase
{
    /// <summary>Goes elsewhere, or says that there is nothing.</summary>
    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ViewPost Post { get; set; } = null!;

    [Inject]
    private FactPost Facts { get; set; } = null!;

    [Inject]
    private Texts Words { get; set; } = null!;

    /// <summary>The request.</summary>
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    /// <summary>What stands in the form.</summary>
    protected Typed Form { get; private set; } = new();

    /// <summary>What cannot be read.</summary>
    protected FormErrors Errors { get; } = new();

    /// <summary>Why it was refused; null where it was not.</summary>
    protected Refusal? Refusal { get; private set; }

    /// <summary>Takes up the form that was sent, or begins a new one.</summary>
    protected void Begin()
    {
        if (HiddenFields.Posted(Http) is { } posted)
        {
            Form = posted;
            return;
        }

        Facts.Prepare(Form, -1);
        Form[HiddenFields.Command] = Guid.NewGuid().ToString("N");
        Form[HiddenFields.Stream] = Guid.NewGuid().ToString("N");
    }

    /// <summary>The id of one of several forms of a page: of the one that was sent, the one that it was sent with; of every other, one of its own.</summary>
    /// <param name="form">The form's name.</param>
    protected string CommandOf(string form) =>
        (HiddenFields.Posted(Http) is { } posted && posted[HiddenFields.Handler] == form ? HiddenFields.CommandOf(posted).Value : Guid.NewGuid()).ToString("N");

    /// <summary>Records what is made of the name that was typed, then goes on.</summary>
    protected Task Named(ViewId view, Func<FreeText, ViewEvent> say, string next)
    {
        if (ViewPost.ReadName(Form, Words, Errors) is { } name)
        {
            return Send(view, say(name), next);
        }

        Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Task.CompletedTask;
    }

    /// <summary>Records something, then goes on.</summary>
    protected async Task Send(ViewId view, ViewEvent said, string next)
    {
        switch (await Post.Send(view, said, Form).ConfigureAwait(true))
        {
            case Outcome.Recorded recorded:
                Navigation.NavigateTo(ShownAt.Address(next, recorded.Position));
                break;
            case Outcome.Refused(var refusal):
                Refuse(refusal);
                break;
            case Outcome.Conflicted conflict:
                Refuse(conflict.Refusal);
                break;
            default:
                Navigation.NavigateTo(ShownAt.Unchanged(next));
                break;
        }
    }

    private void Refuse(Refusal refusal)
    {
        Refusal = refusal;
        Http.Response.StatusCode = FactForm.StatusOf(refusal);
    }
}
