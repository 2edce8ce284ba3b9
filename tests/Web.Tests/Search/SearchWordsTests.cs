using Trials.Domain;
using Trials.Projections.Search;
using Trials.Web.Recording;
using Trials.Web.Search;
using Trials.Web.Tests.Timelines;

namespace Trials.Web.Tests.Search;

/// <summary>Where something that was found leads.</summary>
public sealed class SearchWordsTests
{
    private static readonly Guid Id = Sample.Id(7).Value;

    [Fact]
    public void An_entry_leads_to_its_place_on_the_page_of_what_it_belongs_to()
    {
        Link("hearing", SearchKind.Case).Should().Be($"{RecordAddress.Of(new CaseId(Id))}#{RecordAddress.Anchor(new(Id))}");
        Link("activity", SearchKind.Application).Should().StartWith(RecordAddress.Of(new ApplicationId(Id)));
        Link("activity", null).Should().StartWith(RecordAddress.Of(new ActivityId(Id)));
    }

    [Fact]
    public void An_entry_whose_case_has_no_page_leads_to_its_own_thing_and_never_to_an_activity()
    {
        Link("hearing", null).Should().StartWith(RecordAddress.Of(new HearingId(Id)));
        Link("claim", null).Should().StartWith(RecordAddress.Of(new ClaimId(Id)));
        Link("case", null).Should().BeNull();
    }

    private static string? Link(string category, SearchKind? matter) => new SearchWords(
        Sample.Texts(), null!, new(SearchKind.Entry, Id, $"{category}-{Id:N}", "case-opened.v1", null, null, new MatterId(Id), matter, null, null)).Link;
}
