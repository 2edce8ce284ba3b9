using CsCheck;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Applications;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Claims;
using Trials.Domain.Hearings;
using Trials.Domain.People;
using Trials.Domain.Petitions;
using Trials.Projections.Applications;
using Trials.Projections.Claims;
using Trials.Projections.Hearings;
using Trials.Projections.Petitions;
using Trials.Projections.Pretrial;
using Trials.Web.Activities;
using Trials.Web.Applications;
using Trials.Web.Claims;
using Trials.Web.Delays;
using Trials.Web.Hearings;
using Trials.Web.Petitions;
using Trials.Web.Pretrial;
using Trials.Web.Registers;

namespace Trials.Web.Tests.Registers;

/// <summary>Whatever a register can be asked for stands in its address, and comes back from it.</summary>
public sealed class AddressRoundTripTests
{
    private static readonly Gen<LocalDate?> Day = Gen.Int[0, 20_000].Select(days => new LocalDate(2000, 1, 1).PlusDays(days)).Nullable();
    private static readonly Gen<YearMonth?> Month = Gen.Int[0, 600].Select(months => new YearMonth(2000, 1).PlusMonths(months)).Nullable();
    private static readonly Gen<string> Code = Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Char['0', '9'], Gen.Const('-')), 1, 40];
    private static readonly Gen<AuthorityCode?> Authority = Code.Select(code => new AuthorityCode(code)).Nullable();
    private static readonly Gen<string?> Area = Gen.OneOf(Gen.Const((string?)null), Gen.Const((string?)""), Code.Select(code => (string?)code));
    private static readonly Gen<CaseId?> Case = Gen.Guid.Select(id => new CaseId(id)).Nullable();

    private static readonly Gen<HearingFilter> HearingFilters =
        from places in Gen.Select(
            Code.Select(code => new CourtCode(code)).Nullable(),
            Code.Select(code => new RegionCode(code)).Nullable(),
            Code.Select(code => new OfficialCode(code)).Nullable(),
            Gen.Bool,
            Case)
        from days in Gen.Select(Day, Day, Gen.Int[-500, 5_000].Nullable(), Gen.Int[-500, 5_000].Nullable(), Gen.Enum<StartRecord>().Nullable())
        from causes in Gen.Select(
            Gen.Enum<DelayCause>().Nullable(), Gen.Enum<CausedBy>().Nullable(), Gen.Enum<HearingCause>().Nullable(), Gen.Enum<CausedBy>().Nullable())
        from kinds in Gen.Select(
            Gen.Enum<HearingStage>().Nullable(), Gen.Bool.Nullable(), Gen.Enum<HearingKind>().Nullable(), Gen.Enum<HearingGroup>().Nullable())
        from ends in Gen.Select(Gen.Bool.Nullable(), Gen.Bool.Nullable())
        select new HearingFilter
        {
            Court = places.Item1,
            Region = places.Item2,
            Judge = places.Item3,
            Presiding = places.Item4,
            Case = places.Item5,
            From = days.Item1,
            To = days.Item2,
            DelayFrom = days.Item3,
            DelayTo = days.Item4,
            Start = days.Item5,
            DelayCause = causes.Item1,
            DelayBy = causes.Item2,
            Cause = causes.Item3,
            By = causes.Item4,
            Stage = kinds.Item1,
            Monitored = kinds.Item2,
            Kind = kinds.Item3,
            Group = kinds.Item4,
            Over = ends.Item1,
            NextNamed = ends.Item2,
        };

    [Fact]
    public void The_register_of_hearings() => Gen
        .Select(HearingFilters, Gen.Enum<HearingSort>(), Gen.Bool, Gen.Int[1, 400], (filter, sort, descending, page) =>
            new HearingAddress(filter, sort, descending, page))
        .Sample(asked => HearingAddress.Read(Understood(asked.Link, HearingAddress.Path)).Should().Be(asked));

    [Fact]
    public void The_register_of_petitions() => Gen
        .Select(
            Gen.Select(Gen.Enum<PetitionState>(), Gen.Enum<PetitionKind>().Nullable(), Gen.Enum<Party>().Nullable(), Gen.Enum<Addressee>().Nullable()),
            Gen.Select(Gen.Enum<PetitionDecision>().Nullable(), Case, Gen.Guid.Select(id => new HearingId(id)).Nullable()),
            Gen.Select(Day, Day, Gen.Int[0, PetitionAddress.MostDays].Nullable()),
            Gen.Select(Gen.Enum<PetitionSort>(), Gen.Bool, Gen.Int[1, 400]),
            (what, which, days, order) => new PetitionAddress
            {
                State = what.Item1,
                Kind = what.Item2,
                By = what.Item3,
                To = what.Item4,
                Decision = which.Item1,
                Case = which.Item2,
                Hearing = which.Item3,
                FiledFrom = days.Item1,
                FiledTo = days.Item2,
                Days = days.Item3,
                Sort = order.Item1,
                Descending = order.Item2,
                Page = order.Item3,
            })
        .Sample(asked => PetitionAddress.Read(Understood(asked.Link, PetitionAddress.Path)).Should().Be(asked));

    [Fact]
    public void The_register_of_claims() => Gen
        .Select(
            Gen.Select(Gen.Enum<ClaimState>(), Gen.Enum<ClaimLaw>().Nullable(), Gen.Enum<ClaimGround>().Nullable(), Gen.Enum<RespondentKind>().Nullable()),
            Gen.Select(Code.Select(code => new AuthorityCode(code)).Nullable(), Case, Day, Day),
            Gen.Select(Gen.Enum<ClaimSort>(), Gen.Bool, Gen.Int[1, 400]),
            (what, which, order) => new ClaimAddress
            {
                State = what.Item1,
                Law = what.Item2,
                Ground = what.Item3,
                Respondent = what.Item4,
                Authority = which.Item1,
                Case = which.Item2,
                FiledFrom = which.Item3,
                FiledTo = which.Item4,
                Sort = order.Item1,
                Ascending = order.Item2,
                Page = order.Item3,
            })
        .Sample(asked => ClaimAddress.Read(Understood(asked.Link, ClaimAddress.Path)).Should().Be(asked));

    [Fact]
    public void The_register_of_applications() => Gen
        .Select(
            Gen.Select(Gen.Int[1990, 2100].Nullable(), Gen.Enum<YearScope>(), Gen.Enum<AnnualFigure>().Nullable(), Area),
            Gen.Select(Gen.Enum<ApplicationChannel>().Nullable(), Gen.Bool.Nullable(), Gen.Enum<Sex>().Nullable(), Gen.Bool.Nullable()),
            Gen.Select(Gen.Int[0, 120].Nullable(), Gen.Int[0, 120].Nullable(), Code.Select(code => new AuthorityCode(code)).Nullable(), Code.Select(code => new ActCode(code)).Nullable()),
            Gen.Select(Code.Select(code => new PurposeCode(code)).Nullable(), Case, Code),
            Gen.Select(Gen.Enum<ApplicationSort>(), Gen.Bool, Gen.Int[1, 400]),
            (year, who, victim, what, order) => new ApplicationAddress
            {
                Filter = new()
                {
                    Year = year.Item1,
                    Scope = year.Item2,
                    Figure = year.Item3,
                    Area = year.Item4,
                    Channel = who.Item1,
                    Open = who.Item2,
                    ApplicantSex = who.Item3,
                    Minor = who.Item4,
                    AgeFrom = victim.Item1,
                    AgeTo = victim.Item2,
                    Against = victim.Item3,
                    ComplainedTo = victim.Item3,
                    Act = victim.Item4,
                    Purpose = what.Item1,
                    Case = what.Item2,
                    Number = what.Item3,
                },
                Sort = order.Item1,
                Descending = order.Item2,
                Page = order.Item3,
            })
        .Sample(asked => ApplicationAddress.Read(Understood(asked.Link, ApplicationAddress.Path)).Should().Be(asked));

    [Fact]
    public void The_register_of_activities() => Gen
        .Select(
            Gen.Select(Gen.Enum<ActivityKind>().Nullable(), Gen.Int[1990, 2100].Nullable(), Area, Gen.Enum<ActivityAddressee>().Nullable()),
            Gen.Select(Code.Select(code => new AuthorityCode(code)).Nullable(), Gen.Guid.Select(id => new ApplicationId(id)).Nullable(), Case),
            Gen.Select(Gen.Enum<LeadOutcome>().Nullable(), Day, Day),
            Gen.Select(Gen.Bool, Gen.Int[1, 400]),
            (what, which, when, order) => new ActivityAddress
            {
                Filter = new()
                {
                    Kind = what.Item1,
                    Year = what.Item2,
                    Area = what.Item3,
                    To = what.Item4,
                    Authority = which.Item1,
                    Application = which.Item2,
                    Case = which.Item3,
                    Outcome = when.Item1,
                    From = when.Item2,
                    Until = when.Item3,
                },
                Descending = order.Item1,
                Page = order.Item2,
            })
        .Sample(asked => ActivityAddress.Read(Understood(asked.Link, ActivityAddress.Path)).Should().Be(asked));

    [Fact]
    public void The_statistics() => Gen
        .Select(
            Gen.Select(
                Gen.Enum<HearingGroup>(),
                Code.Select(code => new CourtCode(code)).Nullable(),
                Code.Select(code => new RegionCode(code)).Nullable(),
                Code.Select(code => new OfficialCode(code)).Nullable()),
            Gen.Select(Case, Month, Month),
            Gen.Int[1, 400],
            (place, time, page) => new DelayAddress(
                new StatisticsFilter
                {
                    Group = place.Item1,
                    Court = place.Item2,
                    Region = place.Item3,
                    Judge = place.Item4,
                    Case = time.Item1,
                    From = time.Item2,
                    To = time.Item3,
                },
                page))
        .Sample(asked => DelayAddress.Read(Understood(asked.Link, DelayAddress.Path)).Should().Be(asked));

    [Fact]
    public void The_register_of_detentions() => Gen
        .Select(Case, Authority, Gen.Enum<DetentionStep>().Nullable(), Gen.Int[0, 500].Nullable(), Day, Day, Gen.Int[1, 400], (of, body, missing, hours, from, to, page) =>
            new DetentionAddress
            {
                Filter = new() { Case = of, Body = body, Missing = missing, HoursAtLeast = hours, From = from, To = to },
                Page = page,
            })
        .Sample(asked => DetentionAddress.Read(Understood(asked.Link, DetentionAddress.Path)).Should().Be(asked));

    [Fact]
    public void The_registers_of_examinations_and_protection()
    {
        Gen.Select(Case, Gen.Enum<ExaminationKind>().Nullable(), Gen.Enum<ExaminationStanding>().Nullable(), Gen.Enum<IstanbulProtocol>().Nullable(), Day, Day)
            .Select(x => new ExaminationAddress { Filter = new() { Case = x.Item1, Kind = x.Item2, Standing = x.Item3, Protocol = x.Item4, From = x.Item5, To = x.Item6 } })
            .Sample(asked => ExaminationAddress.Read(Understood(asked.Link, ExaminationAddress.Path)).Should().Be(asked));
        Gen.Select(Case, Gen.Enum<ProtectionStep>().Nullable(), Gen.Enum<ReprisalKind>().Nullable(), Authority, Day, Day)
            .Select(x => new ProtectionAddress { Filter = new() { Case = x.Item1, Step = x.Item2, Reprisal = x.Item3, Body = x.Item4, From = x.Item5, To = x.Item6 } })
            .Sample(asked => ProtectionAddress.Read(Understood(asked.Link, ProtectionAddress.Path)).Should().Be(asked));
    }

    private static AddressReader Understood(string link, string path)
    {
        link.Should().StartWith(path);
        return new AddressReader(link[path.Length..]);
    }
}
