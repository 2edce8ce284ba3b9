using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trials.Projections;
using Trials.Web.Recording;
using Trials.Web.Tests.Browser;
using Trials.Web.Tests.Operations;

namespace Trials.Web.Tests.Application;

/// <summary>The read models in the folder's own file, on a disk that does not give it.</summary>
public sealed class ReadModelsAwayTests
{
    [Fact]
    public async Task Pages_say_in_the_readers_language_that_they_cannot_be_made_and_come_back_with_the_file()
    {
        using var told = new Everything();
        await using var application = await RunningApplication.Start(demo: false, adjust: services => services.AddSingleton<ILoggerProvider>(told));
        using var visitor = new Visitor(application.Address);
        var form = await visitor.Get(RecordAddress.NewCase);
        var sent = await visitor.Send(form, ("happened-date", "14.05.2026"), ("source", "seen"), ("fact-Kind", "Civil"), ("fact-Reference", "1-1/2026"));
        await application.Shown();
        var file = Path.Combine(application.Services.GetRequiredService<ServeOptions>().DataFolder, ReadModelServices.FileName);

        File.Move(file, file + "-elsewhere");
        Forget(file);
        (string Language, string Title)[] expected =
            [("en", "The pages cannot be made at this moment"), ("ru", "Страницы сейчас недоступны"), ("tg", "Саҳифаҳо ҳоло дастнорасанд")];
        foreach (var (language, title) in expected)
        {
            using var reader = new Visitor(application.Address, language);
            var page = await reader.Get("/cases");
            (page.Status, page.Text("h1")).Should().Be((HttpStatusCode.ServiceUnavailable, title));
        }

        told.Logged.Should().Contain(line => line.Contains("SqliteException 14", StringComparison.Ordinal), "whoever runs it must hear why");

        File.Move(file + "-elsewhere", file);
        (await visitor.Get(sent.Address!)).Text("h1").Should().Contain("1-1/2026");
    }

    /// <summary>Closes the connections that were kept for the next reading.</summary>
    private static void Forget(string file)
    {
        using var pooled = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly }.ToString());
        SqliteConnection.ClearPool(pooled);
    }
}
