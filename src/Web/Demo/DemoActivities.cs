using NodaTime;
using Trials.Domain;
using Trials.Domain.Activities;
using Trials.Domain.Catalogues;

namespace Trials.Web.Demo;

/// <summary>Invented activities that add up to the report for 2023: meetings, oral advice, papers, and seven media leads with what became of each.</summary>
public sealed class DemoActivities(DemoWriter writer)
{
    private static readonly (ActivityKind Kind, int Count, ActivityAddressee To)[] Rows =
    [
        (ActivityKind.Meeting, 30, ActivityAddressee.Lawyer),
        (ActivityKind.OralAdvice, 83, ActivityAddressee.Relative),
        (ActivityKind.Paper, 65, ActivityAddressee.Lawyer),
    ];

    private static readonly (string Region, int Month, LeadOutcome Outcome, string Text)[] Leads =
    [
        ("khatlon", 1, LeadOutcome.LawyerRetained, "Сообщение о насилии; привлечён адвокат (вымышлено)."),
        ("rrs", 9, LeadOutcome.ContactLost, "Видео о жестоком обращении; телефоны выключены (вымышлено)."),
        ("khatlon", 11, LeadOutcome.ContactLost, "Жалоба в соцсети; родственники перестали отвечать (вымышлено)."),
        ("soghd", 5, LeadOutcome.ToldOtherwise, "Рассказ в интервью; адвокату сообщили иное (вымышлено)."),
        ("soghd", 7, LeadOutcome.AidDeclined, "Хабари сохта: хешон аз кӯмак даст кашиданд."),
        ("dushanbe", 9, LeadOutcome.Refuted, "Слух о смерти; опровергнут родственниками (вымышлено)."),
        ("dushanbe", 12, LeadOutcome.InquiryOpened, "Видео о применении электрошокера; начата проверка (вымышлено)."),
    ];

    /// <summary>Records them, spread over the year.</summary>
    public async Task Record()
    {
        foreach (var (kind, count, to) in Rows)
        {
            for (var i = 0; i < count; i++)
            {
                var day = new LocalDate(2023, 1, 4).PlusDays(i * 355 / count);
                var name = $"{kind}-{i + 1}";
                await writer.Activity(name, name, HappenedAt.On(day), new ActivityEvent.Done(kind, null, to, null, null, null, null));
            }
        }

        foreach (var (i, (region, month, outcome, text)) in Leads.Index())
        {
            var (name, day) = ($"lead-{i + 1}", new LocalDate(2023, month, 3 + i));
            await writer.Activity($"{name}/found", name, HappenedAt.On(day), new ActivityEvent.Done(
                ActivityKind.MediaLead, new RegionCode(region), ActivityAddressee.Media, null, null, null, FreeText.From(text)));
            await writer.Activity($"{name}/followed", name, HappenedAt.On(day.PlusDays(6)), new ActivityEvent.LeadFollowed(outcome, null));
        }
    }
}
