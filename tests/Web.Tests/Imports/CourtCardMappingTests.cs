using System.Text;
using NodaTime;
using Trials.Domain.Cases;
using Trials.Domain.Hearings;
using Trials.Web.Imports;
using Trials.Web.Imports.CourtCards;

namespace Trials.Web.Tests.Imports;

public sealed class CourtCardMappingTests
{
    private const string Columns = "looks_at,match,text,with_result,becomes,as,comment\n";

    private static readonly CourtCardMapping Shipped = CourtCardMapping.Shipped;

    [Theory]
    [InlineData("1-5/2026", CaseKind.Criminal, RoundKind.FirstInstance)]
    [InlineData("2-5/2026 ~ М-7/2025", CaseKind.Civil, RoundKind.FirstInstance)]
    [InlineData("02-3/2025", CaseKind.Civil, RoundKind.FirstInstance)]
    [InlineData("3а-38/2020", CaseKind.Administrative, RoundKind.FirstInstance)]
    [InlineData("3a-38/2020", CaseKind.Administrative, RoundKind.FirstInstance)]
    [InlineData("5-17/2026", CaseKind.Administrative, RoundKind.FirstInstance)]
    [InlineData("33-48/2025", CaseKind.Civil, RoundKind.Appeal)]
    [InlineData("33а-64/2026 (33а-117/2025;)", CaseKind.Administrative, RoundKind.Appeal)]
    [InlineData("22-64/2026", CaseKind.Criminal, RoundKind.Appeal)]
    [InlineData("8Г-24/2026 [88-40/2026]", CaseKind.Civil, RoundKind.Cassation)]
    [InlineData("8а-40/2026 [88а-49/2026]", CaseKind.Administrative, RoundKind.Cassation)]
    [InlineData("7У-12/2026 [77-65/2026]", CaseKind.Criminal, RoundKind.Cassation)]
    [InlineData("13-1/2026", null, RoundKind.FirstInstance)]
    public void The_number_shows_kind_and_round(string number, CaseKind? kind, RoundKind round)
    {
        Shipped.KindOf(CardNumber.From(number)!, "", "", []).Should().Be(kind);
        Shipped.RoundOf(CardNumber.From(number)!).Should().Be(round);
    }

    [Theory]
    [InlineData("Гл. 22 КАС РФ", "", "", CaseKind.Administrative)]
    [InlineData("", "Вынесен ПРИГОВОР", "", CaseKind.Criminal)]
    [InlineData("", "", "Направление копии (ст. 29.11 КоАП РФ)", CaseKind.Administrative)]
    [InlineData("", "", "Регистрация иска (заявления, жалобы) в суде", CaseKind.Civil)]
    public void Where_the_number_is_silent_the_words_show_the_kind(string category, string result, string wording, CaseKind kind) =>
        Shipped.KindOf(CardNumber.From("13-1/2026")!, category, result, [wording]).Should().Be(kind);

    [Theory]
    [InlineData("Отложено")]
    [InlineData("Рассмотрение отложено")]
    [InlineData("Заседание отложено")]
    [InlineData("Назначена новая беседа")]
    [InlineData("ЗАСЕДАНИЕ  ОТЛОЖЕНО")]
    public void Four_wordings_adjourn(string result) => Shipped.OutcomeOf(result).Should().Be(SittingOutcome.Adjourned);

    [Theory]
    [InlineData("Объявлен перерыв", SittingOutcome.Recess)]
    [InlineData("Производство по делу приостановлено", SittingOutcome.Suspended)]
    [InlineData("Вынесено заочное решение по делу", SittingOutcome.Decided)]
    [InlineData("Проведена", SittingOutcome.Ended)]
    [InlineData("Нечто небывалое", SittingOutcome.Ended)]
    [InlineData("", SittingOutcome.None)]
    public void Other_results_do_not(string result, SittingOutcome outcome) => Shipped.OutcomeOf(result).Should().Be(outcome);

    [Theory]
    [InlineData("Судебное заседание", RoundKind.FirstInstance, HearingKind.Trial)]
    [InlineData("Судебное заседание", RoundKind.Appeal, HearingKind.Appeal)]
    [InlineData("Рассмотрение дела по существу", RoundKind.Cassation, HearingKind.Appeal)]
    [InlineData("Беседа", RoundKind.FirstInstance, HearingKind.Preparatory)]
    [InlineData("Рассмотрение", RoundKind.FirstInstance, null)]
    public void Sittings_are_told_from_steps(string name, RoundKind round, HearingKind? kind) => Shipped.SittingOf(name, round).Should().Be(kind);

    [Theory]
    [InlineData("", HearingCause.NotStated)]
    [InlineData("ИНЫЕ ПРИЧИНЫ", HearingCause.NotStated)]
    [InlineData("Прочие основания", HearingCause.NotStated)]
    [InlineData("НЕЯВКА ОТВЕТЧИКА", HearingCause.RespondentAbsent)]
    [InlineData("Неявка в судебное заседание потерпевшего", HearingCause.VictimOrClaimantAbsent)]
    [InlineData("Болезнь судьи", HearingCause.JudgeAbsent)]
    [InlineData("Пожар", HearingCause.Other)]
    public void The_basis_states_the_cause_where_it_says_something(string basis, HearingCause cause) => Shipped.CauseOf(basis).Should().Be(cause);

