using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Trials.Web.Tests.Application;

/// <summary>A page as a visitor without scripts got it.</summary>
/// <param name="Status">The status.</param>
/// <param name="Address">Where it redirects to; null where it does not.</param>
/// <param name="Document">The page.</param>
/// <param name="Html">The page as it was sent.</param>
internal sealed record VisitedPage(HttpStatusCode Status, string? Address, IHtmlDocument Document, string Html)
{
    /// <summary>The form in which facts are recorded.</summary>
    public IHtmlFormElement Form => (IHtmlFormElement)(Document.QuerySelector("form[data-keep]") ?? throw new InvalidOperationException($"No form: {Text("main")}"));

    /// <summary>What stands in a part of the page.</summary>
    public string Text(string selector) => string.Join('\n', Document.QuerySelectorAll(selector).Select(part => part.TextContent.Trim()));

    /// <summary>The value of a field.</summary>
    public string Value(string name) => Form.Elements.OfType<IElement>().Single(field => field.GetAttribute("name") == name) switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        var input => ((IHtmlInputElement)input).Value,
    };
}

/// <summary>Somebody who visits the application with a browser that runs no scripts.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient client;

    public Visitor(string address, string language = "en")
    {
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = Timeout.InfiniteTimeSpan }) { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<HttpResponseMessage> Answer(HttpRequestMessage request) => await client.SendAsync(request, Cancellation);

    public async Task<VisitedPage> Get(string address) => await Page(await client.GetAsync(address, Cancellation));

    /// <summary>Fills a form in and sends it.</summary>
    public Task<VisitedPage> Send(VisitedPage page, params (string Name, string Value)[] typed) => Post(page, Fill(page.Form, typed));

    /// <summary>Sends a form's fields as they are given.</summary>
    public async Task<VisitedPage> Post(VisitedPage page, IEnumerable<KeyValuePair<string, string>> fields, bool inPlace = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, page.Form.GetAttribute("action")) { Content = new FormUrlEncodedContent(fields) };
        if (inPlace)
            request.Headers.Add("Trials-In-Place", "1");
        return await Page(await client.SendAsync(request, Cancellation));
    }

    /// <summary>Fills a form in, chooses a file in one of its fields, and sends it.</summary>
    public async Task<VisitedPage> SendFile(VisitedPage page, string field, string fileName, byte[] file, params (string Name, string Value)[] typed)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Fill(page.Form, typed).Where(other => other.Key != field))
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(file), field, fileName);
        using var request = new HttpRequestMessage(HttpMethod.Post, page.Form.GetAttribute("action")) { Content = content };

        // So that a form which is too long is answered, and not cut off while it is being sent.
        request.Headers.ExpectContinue = true;
        return await Page(await client.SendAsync(request, Cancellation));
    }

    /// <summary>Sends a request and reads the page that answers it.</summary>
    public async Task<VisitedPage> Read(HttpRequestMessage request) => await Page(await Answer(request));

    /// <summary>Acts as somebody else from here on.</summary>
    public async Task ActAs(Trials.Web.Acting.KnownActor person)
    {
        var form = (IHtmlFormElement)(await Get("/cases/new")).Document.QuerySelector("form[action='/acting']")!;
        using var content = new FormUrlEncodedContent(Fill(form, [("actor", person.Actor.Id.Value.ToString("N"))]));
        (await client.PostAsync("/acting", content, Cancellation)).StatusCode.Should().Be(HttpStatusCode.Found);
    }

    /// <summary>A form's fields as a browser sends them, some of them changed.</summary>
    public static List<KeyValuePair<string, string>> Fill(IHtmlFormElement form, (string Name, string Value)[] typed)
    {
        var fields = form.Elements.OfType<IElement>().SelectMany(Sent).Where(field => !typed.Any(own => own.Name == field.Key)).ToList();
        fields.AddRange(typed.Select(own => KeyValuePair.Create(own.Name, own.Value)));
        return fields;
    }

    public void Dispose() => client.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> Sent(IElement field) => field switch
    {
        _ when string.IsNullOrEmpty(field.GetAttribute("name")) || field is IHtmlButtonElement => [],
        IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => [],
        IHtmlInputElement input => [KeyValuePair.Create(input.Name!, input.Value)],
        IHtmlTextAreaElement area => [KeyValuePair.Create(area.Name!, area.Value)],
        IHtmlSelectElement select => [KeyValuePair.Create(select.Name!, select.Value ?? "")],
        _ => [],
    };

    /// <summary>Reads what was answered.</summary>
    public static async Task<VisitedPage> Page(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync(Cancellation);
        return new(response.StatusCode, response.Headers.Location?.ToString(), new HtmlParser().ParseDocument(html), html);
    }
}
