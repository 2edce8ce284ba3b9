using System.Net;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.People;
using Trials.Web.Recording;
using Trials.Web.Tests.Browser;

namespace Trials.Web.Tests.Application;

/// <summary>Two persons who turn out to be one, as a browser without scripts sends it.</summary>
public sealed class MergingTests : IAsyncLifetime
{
    private readonly CaseId story = new(Guid.NewGuid());
    private readonly PersonId first = new(Guid.NewGuid());
    private readonly PersonId twice = new(Guid.NewGuid());
    private RunningApplication application = null!;
    private Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        application = await RunningApplication.Start();
        visitor = new Visitor(application.Address);
        await Record(StreamName.Of(first), new PersonEvent.Registered(PersonalText.From("Бахтиёр Лочинов"), Sex.Male, 1985));
        await Record(StreamName.Of(twice), new PersonEvent.Registered(PersonalText.From("Б. Лочинов"), Sex.Male, null));
        await Record(
            StreamName.Of(story),
            new CaseEvent.Opened(CaseKind.Criminal, "1/2024", [new("CC", 143, 1, "2")], null),
            new CaseEvent.AccusedJoined(first, []),
            new CaseEvent.ReprisalReported(twice, ReprisalKind.Threat, null, null));
        await application.Shown();
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await application.DisposeAsync();
    }

    [Fact]
    public async Task The_form_offers_the_others_of_the_case_and_nobody_new()
    {
        var form = await visitor.Get(RecordAddress.In(twice, "person-merged"));

        form.Document.QuerySelectorAll("#fact-Into option").Select(option => option.GetAttribute("value")).Should().Equal("", first.Value.ToString("N"));
        form.Document.QuerySelector("[name='fact-Into-new']").Should().BeNull();

        var sent = await visitor.Send(form, ("happened-date", "12.02.2024"), ("source", "seen"), ("fact-Into", first.Value.ToString("N")));

        sent.Status.Should().Be(HttpStatusCode.Found, sent.Text("main"));
        (await application.Recorded()).Select(e => e.Data).OfType<PersonEvent.Merged>().Should().ContainSingle(e => e.Into == first);
        (await visitor.Get(sent.Address!)).Text("main").Should().Contain("Бахтиёр Лочинов");
    }

    private Task<ValueList<EventId>> Record(StreamName stream, params DomainEvent[] events) =>
        application.Record(stream, story.Matter, HappenedAt.On(new(2024, 1, 10)), events);
}
