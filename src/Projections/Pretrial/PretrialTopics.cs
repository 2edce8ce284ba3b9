using NodaTime;
using Trials.Domain;
using Trials.Domain.Cases;
using Trials.Domain.Catalogues;

namespace Trials.Projections.Pretrial;

/// <summary>Where an examination stands.</summary>
public enum ExaminationStanding
{
    /// <summary>Asked for; no answer is recorded.</summary>
    Asked,

    /// <summary>Refused, and not ordered since.</summary>
    Refused,

    /// <summary>Ordered; not done.</summary>
    Ordered,

    /// <summary>Carried out.</summary>
    Done,
}

/// <summary>One examination of a case; what nobody recorded is null.</summary>
public sealed record CaseExaminationFacts(
    ExaminationId Examination,
    ExaminationKind Kind,
    PersonId? Person,
    string? Institution,
    ExaminationId? Repeats,
    HappenedAt? Asked,
    HappenedAt? Refused,
    HappenedAt? Ordered,
    HappenedAt? Done,
    IstanbulProtocol? Protocol)
{
    /// <summary>Where it stands.</summary>
    public ExaminationStanding Standing =>
        Done is not null ? ExaminationStanding.Done
        : Ordered is not null && !(Refused is { } refused && refused > Ordered) ? ExaminationStanding.Ordered
        : Refused is not null ? ExaminationStanding.Refused
        : ExaminationStanding.Asked;

    /// <summary>When it was first spoken of.</summary>
    public HappenedAt? First => Asked ?? Ordered ?? Refused ?? Done;

    /// <summary>A case's examinations, in the order of recording.</summary>
    public static IReadOnlyList<CaseExaminationFacts> Of(IEnumerable<Entry<CaseEvent>> entries)
    {
        var all = new List<CaseExaminationFacts>();
        foreach (var entry in entries.Where(entry => entry.Event is IExaminationFact))
        {
            switch (entry.Event)
            {
                case CaseEvent.ExaminationAsked e:
                    all.Add(New(ExaminationId.Of(entry.Id), e.Kind) with { Person = e.Person, Repeats = e.Repeats, Asked = entry.Happened });
                    break;
                case CaseEvent.ExaminationOrdered e:
                    Change(all, e.Examination ?? ExaminationId.Of(entry.Id), e.Kind, x => x with
                    {
                        Person = e.Person ?? x.Person,
                        Institution = e.Institution ?? x.Institution,
                        Repeats = e.Repeats ?? x.Repeats,
                        Ordered = entry.Happened,
                    });
                    break;
                case CaseEvent.ExaminationRefused e:
                    Change(all, e.Examination, ExaminationKind.Other, x => x with { Refused = entry.Happened });
                    break;
                case CaseEvent.ExaminationDone e:
                    Change(all, e.Examination ?? ExaminationId.Of(entry.Id), e.Kind, x => x with
                    {
                        Kind = e.Kind,
                        Person = e.Person ?? x.Person,
                        Institution = e.Institution ?? x.Institution,
                        Done = entry.Happened,
                        Protocol = e.Protocol,
                    });
                    break;
                default:
                    throw new UnreachableEventException(entry.Event);
            }
        }

        return all;
    }

    private static CaseExaminationFacts New(ExaminationId id, ExaminationKind kind) => new(id, kind, null, null, null, null, null, null, null, null);

    private static void Change(
        List<CaseExaminationFacts> all, ExaminationId id, ExaminationKind kind, Func<CaseExaminationFacts, CaseExaminationFacts> change)
    {
        var index = all.FindIndex(x => x.Examination == id);
        if (index < 0)
        {
            all.Add(change(New(id, kind)));
        }
        else
        {
            all[index] = change(all[index]);
        }
    }
}

/// <summary>A step of protection, or a reprisal.</summary>
public enum ProtectionStep
{
    /// <summary>Protection was asked for.</summary>
    Asked,

    /// <summary>Protection was granted.</summary>
    Granted,

    /// <summary>Protection was refused.</summary>
    Refused,

    /// <summary>Protection ended.</summary>
    Lapsed,

    /// <summary>A reprisal was reported.</summary>
    Reprisal,
}

