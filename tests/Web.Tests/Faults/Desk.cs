using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AngleSharp.Html.Dom;
using Trials.Web.Tests.Application;

namespace Trials.Web.Tests.Faults;

/// <summary>
/// Somebody's browser, with its cookies. A form is sent as the page's script sends it: with the same command and the same fields, again and again, to whichever
/// node answers, until it is recorded.
/// </summary>
internal sealed class Desk(Nodes nodes, Ledger ledger, int seed) : IDisposable
{
    private const string NothingNew = "same=1";
    private const string Token = "__RequestVerificationToken";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = Patience };

    public Random Random { get; } = new(seed);

    /// <summary>A page; null where no node gave one.</summary>
    public Task<VisitedPage?> Get(string path) => Ask(HttpMethod.Get, path, null);

    /// <summary>A page that some node gives in the end.</summary>
    public async Task<VisitedPage> Find(string path)
    {
        while (true)
        {
            if (await Get(path) is { Status: HttpStatusCode.OK } page)
            {
                return page;
            }
        }
    }

    /// <summary>Fills in a form of a page and sends it until it is recorded.</summary>
    /// <returns>Where it leads, and the id of the stream that it begins; empty where it begins none.</returns>
    public async Task<(string Next, string Stream)> Record(string path, string form, params (string Name, string Value)[] typed)
    {
        IHtmlFormElement? element;
        do
        {
            // A page may not show yet what makes the form possible.
            element = (IHtmlFormElement?)(await Find(path)).Document.QuerySelector(form);
        }
        while (element is null);

        var fields = Visitor.Fill(element, typed);
        var command = Guid.Parse(fields.Single(field => field.Key == "command").Value, CultureInfo.InvariantCulture);
        var action = element.GetAttribute("action") is { Length: > 0 } other ? other : path;
        var stream = fields.SingleOrDefault(field => field.Key == "stream").Value ?? "";
        ledger.Sends(command);
        for (var renewed = false; ;)
        {
            switch (await Ask(HttpMethod.Post, action, fields))
            {
                case { Status: HttpStatusCode.Found or HttpStatusCode.SeeOther, Address: { } next } when !next.Contains(NothingNew, StringComparison.Ordinal):
                    ledger.Acknowledged(command);
                    return (next, stream);
                case { Status: HttpStatusCode.BadRequest } when !renewed:
                    // As the page's script does, once: with a token of a fresh copy of the page. The answers that are told at the end count it.
                    renewed = true;
                    Renew(fields, (IHtmlFormElement?)(await Find(path)).Document.QuerySelector(form));
                    break;
                case { Status: < HttpStatusCode.InternalServerError } refused:
                    ledger.SawWrong($"{action} was refused with {refused.Status}: {refused.Text(".refusal, h1")}");
                    return (path, stream);
            }
        }
    }

    public void Dispose() => client.Dispose();

    private static void Renew(List<KeyValuePair<string, string>> fields, IHtmlFormElement? fresh)
    {
        if (fresh is not null)
        {
            var token = Visitor.Fill(fresh, []).Single(field => field.Key == Token);
            fields[fields.FindIndex(field => field.Key == Token)] = token;
        }
    }

    private async Task<VisitedPage?> Ask(HttpMethod method, string path, List<KeyValuePair<string, string>>? fields)
    {
        using var request = new HttpRequestMessage(method, await nodes.Any(Random) + path) { Content = fields is null ? null : new FormUrlEncodedContent(fields) };
        request.Headers.AcceptLanguage.ParseAdd("en");
        try
        {
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var page = await Visitor.Page(response);
            ledger.Answered(seed, path, page.Status == HttpStatusCode.ServiceUnavailable ? $"{method} 503 '{(page.Document.QuerySelector("main .refusal h2") ?? page.Document.QuerySelector("main h1"))?.TextContent}'" : $"{method} {(int)page.Status}");
            return page;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException
            || (e is OperationCanceledException && !TestContext.Current.CancellationToken.IsCancellationRequested))
        {
            // A node that dies when it has just taken the connection is told by a bare SocketException.
            ledger.Answered(seed, path, $"{method} without an answer");
            return null;
        }
    }
}
