using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Mediator;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Projections;
using Trials.Projections.Applications;
using Trials.Projections.Assessments;
using Trials.Projections.Cases;
using Trials.Projections.Engine;
using Trials.Projections.Hearings;
using Trials.Projections.People;
using Trials.Projections.Pretrial;
using Trials.Projections.Timelines;
using Trials.Web.Acting;
using Trials.Web.Cases;
using Trials.Web.Naming;
using Trials.Web.Tests.Pages;
using Trials.Web.Tests.Timelines;

namespace Trials.Web.Tests.Cases;

/// <summary>What the pages about cases need beside the queries' answers.</summary>
internal static class CaseContext
{
    public static readonly PersonId Accused = new(Guid.Parse("3f2a0000000000000000000000000000"));

    /// <summary>Adds it, with somebody acting: the lawyer of the demonstration where nobody is named.</summary>
    public static PageContext AddCases(this PageContext context, KnownActor? acting = null)
    {
        context.Services.AddSingleton(ActorDirectory.Of(demo: true));
        context.Services.AddSingleton<IActorSource>(new Acting((acting ?? DemoPeople.Lawyer).Actor));
        context.Services.AddSingleton(services => new Names(
            services.GetRequiredService<IMediator>(), services.GetRequiredService<ITextOpener>(), context.T));
        context.Services.AddSingleton<CaseReader>();
        context.Services.AddSingleton<Signal>();
        context.Services.AddSingleton<IProjections>(services => services.GetRequiredService<Signal>());
        context.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return context;
    }

    /// <summary>The catalogues' names, loaded as a page loads them.</summary>
    public static Names LoadedNames(this PageContext context)
    {
        var names = context.Services.GetRequiredService<Names>();
        names.LoadCatalogues().AsTask().IsCompletedSuccessfully.Should().BeTrue();
        return names;
    }

    /// <summary>Answers everything that the page of <see cref="Sample.Case"/> asks.</summary>
    public static void Answer(this PageContext context, Func<MatterTimeline> timeline, CaseStanding standing = CaseStanding.UnderWay)
    {
        context.Answers
            .On<CaseHeader, CaseView?>(query => query.Case == Sample.Case ? View(standing) : null)
            .On<CaseParties, CasePartiesView>(_ => CasePartiesView.Empty)
            .On<CaseTimeline, MatterTimeline>(_ => timeline())
            .On<ApplicationList, Page<ApplicationListRow>>(query => new([], 0, query.Page))
            .On<Trials.Projections.Assessments.FindingList, Page<FindingRowView>>(query => new([], 0, query.Page))
            .On<HearingList, Page<HearingListRow>>(query => new([], 0, query.Page))
            .On<Persons, IReadOnlyList<PersonRow>>(_ =>
                [new PersonRow(Accused, Sample.Case.Matter, PersonalText.From("Сомон Раҳимов"), Domain.People.Sex.Male, 1990, 0)]);
    }

    /// <summary>A case in a list.</summary>
    public static CaseListRow Row(CaseStanding standing = CaseStanding.UnderWay, string reference = "1-118/2026", LocalDate? next = null) => new(
        Sample.Case,
        reference,
        CaseKind.Criminal,
        null,
        [new Article("CC", 143, 1, "1")],
        standing,
        PageContext.Navobod,
        PageContext.Soghd,
        "1-74/2025",
        Sample.Day(2025, 6, 1),
        Hearings: 3,
        Petitions: 2,
        PetitionsWaiting: 1,
        next,
        Instant.FromUtc(2026, 5, 1, 8, 0));

    private static CaseView View(CaseStanding standing) => new(
        Row(standing), null, TakenOver: false, [], [new CaseAccused(Accused, [], Sample.Day(2025, 6, 1))], null, Revision: 3);

    private sealed class Acting(Actor actor) : IActorSource
    {
        public Actor? Current => actor;
    }

    /// <summary>Projections that change when a test says so.</summary>
    public sealed class Signal : IProjections
    {
        private readonly Channel<ProjectionChange> changes = Channel.CreateUnbounded<ProjectionChange>();

        public IReadOnlyList<ProjectionStatus> Status => [];

        public ValueTask<bool> WaitFor(LogPosition position, TimeSpan atMost, CancellationToken cancellation) => new(true);

        public async IAsyncEnumerable<ProjectionChange> Changes([EnumeratorCancellation] CancellationToken cancellation)
        {
            await foreach (var change in changes.Reader.ReadAllAsync(cancellation))
                yield return change;
        }

        public void Changed(MatterId matter) => changes.Writer.TryWrite(new(new LogPosition(1000), new HashSet<MatterId> { matter }));
    }
}
