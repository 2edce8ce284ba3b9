using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;
using Trials.Domain.Claims;
using Trials.Domain.People;
using static Trials.Web.Demo.DemoCatalogues;

namespace Trials.Web.Demo;

/// <summary>
/// Invented claims for compensation: one in each monitored case of 2023, awarded and refused; one that waits, and one that was paid, dated from the day on
/// which the demonstration was first started.
/// </summary>
/// <param name="writer">Records them.</param>
/// <param name="start">That day.</param>
public sealed class DemoClaims(DemoWriter writer, LocalDate start)
{
    private const long Somoni = 100;
    private static readonly CaseId Torture = DemoIds.Case("torture");
    private static readonly CaseId Powers = DemoIds.Case("powers");
    private static readonly CaseId Waiting = DemoIds.Case("running-compensation");
    private static readonly CaseId Won = DemoIds.Case("won-compensation");
    private static readonly ClaimParty Ministry = ClaimParty.Of(new AuthorityCode("moi"));
    private static readonly ClaimParty Treasury = ClaimParty.Of(new AuthorityCode("ministry-of-finance"));

    /// <summary>Records them; the cases that they belong to are recorded before.</summary>
    public async Task Record()
    {
        await Awarded();
        await Refused();
        await StillWaiting();
        await Paid();
    }

    private static HappenedAt On(int month, int day) => HappenedAt.On(new LocalDate(2023, month, day));

    private HappenedAt Ago(int days) => HappenedAt.On(start.PlusDays(-days));

    /// <summary>Against the officers themselves, before the new code: awarded with the judgment, and paid in part.</summary>
    private async Task Awarded()
    {
        var officer = ClaimParty.Of(DemoIds.Person("officer-1"));
        await Victim("victim-torture", Torture, On(2, 14), "Себзор Боғов", Sex.Male, 1994);
        await writer.Claim("torture/claim/filed", "torture", Torture, On(2, 14), new ClaimEvent.Filed(
            Torture, [DemoIds.Person("victim-torture")],
            [new(officer, RespondentCapacity.Personally), new(ClaimParty.Of(DemoIds.Person("officer-2")), RespondentCapacity.Personally)],
            100_000 * Somoni, 4_500_50, ClaimLaw.FormerCivilCode, ClaimGround.Torture, [], 1, DemoIds.Hearing("torture-2"),
            FreeText.From("Гражданский иск в уголовном деле: лечение и моральный вред.")));
        await writer.Claim("torture/claim/decided", "torture", Torture, On(4, 6), new ClaimEvent.Decided(
            30_000 * Somoni, 4_500_50, 1, FreeText.From("The court found the amount for moral harm excessive.")));
        await writer.Claim("torture/claim/in-force", "torture", Torture, On(5, 30), new ClaimEvent.InForce((FreeText?)null));
        await writer.Claim("torture/claim/writ", "torture", Torture, On(6, 12), new ClaimEvent.WritIssued("demo 1-17/23", null));
        await writer.Claim("torture/claim/paid-1", "torture", Torture, On(8, 10), new ClaimEvent.Paid(10_000 * Somoni, officer, null));
        await writer.Claim("torture/claim/paid-2", "torture", Torture, On(11, 20), new ClaimEvent.Paid(
            10_000 * Somoni, officer, FreeText.From("Пардохти дуюм тавассути иҷрочии суд.")));
    }

    /// <summary>Under the new code, and yet against an officer: refused whole.</summary>
    private async Task Refused()
    {
        await Victim("victim-powers", Powers, On(7, 18), "Гандум Киштзорова", Sex.Female, 1988);
        await writer.Claim("powers/claim/filed", "powers", Powers, On(7, 18), new ClaimEvent.Filed(
            Powers, [DemoIds.Person("victim-powers")], [new(ClaimParty.Of(DemoIds.Person("officer-3")), RespondentCapacity.InOffice)],
            40_000 * Somoni, 0, ClaimLaw.NewCivilCode, ClaimGround.IllTreatment, [], 1, DemoIds.Hearing("powers-2"),
            FreeText.From("Даъвои ҷабрдида ба корманд.")));
        await writer.Claim("powers/claim/decided", "powers", Powers, On(9, 12), new ClaimEvent.Decided(
            0, 0, 1, FreeText.From("Отказано: вред, по мнению суда, не доказан.")));
    }

