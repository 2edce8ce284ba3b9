using Trials.Domain;
using Trials.Projections.Pretrial;
using Trials.Web.Registers;

namespace Trials.Web.Pretrial;

/// <summary>The registers of the time before trial as files: all that the filter leaves. Persons stand in them by id, never by name.</summary>
public static class PretrialCsv
{
    private static readonly string[] DetentionColumns =
    [
        "case_id", "case", "person_id", "body", "place", "apprehended", "apprehended_precision", "registered", "registered_precision",
        "relatives_told", "relatives_told_precision", "lawyer_seen", "lawyer_seen_precision", "medical_check", "medical_check_precision",
        "custody_ordered", "custody_ordered_precision", "released", "released_precision",
        "minutes_to_registration", "minutes_to_lawyer", "minutes_to_medical_check", "minutes_to_relatives",
    ];

    private static readonly string[] ExaminationColumns =
    [
        "examination_id", "case_id", "case", "kind", "person_id", "standing", "asked", "asked_precision", "refused", "refused_precision",
        "ordered", "ordered_precision", "done", "done_precision", "institution", "istanbul_protocol", "repeats_examination_id",
    ];

    private static readonly string[] ProtectionColumns =
        ["case_id", "case", "step", "person_id", "happened", "happened_precision", "measure", "reprisal", "body", "until"];

    /// <summary>Maps the files, which take the registers' own filters.</summary>
    public static void MapPretrialCsv(this IEndpointRouteBuilder routes)
    {
        routes.MapRegisterCsv(
            DetentionAddress.CsvPath, DetentionColumns, DetentionAddress.Read, (sender, asked, _, page, cancellation) => sender.Send(asked.Query(page), cancellation), (DetentionListRow row) => Cells(row));
        routes.MapRegisterCsv(
            ExaminationAddress.CsvPath, ExaminationColumns, ExaminationAddress.Read, (sender, asked, _, page, cancellation) => sender.Send(asked.Query(page), cancellation), (ExaminationListRow row) => Cells(row));
        routes.MapRegisterCsv(
            ProtectionAddress.CsvPath, ProtectionColumns, ProtectionAddress.Read, (sender, asked, _, page, cancellation) => sender.Send(asked.Query(page), cancellation), (ProtectionListRow row) => Cells(row));
    }

    private static object?[] Cells(DetentionListRow row)
    {
        var e = row.Episode;
        return
        [
            row.Case.Value, row.CaseReference, e.Person.Value, e.Body?.Value, e.Place, .. Moment(e.Apprehended), .. Moment(e.Registered),
            .. Moment(e.RelativesTold), .. Moment(e.LawyerSeen), .. Moment(e.MedicalCheck), .. Moment(e.Custody), .. Moment(e.Released),
            DetentionEpisode.Minutes(e.Apprehended, e.Registered), DetentionEpisode.Minutes(e.Apprehended, e.LawyerSeen),
            DetentionEpisode.Minutes(e.Apprehended, e.MedicalCheck), DetentionEpisode.Minutes(e.Apprehended, e.RelativesTold),
        ];
    }

    private static object?[] Cells(ExaminationListRow row)
    {
        var x = row.Facts;
        return
        [
            x.Examination.Value, row.Case.Value, row.CaseReference, x.Kind, x.Person?.Value, x.Standing, .. Moment(x.Asked), .. Moment(x.Refused),
            .. Moment(x.Ordered), .. Moment(x.Done), x.Institution, x.Protocol, x.Repeats?.Value,
        ];
    }

    private static object?[] Cells(ProtectionListRow row) =>
    [
        row.Case.Value, row.CaseReference, row.Fact.Step, row.Fact.Person.Value, .. Moment(row.Fact.At), row.Fact.Measure, row.Fact.Reprisal,
        row.Fact.Body?.Value, row.Fact.Until,
    ];

    private static object?[] Moment(HappenedAt? at) => [Moments.Of(at), at?.Precision];
}
