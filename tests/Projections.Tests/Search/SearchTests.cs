using NodaTime;
using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Applications;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Domain.Petitions;
using Trials.Projections.Assessments;
using Trials.Projections.Search;
using Trials.Projections.Tests.Support;
using Trials.Projections.Tests.Support.Stores;
using Trials.Projections.Text;

namespace Trials.Projections.Tests.Search;

public abstract class SearchTests(Store store)
{
    private static readonly ApplicationId Application = new(Any.Id("application"));

    private readonly World world = new(store);

    [Fact]
    public async Task A_case_and_what_belongs_to_it_are_found_by_its_number_and_each_by_what_is_its_own()
    {
        await Record();
        await using var projected = await Projected.Of(world);

        (await Found(projected, Words("1-101/2023"))).Should().Equal(
            (SearchKind.Case, 1), (SearchKind.Hearing, 1), (SearchKind.Petition, 1), (SearchKind.Entry, 4));
        (await Found(projected, Words("101/2023"))).Should().Contain((SearchKind.Case, 1), "the end of a number finds it");
        (await Found(projected, Words("1-10"))).Should().NotContain((SearchKind.Case, 1), "a number is whole unless it is being typed");
        (await Found(projected, Code(SearchTokens.Of(PetitionKind.Records)))).Should().Equal((SearchKind.Petition, 1), (SearchKind.Entry, 1));
        (await Found(projected, Words("1-101/2023"), Code(SearchTokens.Of(HearingKind.Trial)))).Should().Equal((SearchKind.Hearing, 1), (SearchKind.Entry, 1));
        (await Found(projected, Words("1-102/2023"), Code(SearchTokens.Of(HearingKind.Trial)))).Should().BeEmpty("every term must be met");
        (await Found(projected, new SearchTerm([], [], [SearchKind.Petition], null, null))).Should().Equal((SearchKind.Petition, 1));
    }

    [Fact]
    public async Task What_catalogues_call_so_finds_what_names_it_in_any_form_and_language_and_a_region_its_courts()
    {
        await Record();
        await using var projected = await Projected.Of(world);

        foreach (var name in new[] { "ноҳияи", "нохия", "района", "District", "сомон" })
        {
            (await Found(projected, Words(name))).Should().Contain([(SearchKind.Hearing, 1), (SearchKind.Catalogue, 2)], "the court and who judges there: {0}", name);
        }

        (await Found(projected, Words("столицы"))).Should().Contain([(SearchKind.Hearing, 1), (SearchKind.Application, 1)], "the region finds both");
        (await Found(projected, Words("Шариф"))).Should().Equal((SearchKind.Hearing, 1), (SearchKind.Catalogue, 1), (SearchKind.Entry, 1));
        (await Found(projected, Words("пытка"))).Should().Equal((SearchKind.Case, 1), (SearchKind.Catalogue, 1), (SearchKind.Entry, 1));
        var hit = (await Ask(projected, [Words("сомон")], SearchKind.Hearing)).Single(g => g.Kind == SearchKind.Hearing).Found.Single();
        hit.Should().Be(new SearchHit(
            SearchKind.Hearing, Any.Hearing.Value, null, "HearingKind/Trial", "courts/dushanbe-somoni", HappenedAt.On(Any.Day), Any.Case.Matter, SearchKind.Case,
            "1-101/2023", null));
    }

    [Fact]
    public async Task Articles_days_and_documents_are_found_and_the_word_that_is_typed_may_go_on()
    {
        await Record();
        await using var projected = await Projected.Of(world);

        (await Found(projected, Code("§143^1"))).Should().Contain((SearchKind.Case, 1));
        (await Found(projected, Code("§143^1.2"))).Should().Contain((SearchKind.Case, 1));
        (await Found(projected, Code("§143"))).Should().BeEmpty("143 is not 143¹");
        (await Found(projected, new SearchTerm(["=2023-11-14"], [], [], Any.Day, Any.Day))).Should().Contain((SearchKind.Hearing, 1));
        (await Found(projected, new SearchTerm([], [], [], new LocalDate(2020, 1, 1), new LocalDate(2020, 12, 31)))).Should().BeEmpty();
        (await Found(projected, Words("17-д"))).Should().Equal((SearchKind.Case, 1), (SearchKind.Entry, 1));
        (await Found(projected, Typing("хуку"))).Should().Equal((SearchKind.Case, 1), (SearchKind.Entry, 1));
        (await Found(projected, Words("хуку"))).Should().BeEmpty();
    }