    private async Task StillWaiting()
    {
        await Victim("victim-compensation", Waiting, Ago(95), "Анҷир Дарахтзода", Sex.Male, 2001);
        await writer.Claim("running-compensation/claim/filed", "running-compensation", Waiting, Ago(95), new ClaimEvent.Filed(
            Waiting, [DemoIds.Person("victim-compensation")],
            [new(Ministry, RespondentCapacity.ForItsOfficial), new(Treasury, RespondentCapacity.ForTheState)],
            50_000 * Somoni, 0, ClaimLaw.NewCivilCode, ClaimGround.Torture, [], 1, null, FreeText.From("Даъвои товони зарари маънавӣ.")));
        await writer.Claim("running-compensation/claim/without-motion", "running-compensation", Waiting, Ago(90), new ClaimEvent.LeftWithoutMotion(
            FreeText.From("Приложить копию приговора."), start.PlusDays(-80)));
        await writer.Claim("running-compensation/claim/accepted", "running-compensation", Waiting, Ago(82), new ClaimEvent.Accepted((FreeText?)null));
    }

    /// <summary>A civil case that was won in part and paid in two instalments.</summary>
    private async Task Paid()
    {
        await writer.Case("won-compensation/opened", Won, Ago(420), new Source.SeenMyself(),
            new CaseEvent.Opened(CaseKind.Civil, "Demo 8", [], FreeText.From("Compensation for two days in an unregistered cell; after a conviction of the officer.")),
            new CaseEvent.RoundBegan(1, RoundKind.FirstInstance, Nilufar, null),
            new CaseEvent.PanelAssigned(1, [Binafsha]));
        await Victim("victim-won", Won, Ago(420), "Ёсуман Гулрӯзова", Sex.Female, 1979);
        await writer.Claim("won-compensation/claim/filed", "won-compensation", Won, Ago(420), new ClaimEvent.Filed(
            Won, [DemoIds.Person("victim-won")], [new(Ministry, RespondentCapacity.ForItsOfficial)],
            60_000 * Somoni, 2_000 * Somoni, ClaimLaw.NewCivilCode, ClaimGround.Torture, [], 1, null, null));
        await writer.Claim("won-compensation/claim/accepted", "won-compensation", Won, Ago(410), new ClaimEvent.Accepted((FreeText?)null));
        await writer.Claim("won-compensation/claim/decided", "won-compensation", Won, Ago(300), new ClaimEvent.Decided(
            20_000 * Somoni, 2_000 * Somoni, 1, FreeText.From("Иск удовлетворён частично.")));
        await writer.Case("won-compensation/judgment", Won, Ago(300), new Source.SeenMyself(),
            new CaseEvent.JudgmentGiven(1, JudgmentOutcome.GrantedInPart, FreeText.From("Иск удовлетворён частично.")));
        await writer.Claim("won-compensation/claim/in-force", "won-compensation", Won, Ago(270), new ClaimEvent.InForce((FreeText?)null));
        await writer.Claim("won-compensation/claim/writ", "won-compensation", Won, Ago(262), new ClaimEvent.WritIssued("demo 2-40", null));
        await writer.Claim("won-compensation/claim/paid-1", "won-compensation", Won, Ago(200), new ClaimEvent.Paid(12_000 * Somoni, Treasury, null));
        await writer.Claim("won-compensation/claim/paid-2", "won-compensation", Won, Ago(96), new ClaimEvent.Paid(10_000 * Somoni, Treasury, null));
        await writer.Claim("won-compensation/claim/closed", "won-compensation", Won, Ago(96), new ClaimEvent.Closed(ClaimEnd.PaidInFull, null));
    }

    private Task Victim(string name, CaseId of, HappenedAt at, string called, Sex sex, int born) =>
        writer.Person(name, of, at, new(PersonalText.From(called), sex, born));
}
