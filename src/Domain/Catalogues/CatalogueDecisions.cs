namespace Trials.Domain.Catalogues;

/// <summary>Changes a catalogue, or amends what was recorded in it.</summary>
public sealed record RecordInCatalogue : StreamCommand<RecordInCatalogue, CatalogueEvent>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.ManageCatalogues;
}

/// <summary>Why an entry of a catalogue is refused.</summary>
public static class CatalogueRefusals
{
    /// <summary>There is no entry with this code. Parameter <c>code</c>.</summary>
    public const string NoSuchEntry = "catalogue-no-such-entry";

    /// <summary>An entry is named in at least one language. Parameter <c>code</c>.</summary>
    public const string Unnamed = "catalogue-unnamed";

    /// <summary>An entry's last day is before its first. Parameters <c>from</c>, <c>to</c>.</summary>
    public const string EndsBeforeItBegins = "catalogue-ends-before-it-begins";
}

public sealed partial record Catalogue
{
    /// <inheritdoc/>
    public static Verdict Judge(Catalogue state, Entry<CatalogueEvent> proposed) => proposed.Event switch
    {
        CatalogueEvent.EntryPut e => Verdict.FirstOf(
            Limits.Code(Field.Code, e.Code),
            Named(e),
            Attributes(e.Values),
            Limits.Required(Field.Origin, e.Origin, Limits.LongLength),
            e.ValidFrom is { } from && e.ValidTo is { } to && to < from
                ? Verdict.Refuse(CatalogueRefusals.EndsBeforeItBegins, ("from", from), ("to", to))
                : Verdict.Accepted,
            state.Entries.TryGet(e.Code, out var present) && !present.IsRetired && present.Content == e ? Verdict.AlreadySo : Verdict.Accepted),
        CatalogueEvent.EntryRetired e => Verdict.FirstOf(
            Limits.Code(Field.Code, e.Code),
            !state.Entries.TryGet(e.Code, out var present) ? Verdict.Refuse(CatalogueRefusals.NoSuchEntry, ("code", e.Code))
                : present.IsRetired ? Verdict.AlreadySo
                : Verdict.Accepted),
        _ => throw new UnreachableEventException(proposed.Event),
    };

    private static Verdict Named(CatalogueEvent.EntryPut e)
    {
        var (en, ru, tg) = e.Name;
        return string.IsNullOrWhiteSpace(en) && string.IsNullOrWhiteSpace(ru) && string.IsNullOrWhiteSpace(tg)
            ? Verdict.Refuse(CatalogueRefusals.Unnamed, ("code", e.Code))
            : Verdict.FirstOf(
                Limits.Optional(Field.EntryName, en, Limits.LongLength),
                Limits.Optional(Field.EntryName, ru, Limits.LongLength),
                Limits.Optional(Field.EntryName, tg, Limits.LongLength));
    }

    private static Verdict Attributes(ValueList<CatalogueValue> values)
    {
        foreach (var value in values)
        {
            var verdict = Verdict.FirstOf(
                Limits.Required(Field.Attribute, value.Key),
                Limits.Optional(Field.Attribute, value.Value, Limits.LongLength));
            if (verdict != Verdict.Accepted)
            {
                return verdict;
            }
        }

        return values.Select(v => v.Key).Distinct().Count() == values.Count
            ? Verdict.Accepted
            : Verdict.Refuse(LimitRefusals.NamedTwice, ("field", Field.Attribute));
    }
}
