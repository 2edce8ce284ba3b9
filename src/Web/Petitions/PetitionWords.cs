using Trials.Domain;
using Trials.Domain.Petitions;
using Trials.Projections.Petitions;

namespace Trials.Web.Petitions;

/// <summary>What a list says of one petition, in words.</summary>
public sealed class PetitionWords(Texts texts, ITextOpener opener, PetitionListRow row)
{
    private const int MostLetters = 160;

    /// <summary>What is asked for.</summary>
    public string Kind => texts.Capital(texts.Of(row.Kind));

    /// <summary>The beginning of what it says; null where nothing was written.</summary>
    public string? Beginning => Text is { } text && text.Length > MostLetters ? Cut(text) : Text;

    /// <summary>What it says; null where nothing was written.</summary>
    public string? Text => row.Text is { } text ? opener.Open(text) ?? texts["Petitions.TextErased"] : null;

    /// <summary>How many days it waited or waits; says so where a day is not known.</summary>
    public string Days => row.Days is { } days ? texts.Say(days) : texts["Petitions.DaysUnknown"];

    /// <summary>The mark before where it stands.</summary>
    public string StateClass => row switch
    {
        { Standing: PetitionStanding.Waiting or PetitionStanding.HeldOver } => "wait",
        { Standing: PetitionStanding.Withdrawn } => "off",
        { Standing: PetitionStanding.Disregarded } => "bad",
        { Decision: PetitionDecision.Granted or PetitionDecision.GrantedInPart } => "ok",
        { Decision: PetitionDecision.LeftWithoutConsideration or PetitionDecision.NotAccepted } => "bad",
        _ => "off",
    };

    /// <summary>Where it stands: for a decision, which one, and whether it gave reasons.</summary>
    public string State => texts.Capital(row switch
    {
        { Standing: PetitionStanding.Decided, Decision: { } decision } => Reasoned(texts.Of(decision)),
        { Standing: PetitionStanding.Waiting, Decision: PetitionDecision.Forwarded } => $"{texts.Of(PetitionDecision.Forwarded)}, {texts.Of(row.Standing)}",
        { Standing: PetitionStanding.HeldOver } => texts.Count("Petitions.HeldOverTimes", row.HeldOver),
        _ => texts.Of(row.Standing),
    });

    private string Reasoned(string decision) =>
        row.Reasoning is Reasoning.Reasoned or Reasoning.Unreasoned ? $"{decision}, {texts.Of(row.Reasoning)}" : decision;

    /// <summary>Cut between words, never within a letter.</summary>
    private static string Cut(string text)
    {
        var end = text.LastIndexOf(' ', MostLetters);
        end = end < MostLetters / 2 ? MostLetters : end;
        return $"{text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)]}…";
    }
}
