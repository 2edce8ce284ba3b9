using Trials.Domain;
using Trials.Domain.Views;
using Trials.Web.Forms;
using Trials.Web.Forms.Fields;
using Trials.Web.Recording;

namespace Trials.Web.Views;

/// <summary>Takes the forms that save, rename and remove views.</summary>
public sealed class ViewPost(Recorder recorder, FactPost facts)
{
    /// <summary>The field of a view's name.</summary>
    public const string Name = "name";

    /// <summary>The field of the address that is saved.</summary>
    public const string Address = "address";

    /// <summary>The name that is typed; null where there is none, which <paramref name="errors"/> is told.</summary>
    public static FreeText? ReadName(Typed typed, Texts texts, FormErrors errors) =>
        (FreeText?)new AccountKind().Read(new FieldPlace(Name, texts["Views.Name"], Required: true, typed, new FormContext(texts, null!, HiddenFields.CommandOf(typed), default), errors, []));

    /// <summary>Records what becomes of a view.</summary>
    public ValueTask<Outcome> Send(ViewId view, ViewEvent said, Typed typed) => recorder.Record(
        StreamName.Of(view), MatterId.Common, new CommandHeader(HiddenFields.CommandOf(typed), facts.ShownAt(typed), new Source.SeenMyself()), [said], [], CancellationToken.None);
}