    [Fact]
    public async Task Texts_and_persons_are_never_found()
    {
        await Record();
        await using var projected = await Projected.Of(world);

        foreach (var secret in new[] { "words", "In", Any.Person.Value.ToString("N"), "Female", "Каримова" })
        {
            (await Found(projected, Typing(WordForms.Fold(secret)))).Should().BeEmpty(secret);
        }

        projected.Rows("SELECT token FROM search_tokens").Should().NotBeEmpty()
            .And.NotContain(token => token.StartsWith("Sex/", StringComparison.Ordinal) || token.StartsWith("карим", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_beginning_of_a_word_is_not_the_beginning_of_a_code()
    {
        await Record();
        await using var projected = await Projected.Of(world);

        foreach (var word in new[] { "co", "courts", "official", "regi", "art" })
        {
            (await Found(projected, Typing(word))).Should().NotContain(group => group.Kind == SearchKind.Entry, word);
        }
    }

    [Fact]
    public async Task What_is_corrected_or_withdrawn_is_found_as_it_stands()
    {
        await Record();
        var filed = (await world.Stream(StreamName.Of(Any.Petition)))[0].Id;
        await world.AmendPetition(Any.Petition, new Amendment.Corrected(
            filed, new PetitionEvent.Filed(Any.Case, PetitionKind.Recusal, Party.Defence, Addressee.Court, 1, null, null, null), Any.At(12, 0), Any.Text));
        await using var projected = await Projected.Of(world);
        (await Found(projected, Code(SearchTokens.Of(PetitionKind.Records)))).Should().BeEmpty();
        (await Found(projected, Code(SearchTokens.Of(PetitionKind.Recusal)))).Should().Contain((SearchKind.Petition, 1));

        var correction = (await world.Stream(StreamName.Of(Any.Petition)))[^1].Id;
        await world.AmendPetition(Any.Petition, new Amendment.Withdrawn(correction, Any.Text), new Amendment.Withdrawn(filed, Any.Text));
        await projected.CatchUp();
        (await Found(projected, Code(SearchTokens.Of(PetitionKind.Recusal)))).Should().BeEmpty();
        (await Found(projected, Code(SearchTokens.Of(PetitionKind.Records)))).Should().BeEmpty();
    }

    [Fact]
    public async Task Findings_are_found_by_what_they_are_called_and_where()
    {
        await Record();
        await world.Catalogue(Mapping.Catalogue, new CatalogueEvent.EntryPut(
            "late-start", new("Late start", "Позднее начало", "Оғози дер"), [new("yields", "indicator")], null, null, "Report", Verified: false));
        await world.Hearing(Any.Hearing, Any.At(11, 40), new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.NotRecorded, null));
        await using var projected = await Projected.Of(world);

        (await Found(projected, Words("позднего"), Words("начала"))).Should().Equal((SearchKind.Finding, 1), (SearchKind.Catalogue, 1));
        (await Found(projected, Words("огози"), Words("сомон"))).Should().Equal((SearchKind.Finding, 1));
        var hit = (await Ask(projected, [Words("late"), Words("1-101/2023")], null)).Single().Found.Single();
        (hit.Kind, hit.What, hit.Place, hit.Matter, hit.Reference).Should().Be((SearchKind.Finding, "late-start", "courts/dushanbe-somoni", Any.Case.Matter, "1-101/2023"));
    }

    [Fact]
    public async Task A_finding_is_found_by_its_day_and_no_other_day_of_its_month()
    {
        await Record();
        await world.Catalogue(Mapping.Catalogue, new CatalogueEvent.EntryPut(
            "late-start", new("Late start", "Позднее начало", "Оғози дер"), [new("yields", "indicator")], null, null, "Report", Verified: false));
        await world.Hearing(Any.Hearing, Any.At(11, 40), new HearingEvent.Opened(DelayCause.NotExplained, CausedBy.NotRecorded, null));
        await using var projected = await Projected.Of(world);
        var (first, last) = (Any.Day.With(DateAdjusters.StartOfMonth), Any.Day.With(DateAdjusters.EndOfMonth));

        (await Found(projected, Words("late"), On(Any.Day, Any.Day))).Should().Contain((SearchKind.Finding, 1));
        (await Found(projected, Words("late"), On(Any.Day.PlusDays(1), Any.Day.PlusDays(1)))).Should().NotContain(group => group.Kind == SearchKind.Finding);
        (await Found(projected, Words("late"), On(last, last))).Should().NotContain(group => group.Kind == SearchKind.Finding, "a month's last day is no month");
        (await Found(projected, Words("late"), On(first, last))).Should().Contain((SearchKind.Finding, 1));
        (await Found(projected, Words("late"), On(first.PlusMonths(1), last.PlusMonths(1)))).Should().NotContain(group => group.Kind == SearchKind.Finding);
        (await Found(projected, Words("late"), On(new(2023, 1, 1), new(2023, 12, 31)))).Should().Contain((SearchKind.Finding, 1));
    }

    [Fact]
    public async Task What_is_known_to_a_month_or_a_year_is_found_by_it_and_by_nothing_narrower()
    {
        await world.Case(Any.Case, HappenedAt.In(2023, 5), World.Opened("1-1/2023"));
        await world.Case(Any.OtherCase, HappenedAt.InYear(2023), World.Opened("1-2/2023"));
        await using var projected = await Projected.Of(world);

        (await Cases(On(new(2023, 5, 1), new(2023, 5, 31)))).Should().Equal("1-1/2023");
        (await Cases(On(new(2023, 1, 1), new(2023, 1, 31)))).Should().BeEmpty("the year's beginning only stands for it");
        (await Cases(On(new(2023, 5, 1), new(2023, 5, 1)))).Should().BeEmpty();
        (await Cases(On(new(2023, 1, 1), new(2023, 12, 31)))).Should().BeEquivalentTo("1-1/2023", "1-2/2023");

        async Task<IEnumerable<string?>> Cases(SearchTerm term) =>
            (await Ask(projected, [term], null)).Where(group => group.Kind == SearchKind.Case).SelectMany(group => group.Found).Select(hit => hit.Reference);
    }

    [Fact]
    public async Task What_belongs_to_a_case_whose_beginning_is_withdrawn_leads_to_itself_and_to_no_activity()
    {
        await Record();
        var recorded = await world.Stream(StreamName.Of(Any.Case));
        await world.AmendCase(Any.Case, [.. recorded.Reverse().Select(entry => new Amendment.Withdrawn(entry.Id, Any.Text))]);

        await using var projected = await Projected.Of(world);
        var found = (await Ask(projected, [Code(SearchTokens.Of(PetitionKind.Records))], null)).SelectMany(group => group.Found).ToList();
        found.Select(hit => (hit.Kind, hit.MatterKind, hit.Key)).Should().Equal(
            (SearchKind.Petition, null, null), (SearchKind.Entry, null, StreamName.Of(Any.Petition).Value));
        (await Ask(projected, [Code(SearchTokens.Of(ActivityKind.OralAdvice))], SearchKind.Entry)).SelectMany(group => group.Found).Single()
            .Key.Should().StartWith("activity-");
    }

    [Fact]
    public async Task An_entry_is_found_by_the_document_that_a_correction_names()
    {
        await Record();
        var joined = (await world.Stream(StreamName.Of(Any.Case)))[1];
        await world.Has<Case, CaseEvent>(new RecordInCase
        {
            Stream = StreamName.Of(Any.Case),
            Matter = Any.Case.Matter,
            Header = world.Header(Any.At(9, 0)) with { Source = new Source.Document("18/Д", null, null, null) },
            Amendments = [new Amendment.Corrected(joined.Id, joined.Data, Any.At(9, 0), Any.Text)],
        });
        await using var projected = await Projected.Of(world);

        (await Found(projected, Words("18-д"))).Should().Equal((SearchKind.Case, 1), (SearchKind.Entry, 1));
        (await Found(projected, Words("17-д"))).Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_many_is_not_counted_one_by_one()
    {
        await Record();
        await using var projected = await Projected.Of(world);
        projected.Execute(
            "INSERT INTO search_things (thing, kind, matter, visibility) WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 2200) "
            + $"SELECT 'petition-1000000000000000000000000000' || CAST(i AS TEXT), {(int)SearchKind.Petition}, "
            + "(SELECT m.matter FROM search_matters m LIMIT 1), 0 FROM n");

        (await Found(projected, new SearchTerm([], [], [SearchKind.Petition], null, null))).Should().Equal((SearchKind.Petition, RecordSearch.MostCounted + 1));
        var behind = await Ask(projected, [new([], [], [SearchKind.Petition], null, null)], SearchKind.Petition, new PageRequest(200, 25));
        behind.Should().ContainSingle().Which.Should().Match<SearchGroup>(group => group.Found.Count == 0 && group.Total == RecordSearch.MostCounted + 1);
    }

    [Fact]
    public async Task A_hidden_matter_is_not_found_by_anything_of_it()
    {
        await Record();
        await using var projected = await Projected.Of(world);
        projected.Execute("UPDATE search_matters SET visibility = 1");
        (await Ask(projected, [Words("1-101/2023")], null)).SelectMany(g => g.Found).Should().OnlyContain(hit => hit.Reference == null);

        projected.Execute("UPDATE search_entries SET visibility = 1");
        (await Found(projected, Words("1-101/2023"))).Should().BeEmpty("neither its number nor its entries may tell of it");
        (await Found(projected, Code(SearchTokens.Of(PetitionKind.Records)))).Should().BeEmpty("what a hidden entry says finds nothing");
        projected.Execute("UPDATE search_things SET visibility = 1");
        (await Found(projected, Words("1-101/2023"))).Should().BeEmpty();
    }

    [Fact]
    public async Task A_page_of_one_kind_is_read_with_the_counts_of_all()
    {
        for (var number = 1; number <= 7; number++)
        {
            await world.Case(new(Any.Id($"case {number}")), Any.At(8, number), World.Opened($"Дело {number}/2023"));
        }

        await using var projected = await Projected.Of(world);
        var first = (await Ask(projected, [Words("дела")], null)).Single(g => g.Kind == SearchKind.Case);
        (first.Total, first.Found.Count, first.Found[0].Reference).Should().Be((7, RecordSearch.Few, "Дело 7/2023"));

        var second = await Ask(projected, [Words("дела")], SearchKind.Case, new PageRequest(2, 5));
        second.Single(g => g.Kind == SearchKind.Case).Found.Select(hit => hit.Reference).Should().Equal("Дело 2/2023", "Дело 1/2023");
        second.Single(g => g.Kind == SearchKind.Entry).Should().Be(new SearchGroup(SearchKind.Entry, [], 7));
    }

    private async Task Record()
    {
        await world.Catalogue(RegionCode.Kind, Put(Any.Region.Value, new("Capital", "Столица", "Пойтахт")));
        await world.Catalogue(CourtCode.Kind, Put(Any.Court.Value, new("Somoni District", "Суд района Сомони", "Суди ноҳияи Сомонӣ"), new CatalogueValue("region", Any.Region.Value)));
        await world.Catalogue(OfficialCode.Kind, Put(Any.Judge.Value, new(null, "Шарифов Ш.", "Шариф Ш."), new CatalogueValue("court", Any.Court.Value)));
        await world.Catalogue("articles", Put("cc-143-1", new("Torture", "Пытки", "Шиканҷа"), new CatalogueValue("law", "CC"), new CatalogueValue("number", "143"), new CatalogueValue("superscript", "1")));
        await world.Case(Any.Case, Any.At(8, 0), World.Opened("1-101/2023"));
        await world.Case(Any.OtherCase, Any.At(8, 0), new CaseEvent.TakenOver(CaseKind.Civil, "1-102/2023", null, "Ҳукумат"));
        await world.Has<Case, CaseEvent>(new RecordInCase
        {
            Stream = StreamName.Of(Any.Case),
            Matter = Any.Case.Matter,
            Header = world.Header(Any.At(9, 0)) with { Source = new Source.Document("17/Д", null, "адвокат Каримова Н.", null) },
            Facts = [new CaseEvent.AccusedJoined(Any.Person, [])],
        });
        await world.Hearing(Any.Hearing, Any.At(10, 0), World.Scheduled());
        await world.Petition(Any.Petition, Any.At(12, 0), new PetitionEvent.Filed(Any.Case, PetitionKind.Records, Party.Defence, Addressee.Court, 1, null, null, Any.Text));
        await world.Application(Application, Any.At(9, 0), new ApplicationEvent.Received("7/2023", ApplicationChannel.Visit, Any.Region, Any.Text));
        await world.Application(Application, Any.At(9, 10), new ApplicationEvent.VictimNamed(Any.Person, Trials.Domain.People.Sex.Female, null, null));
        await world.Activity(new(Any.Id("advice")), Any.At(9, 0), new ActivityEvent.Done(ActivityKind.OralAdvice, null, ActivityAddressee.NotRecorded, null, null, null, Any.Text));
    }

    private static CatalogueEvent.EntryPut Put(string code, LocalName name, params CatalogueValue[] values) =>
        new(code, name, values.ToValueList(), null, null, "A list", Verified: true);

    private static SearchTerm Words(string text) => new([.. WordForms.Parts(text).SelectMany(part => WordForms.IsNumber(part) ? [part] : WordForms.Of(part))], [], [], null, null);

    private static SearchTerm Typing(string word) => new([word], [word], [], null, null);

    private static SearchTerm On(LocalDate first, LocalDate last) => new([], [], [], first, last);

    private static SearchTerm Code(string token) => new([token], [], [], null, null);

    private static ValueTask<IReadOnlyList<SearchGroup>> Ask(Projected projected, SearchTerm[] terms, SearchKind? only, PageRequest? page = null) =>
        projected.Ask(new RecordSearch(terms.ToValueList(), only, page ?? new()));

    private static async Task<List<(SearchKind Kind, int Total)>> Found(Projected projected, params SearchTerm[] terms) =>
        [.. (await Ask(projected, terms, null)).Select(group => (group.Kind, group.Total))];
}

public sealed class SearchOnSqlite() : SearchTests(new SqliteStore());

public sealed class SearchOnPostgres(PostgresCluster cluster) : SearchTests(cluster.Store);
