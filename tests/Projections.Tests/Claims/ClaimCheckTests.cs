using NodaTime;
using Trials.Domain;
using Trials.Domain.Catalogues;
using Trials.Domain.Claims;
using Trials.Projections.Catalogues;
using Trials.Projections.Claims;
using Trials.Projections.Tests.Support;

namespace Trials.Projections.Tests.Claims;

public class ClaimCheckTests
{
    private static readonly LocalDate Entry = new(2023, 7, 1);
    private static readonly HappenedAt After = HappenedAt.On(new(2023, 9, 1));
    private static readonly CatalogueRow Verified = new(ClaimCheck.NewCivilCode, new("New", null, null), [], Entry, null, "law", Verified: true, Retired: false);

    private static readonly ClaimEvent.Filed Claim = new(
        Any.Case, [Any.Person], [Against(ClaimParty.Of(new AuthorityCode("moi")))], 100, null, ClaimLaw.NewCivilCode, ClaimGround.Torture, [], null, null, null);

    [Fact]
    public void Nothing_speaks_against_a_claim_for_torture_against_an_authority() => ClaimCheck.Of(Claim, After, [Verified]).Should().BeEmpty();

    [Fact]
    public void Under_the_new_code_another_respondent_or_ground_is_a_warning()
    {
        var officer = Claim with { Respondents = [.. Claim.Respondents, Against(ClaimParty.Of(Any.Person))] };

        ClaimCheck.Of(officer, After, [Verified]).Should().Equal(ClaimWarning.RespondentNotAuthority);
        ClaimCheck.Of(officer with { Law = ClaimLaw.FormerCivilCode }, HappenedAt.On(new(2023, 5, 1)), [Verified]).Should().BeEmpty();
        ClaimCheck.Of(Claim with { Ground = ClaimGround.Death }, After, [Verified]).Should().Equal(ClaimWarning.OtherGround);
        ClaimCheck.Of(Claim with { Ground = ClaimGround.NotRecorded }, After, [Verified]).Should().BeEmpty("nothing is said of what it rests on");
    }

    [Fact]
    public void The_day_of_entry_into_force_is_compared_with_the_day_of_filing_as_far_as_that_is_known()
    {
        var former = Claim with { Law = ClaimLaw.FormerCivilCode };

        ClaimCheck.Of(Claim, HappenedAt.On(new(2023, 6, 30)), [Verified]).Should().Equal(ClaimWarning.BeforeInForce);
        ClaimCheck.Of(Claim, HappenedAt.On(Entry), [Verified]).Should().BeEmpty();
        ClaimCheck.Of(Claim, HappenedAt.InYear(2023), [Verified]).Should().BeEmpty();
        ClaimCheck.Of(former, HappenedAt.On(Entry), [Verified]).Should().Equal(ClaimWarning.OtherLaw);
        ClaimCheck.Of(former, HappenedAt.InYear(2023), [Verified]).Should().BeEmpty();
        ClaimCheck.Of(former, null, [Verified]).Should().BeEmpty();
        ClaimCheck.Of(Claim with { Law = ClaimLaw.NotRecorded }, After, [Verified]).Should().BeEmpty();
    }

    [Fact]
    public void A_day_that_nobody_verified_is_said_to_be_so()
    {
        ClaimCheck.Of(Claim, After, [Verified with { Verified = false }]).Should().Equal(ClaimWarning.DayNotVerified);
        ClaimCheck.Of(Claim, After, []).Should().Equal(ClaimWarning.LawNotInCatalogue);
        ClaimCheck.Of(Claim, After, [Verified with { Retired = true }]).Should().Equal(ClaimWarning.LawNotInCatalogue);
    }

    [Fact]
    public void More_paid_than_awarded_is_a_warning_and_so_is_anything_before_an_award()
    {
        var row = new ClaimListRow(
            Any.Claim, Any.Case, null, null, null, [], Claim.Respondents, 100, null, ClaimLaw.NotRecorded, ClaimGround.NotRecorded, [], null, After, ClaimStanding.Awarded)
        {
            Paid = 101,
        };

        ClaimCheck.Of(row, []).Should().Equal(ClaimWarning.PaidWithoutDue);
        ClaimCheck.Of(row with { Paid = 0 }, []).Should().BeEmpty();
        ClaimCheck.Of(row with { Due = 101 }, []).Should().BeEmpty();
        ClaimCheck.Of(row with { Due = 100 }, []).Should().Equal(ClaimWarning.PaidMoreThanDue);
        ClaimCheck.Of(row with { Due = 0 }, []).Should().Equal(ClaimWarning.PaidMoreThanDue);
    }

    private static Respondent Against(ClaimParty party) => new(party, RespondentCapacity.NotRecorded);
}
