using System.Net;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Petitions;
using Trials.Web.Acting;
using Trials.Web.Recording;
using Trials.Web.Tests.Browser;

namespace Trials.Web.Tests.Application;

/// <summary>Forms from the page to the log and back, as a browser without scripts sends them.</summary>
public sealed class RecordingTests : IAsyncLifetime
{
    private const string Markup = "<script>alert('х')</script>&amp;<b>Ҷабрдида</b> 👩‍⚖️";

    private readonly CaseId existing = new(Guid.NewGuid());
    private RunningApplication application = null!;
    private Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        application = await RunningApplication.Start();
        visitor = new Visitor(application.Address);
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await application.DisposeAsync();
    }

    [Fact]
    public async Task A_case_that_is_opened_is_recorded_and_shown()
    {
        var form = await visitor.Get(RecordAddress.NewCase);

        var sent = await visitor.Send(form, Opening());

        sent.Status.Should().Be(HttpStatusCode.Found);
        var shown = await visitor.Get(sent.Address!);
        shown.Text("h1").Should().Contain("1-118/2026");
        shown.Text(".notice.done").Should().Be("Recorded");
        var recorded = (await Recorded()).Should().ContainSingle().Subject;
        recorded.Metadata.Author.Should().Be(DemoPeople.Lawyer.Actor.Id);
        recorded.Metadata.Happened.Should().Be(HappenedAt.On(new(2026, 5, 14)));
        recorded.Data.Should().BeOfType<CaseEvent.Opened>().Which.Articles.Should().Equal(new Article("CC", 143, 1, "1"));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_recorded_once()
    {
        var form = await visitor.Get(RecordAddress.NewCase);
        var fields = Visitor.Fill(form.Form, Opening());

        var first = await visitor.Post(form, fields);
        var second = await visitor.Post(form, fields);

        second.Address.Should().Be(first.Address);
        (await Recorded()).Should().ContainSingle();
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        var form = await visitor.Get(RecordAddress.NewCase);

        var answer = await visitor.Send(form, [.. Opening(("happened-date", "31.06.2026"), ("fact-Articles-0-number", "143a")), ("fact-Note", Markup)]);

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.Document.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href"))
            .Should().Equal("/cases/new#happened-date", "/cases/new#fact-Articles-0-number");
        answer.Text("#happened-date-error").Should().Be("31.06.2026 does not exist");
        answer.Document.QuerySelector("#happened-date")!.GetAttribute("aria-describedby").Should().Contain("happened-date-error");
        answer.Value("happened-date").Should().Be("31.06.2026");
        answer.Value("fact-Articles-0-number").Should().Be("143a");
        answer.Value("fact-Reference").Should().Be("1-118/2026");
        answer.Value("fact-Note").Should().Be(Markup);
        answer.Html.Should().NotContain("<b>Ҷабрдида");
        answer.Value("command").Should().Be(form.Value("command"));
        (await visitor.Send(form, Opening(("happened-date", "31.12.2099")))).Text("#happened-date-error").Should().StartWith("31 Dec 2099 has not come yet: today is ");
        (await Recorded()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("en", "Not recorded: a criminal case names at least one article")]
    [InlineData("ru", "Не записано: в уголовном деле должна быть хотя бы одна статья")]
    [InlineData("tg", "Сабт нашуд: дар парвандаи ҷиноятӣ ақаллан як модда бояд бошад")]
    public async Task A_refusal_says_why_and_what_to_do_and_keeps_what_was_typed(string language, string expected)
    {
        using var reader = new Visitor(application.Address, language);
        var form = await reader.Get(RecordAddress.NewCase);

        var answer = await reader.Send(form, [.. Opening(("fact-Articles-0-number", ""), ("fact-Articles-0-super", ""), ("fact-Articles-0-part", "")), ("fact-Note", Markup)]);

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.Text(".refusal h2").Should().Be(expected);
        answer.Text(".refusal p").Should().NotBeEmpty();
        answer.Value("fact-Note").Should().Be(Markup);
        (await Recorded()).Should().BeEmpty();
    }

    [Fact]
    public async Task Ten_thousand_letters_are_kept_and_shown_as_they_were_typed()
    {
        var text = string.Concat(Enumerable.Repeat("Ҷабрдида ӯро дид. ", 10_000 / 18)) + Markup;
        var form = await visitor.Get(RecordAddress.NewCase);

        var sent = await visitor.Send(form, [.. Opening(), ("fact-Note", text)]);

        var entry = (await Recorded()).Single();
        var correction = await visitor.Get(RecordAddress.Correct(entry.Stream, entry.Id));
        correction.Value("fact-Note").Should().Be(text);
        (await visitor.Get(sent.Address!)).Html.Should().NotContain("<script>alert");
    }

    [Fact]
    public async Task When_two_record_the_same_thing_at_once_the_second_sees_both_and_may_record_hers_too()
    {
        var petition = await FiledPetition();
        using var other = new Visitor(application.Address);
        await other.ActAs(DemoPeople.Observer);
        var mine = await visitor.Get(RecordAddress.In(petition, "petition-decided"));
        var theirs = await other.Get(RecordAddress.In(petition, "petition-decided"));
        (await other.Send(theirs, Decision("Denied"))).Status.Should().Be(HttpStatusCode.Found);

        var answer = await visitor.Send(mine, Decision("Granted"));

        answer.Status.Should().Be(HttpStatusCode.Conflict);
        answer.Text(".version.theirs .meta").Should().Contain("Farrukh Nazarov");
        answer.Text(".version.theirs mark").Should().Contain("denied");
        answer.Text(".version.mine .meta").Should().Contain("Dilnoza Karimova");
        answer.Text(".version.mine mark").Should().Contain("granted");
        answer.Value("fact-Decision").Should().Be("Granted");
        answer.Value("seen").Should().NotBe(mine.Value("seen"));

        var again = await visitor.Send(answer);
        again.Text(".refusal h2").Should().Contain("decided already", "a petition is decided once, whoever confirms");
    }

    [Fact]
    public async Task A_correction_begins_with_what_stands_and_says_why()
    {
        var form = await visitor.Get(RecordAddress.NewCase);
        await visitor.Send(form, [.. Opening(), ("fact-Note", Markup)]);
        var entry = (await Recorded()).Single();
        var correction = await visitor.Get(RecordAddress.Correct(entry.Stream, entry.Id));
        correction.Value("happened-date").Should().Be("14.05.2026");
        correction.Value("fact-Note").Should().Be(Markup);

        var unexplained = await visitor.Send(correction, ("fact-Reference", "1-119/2026"));
        unexplained.Text("#reason-error").Should().Be("fill this in");
        var sent = await visitor.Send(unexplained, ("reason", "Misread"));

        sent.Status.Should().Be(HttpStatusCode.Found);
        sent.Address.Should().Contain("/cases/", "it leads back to the case, shown yet or not");
        (await visitor.Get(sent.Address!.Split('#')[0])).Text("h1").Should().Contain("1-119/2026");
    }

    [Fact]
    public async Task A_withdrawal_can_be_undone()
    {
        var petition = await FiledPetition();
        var filed = (await Recorded()).Single(entry => entry.Data is PetitionEvent.Filed);

        await visitor.Send(await visitor.Get(RecordAddress.Withdraw(filed.Stream, filed.Id)), ("reason", "Twice by mistake"));
        (await visitor.Get(RecordAddress.Correct(filed.Stream, filed.Id))).Text(".refusal h2").Should().Contain("this entry is withdrawn");
        var withdrawal = (await Recorded()).Single(entry => entry.Data is Amendment.Withdrawn);
        var undo = await visitor.Get(RecordAddress.Withdraw(withdrawal.Stream, withdrawal.Id));
        undo.Text("h1").Should().Be("Undo this withdrawal");
        (await visitor.Send(undo, ("reason", "It was not"))).Status.Should().Be(HttpStatusCode.Found);

        (await visitor.Get(RecordAddress.Correct(filed.Stream, filed.Id))).Form.Should().NotBeNull();
        await application.Shown();
        (await visitor.Get(RecordAddress.Of(petition))).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_person_named_for_the_first_time_is_registered_and_offered_from_then_on()
    {
        await OpenedCase();
        var form = await visitor.Get(RecordAddress.In(existing, "case-accused-joined"));

        var sent = await visitor.Send(form, ("happened-date", "2026"), ("source", "seen"), ("fact-Person-new", "Ғафур Ҷӯраев"), ("fact-Person-born", "1980"), ("fact-Articles-0-number", "143"));

        sent.Status.Should().Be(HttpStatusCode.Found);
        await visitor.Get(sent.Address!);
        var next = await visitor.Get(RecordAddress.In(existing, "case-accused-joined"));
        next.Text("#fact-Person option").Should().Contain("Ғафур Ҷӯраев");
        sent.Address.Should().NotContain("Ғафур");
    }

    [Fact]
    public async Task One_more_row_is_asked_for_without_a_script_and_records_nothing()
    {
        var form = await visitor.Get(RecordAddress.NewCase);

        var answer = await visitor.Send(form, [.. Opening(), ("more", "fact-Articles")]);

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Document.QuerySelector("#fact-Articles-1-number").Should().NotBeNull();
        answer.Value("fact-Reference").Should().Be("1-118/2026");
        (await Recorded()).Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_may_not_record_sees_no_form_and_records_nothing()
    {
        var form = await visitor.Get(RecordAddress.NewCase);
        await visitor.ActAs(DemoPeople.Analyst);

        (await visitor.Get(RecordAddress.NewCase)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await visitor.Send(form, Opening())).Status.Should().Be(HttpStatusCode.Forbidden);
        (await Recorded()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_form_that_was_opened_in_another_name_is_not_recorded_unseen()
    {
        var form = await visitor.Get(RecordAddress.NewCase);
        await visitor.ActAs(DemoPeople.Observer);

        var answer = await visitor.Send(form, Opening());

        answer.Status.Should().Be(HttpStatusCode.Conflict);
        answer.Value("fact-Reference").Should().Be("1-118/2026");
        (await Recorded()).Should().BeEmpty();
        (await visitor.Send(answer)).Status.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_post_without_the_application_s_own_mark_is_not_taken()
    {
        var form = await visitor.Get(RecordAddress.NewCase);

        var answer = await visitor.Post(form, Visitor.Fill(form.Form, Opening()).Where(field => field.Key != "__RequestVerificationToken"));

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Text("h1").Should().Be("The form was not taken");
        (await Recorded()).Should().BeEmpty();
    }

    [Fact]
    public async Task The_script_is_told_where_to_go_in_place_of_being_sent_there()
    {
        var form = await visitor.Get(RecordAddress.NewCase);

        var answer = await visitor.Post(form, Visitor.Fill(form.Form, Opening()), inPlace: true);

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Address.Should().BeNull();
        (await Recorded()).Should().ContainSingle();
    }

    private static (string, string)[] Opening(params (string Name, string Value)[] changed)
    {
        (string Name, string Value)[] usual =
        [
            ("happened-date", "14.05.2026"),
            ("source", "seen"),
            ("fact-Kind", "Criminal"),
            ("fact-Reference", "1-118/2026"),
            ("fact-Articles-0-number", "143"),
            ("fact-Articles-0-super", "1"),
            ("fact-Articles-0-part", "1"),
        ];
        return [.. usual.Where(field => !changed.Any(own => own.Name == field.Name)), .. changed];
    }

    private static (string, string)[] Decision(string decision) =>
        [("happened-date", "20.05.2026"), ("source", "seen"), ("fact-Decision", decision), ("fact-Reasoning", "Unreasoned")];

    private async Task OpenedCase() => await application.Record(
        StreamName.Of(existing), existing.Matter, HappenedAt.On(new LocalDate(2026, 5, 14)), new CaseEvent.Opened(CaseKind.Civil, "2-61/2026", [], null));

    private async Task<PetitionId> FiledPetition()
    {
        await OpenedCase();
        var petition = new PetitionId(Guid.NewGuid());
        await application.Record(
            StreamName.Of(petition),
            existing.Matter,
            HappenedAt.On(new LocalDate(2026, 5, 15)),
            new PetitionEvent.Filed(existing, PetitionKind.Examination, Party.Defence, Addressee.Court, null, null, null, null));
        await application.Shown();
        return petition;
    }

    private Task<IReadOnlyList<RecordedEvent>> Recorded() => application.Recorded();
}
