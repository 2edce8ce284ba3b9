using Trials.Domain.Activities;
using Trials.Domain.Catalogues;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Activities;

public sealed class ActivityTests : StreamTests<Activity, ActivityEvent>
{
    private static readonly ActivityEvent.Done Lead = new(ActivityKind.MediaLead, null, ActivityAddressee.NotRecorded, null, null, Any.Case, Any.Text);

    private static readonly ActivityEvent.LeadFollowed Refuted = new(LeadOutcome.Refuted, null);

    [Fact, Provokes(ActivityRefusals.AlreadyDone)]
    public void Is_done_once()
    {
        Nothing.When(Lead).Then(Lead);
        Given(Lead).When(Lead).ThenRefused(ActivityRefusals.AlreadyDone);
    }

    [Fact, Provokes(ActivityRefusals.NoLead)]
    public void Only_a_media_lead_is_followed()
    {
        Nothing.When(Refuted).ThenRefused(ActivityRefusals.NoLead);
        Given(Lead with { Kind = ActivityKind.Meeting }).When(Refuted).ThenRefused(ActivityRefusals.NoLead);
        Given(Lead).When(Refuted).Then(Refuted);
    }

    [Fact]
    public void A_lead_may_come_to_something_else_later() =>
        Given(Lead, Refuted).When(Refuted with { Outcome = LeadOutcome.InquiryOpened }).ThenRecorded();

    [Fact, Provokes(LimitRefusals.Missing)]
    public void Another_kind_or_outcome_says_what_it_is()
    {
        Nothing.When(Lead with { Kind = ActivityKind.Other, Text = null }).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
        Given(Lead).When(Refuted with { Outcome = LeadOutcome.Other }).ThenRefused(LimitRefusals.Missing, ("field", Field.Text));
    }

    [Fact, Provokes(LimitRefusals.CodeMalformed)]
    public void Codes_are_codes()
    {
        Nothing.When(Lead with { Region = new RegionCode("Soghd") }).ThenRefused(LimitRefusals.CodeMalformed, ("field", Field.Region));
        Nothing.When(Lead with { Authority = new AuthorityCode("MOI") }).ThenRefused(LimitRefusals.CodeMalformed, ("field", Field.Authority));
    }

    [Fact, Provokes(LoopRefusals.OtherMatter)]
    public async Task Belongs_to_the_matter_of_its_application_or_case_or_else_to_none_but_itself()
    {
        var own = new ActivityId(Any.Id("own"));
        var application = new ApplicationId(Any.Id("application"));
        var world = new World();

        (await Record(own.OwnMatter, Lead with { Case = null })).ShouldBeRecorded();
        (await Record(Any.Matter, Lead with { Case = null })).ShouldBeRefused(LoopRefusals.OtherMatter);
        (await Record(Any.Matter, Lead)).ShouldBeRecorded();
        (await Record(application.Matter, Lead)).ShouldBeRefused(LoopRefusals.OtherMatter);
        (await Record(application.Matter, Lead with { Application = application })).ShouldBeRecorded();

        ValueTask<Outcome> Record(MatterId matter, ActivityEvent.Done done)
        {
            world = new World();
            return world.Record<Activity, ActivityEvent>(world.Command(StreamName.Of(own), null, (ActivityEvent)done) with { Matter = matter });
        }
    }
}
