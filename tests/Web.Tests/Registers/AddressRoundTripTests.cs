using CsCheck;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Hearings;
using Trials.Domain.Petitions;
using Trials.Projections.Hearings;
using Trials.Projections.Petitions;
using Trials.Projections.Pretrial;
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