/// <summary>One step of protection, or one reprisal.</summary>
public sealed record ProtectionFact(
    ProtectionStep Step, PersonId Person, ProtectionMeasure? Measure, ReprisalKind? Reprisal, AuthorityCode? Body, LocalDate? Until, HappenedAt At)
{
    /// <summary>A case's, in the order of recording.</summary>
    public static IEnumerable<ProtectionFact> Of(IEnumerable<Entry<CaseEvent>> entries) =>
        entries.Where(entry => entry.Event is IProtectionFact).Select(entry => entry.Event switch
        {
            CaseEvent.ProtectionAsked e => new ProtectionFact(ProtectionStep.Asked, e.Person, e.Measure, null, e.Body, null, entry.Happened),
            CaseEvent.ProtectionGranted e => new(ProtectionStep.Granted, e.Person, e.Measure, null, e.Body, e.Until, entry.Happened),
            CaseEvent.ProtectionRefused e => new(ProtectionStep.Refused, e.Person, null, null, e.Body, null, entry.Happened),
            CaseEvent.ProtectionLapsed e => new(ProtectionStep.Lapsed, e.Person, null, null, null, null, entry.Happened),
            CaseEvent.ReprisalReported e => new(ProtectionStep.Reprisal, e.Person, null, e.Kind, e.Body, null, entry.Happened),
            _ => throw new UnreachableEventException(entry.Event),
        });
}

/// <summary>One status that a person was given or refused.</summary>
/// <param name="Person">Who.</param>
/// <param name="Status">Which.</param>
/// <param name="Refused">Whether it was refused.</param>
/// <param name="At">When it was given or refused; null where only its end is known.</param>
/// <param name="Ended">When it ended; null for not.</param>
/// <param name="Body">By which body.</param>
/// <param name="Number">Of the order.</param>
public sealed record PartyStatus(
    PersonId Person, ProceduralStatus Status, bool Refused, HappenedAt? At, HappenedAt? Ended, AuthorityCode? Body, string? Number)
{
    /// <summary>A case's, each by time.</summary>
    public static IReadOnlyList<PartyStatus> Of(IEnumerable<Entry<CaseEvent>> entries)
    {
        var all = new List<PartyStatus>();
        foreach (var entry in entries.Where(entry => entry.Event is IStatusFact).OrderBy(entry => entry.Happened.Named))
        {
            switch (entry.Event)
            {
                case CaseEvent.StatusGiven e:
                    all.Add(new(e.Person, e.Status, Refused: false, entry.Happened, null, e.Body, e.Number));
                    break;
                case CaseEvent.StatusRefused e:
                    all.Add(new(e.Person, e.Status, Refused: true, entry.Happened, null, e.Body, e.Number));
                    break;
                case CaseEvent.StatusEnded e:
                    var index = all.FindLastIndex(s => s.Person == e.Person && s.Status == e.Status && !s.Refused && s.Ended is null);
                    if (index < 0)
                    {
                        all.Add(new(e.Person, e.Status, Refused: false, null, entry.Happened, e.Body, e.Number));
                    }
                    else
                    {
                        all[index] = all[index] with { Ended = entry.Happened };
                    }

                    break;
                default:
                    throw new UnreachableEventException(entry.Event);
            }
        }

        return all;
    }
}

/// <summary>An undertaking not to disclose that did not end. Whether its last day has passed is for whoever asks.</summary>
public sealed record Undertaking(PersonId Person, NonDisclosureScope Scope, HappenedAt Signed, LocalDate? Until);

/// <summary>What may not be spoken of in a case.</summary>
public static class Secrets
{
    /// <summary>Since when the file is classified; null where it is not.</summary>
    public static HappenedAt? Classified(IEnumerable<Entry<CaseEvent>> entries)
    {
        HappenedAt? since = null;
        foreach (var entry in entries.OrderBy(entry => entry.Happened.Named))
        {
            since = entry.Event switch
            {
                CaseEvent.FileClassified => since ?? entry.Happened,
                CaseEvent.FileDeclassified => null,
                _ => since,
            };
        }

        return since;
    }

    /// <summary>The undertakings that did not end.</summary>
    public static IReadOnlyList<Undertaking> Undertakings(IEnumerable<Entry<CaseEvent>> entries)
    {
        var bound = new List<Undertaking>();
        foreach (var entry in entries.OrderBy(entry => entry.Happened.Named))
        {
            if (entry.Event is CaseEvent.NonDisclosureSigned signed)
            {
                bound.Add(new(signed.Person, signed.Scope, entry.Happened, signed.Until));
            }
            else if (entry.Event is CaseEvent.NonDisclosureEnded ended)
            {
                bound.RemoveAll(u => u.Person == ended.Person);
            }
        }

        return bound;
    }
}