    [Theory]
    [InlineData("Иск (заявление, жалоба) УДОВЛЕТВОРЕН", JudgmentOutcome.Granted)]
    [InlineData("Иск (заявление, жалоба) УДОВЛЕТВОРЕН ЧАСТИЧНО", JudgmentOutcome.GrantedInPart)]
    [InlineData("ОТКАЗАНО в удовлетворении иска (заявлении, жалобы)", JudgmentOutcome.Denied)]
    [InlineData("Заявление оставлено БЕЗ УДОВЛЕТВОРЕНИЯ", JudgmentOutcome.Denied)]
    [InlineData("Жалоба / представление ОСТАВЛЕНО БЕЗ УДОВЛЕТВОРЕНИЯ", JudgmentOutcome.Upheld)]
    [InlineData("РЕШЕНИЕ оставлено БЕЗ ИЗМЕНЕНИЯ", JudgmentOutcome.Upheld)]
    [InlineData("решение (осн. требов.) ИЗМЕНЕНО", JudgmentOutcome.Varied)]
    [InlineData("ОПРЕДЕЛЕНИЕ ОТМЕНЕНО - с направлением на новое рассмотрение", JudgmentOutcome.Quashed)]
    [InlineData("Уголовное дело ПРЕКРАЩЕНО", JudgmentOutcome.Terminated)]
    [InlineData("Вынесено постановление о назначении административного наказания", JudgmentOutcome.PenaltyImposed)]
    [InlineData("Вынесен ОБВИНИТЕЛЬНЫЙ приговор", JudgmentOutcome.Convicted)]
    [InlineData("ПЕРЕДАНО по подсудности", null)]
    [InlineData("Нечто небывалое", null)]
    public void The_result_shows_what_was_decided(string result, JudgmentOutcome? outcome) => Shipped.JudgmentOf(result).Should().Be(outcome);

    [Theory]
    [InlineData("Решение вопроса о принятии иска (заявления, жалобы) к рассмотрению", "Оставление иска (заявления, жалобы) без движения", StepKind.LeftWithoutMotion)]
    [InlineData("Решение вопроса о принятии иска (заявления, жалобы) к рассмотрению", "Иск (заявление, жалоба) принят к производству", StepKind.Accepted)]
    [InlineData("Рассмотрение исправленных материалов, поступивших в суд", "Срок для устранения недостатков ПРОДЛЁН", StepKind.MendingTermExtended)]
    [InlineData("Решение вопроса о принятии жалобы (представления) к рассмотрению", "Жалоба (предст.) ВОЗВРАЩЕНА", StepKind.AppealReturned)]
    [InlineData("Завершено", "", StepKind.Completed)]
    [InlineData("Нечто небывалое", "", StepKind.Other)]
    public void A_step_follows_from_name_and_result(string name, string result, StepKind kind) => Shipped.StepOf(name, result).Should().Be(kind);

    [Fact]
    public void A_note_sets_the_end_of_a_term()
    {
        Shipped.UntilOf("Срок для устранения недостатков до 30.05.2025").Should().Be(new LocalDate(2025, 5, 30));
        Shipped.UntilOf("Срок до 31.02.2025").Should().BeNull();
        Shipped.UntilOf("без срока").Should().BeNull();
    }

    [Fact]
    public void A_mapping_of_ones_own_adds_and_overrules()
    {
        var mapping = Own("event.name,is,Нечто небывалое,,step,Returned,\nsitting.result,is,Проведена,,adjourned,,\n");

        mapping.StepOf("Нечто небывалое", "").Should().Be(StepKind.Returned);
        mapping.OutcomeOf("Проведена").Should().Be(SittingOutcome.Adjourned);
        mapping.OutcomeOf("Отложено").Should().Be(SittingOutcome.Adjourned);
    }

    [Theory]
    [InlineData("event.name,is,x,,step,NoSuchStep,", "*line 2*NoSuchStep*")]
    [InlineData("event.name,is,x,,outcome,Granted,", "*line 2*outcome*")]
    [InlineData("nowhere,is,x,,step,Other,", "*line 2*nowhere*")]
    [InlineData("event.name,like,x,,step,Other,", "*line 2*like*")]
    [InlineData("event.name,pattern,(,,step,Other,", "*line 2*")]
    public void A_line_that_cannot_be_understood_is_named(string line, string message)
    {
        var read = () => Own(line + "\n");

        read.Should().Throw<UnreadableTableException>().WithMessage(message);
    }

    private static CourtCardMapping Own(string lines) => CourtCardMapping.With(Encoding.UTF8.GetBytes(Columns + lines), "own.csv");
}
