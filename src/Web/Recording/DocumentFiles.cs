using Trials.Domain;
using Trials.Web.Forms;

namespace Trials.Web.Recording;

/// <summary>What became of the file of a form.</summary>
/// <param name="Source">The form's source, naming the file where one is kept.</param>
/// <param name="File">The file; null where the form brought none.</param>
/// <param name="Refusal">Why it could not be kept; null where it was.</param>
public sealed record KeptSource(Source Source, StoredFile? File, Refusal? Refusal);

/// <summary>
/// Keeps the file of a document before its entry is recorded, so that no entry names a file that is not there, and takes it away again where the entry is
/// refused. A form that is sent again finds the file that it brought before.
/// </summary>
public sealed class DocumentFiles(IFileStore store)
{
    /// <summary>Keeps a form's file, where it brought one.</summary>
    public KeptSource Keep(CommandId command, UploadedFile? file, Source source)
    {
        if (file is null || source is not Source.Document document)
        {
            return new(source, null, null);
        }

        try
        {
            var kept = store.Keep(command, file.Name, file.Content.Span);
            return new(document with { Sha256 = kept.Sha256, File = kept.File }, kept, null);
        }
        catch (KeysUnavailableException e)
        {
            return new(source, null, Refusal.Because(LoopRefusals.Of(e.Failure)));
        }
        catch (FilesUnavailableException e)
        {
            return new(source, null, Refusal.Because(LoopRefusals.Of(e.Failure)));
        }
    }

    /// <summary>
    /// Takes the file away where no entry names it: not where it was there before, nor where the entry may yet be, or may have been, recorded.
    /// </summary>
    public void Settle(KeptSource kept, Outcome outcome)
    {
        if (kept is not { File: { IsNew: true } file } || !IsUnnamed(file.File, outcome))
        {
            return;
        }

        try
        {
            store.Remove(file.File);
        }
        catch (Exception e) when (e is KeysUnavailableException or FilesUnavailableException)
        {
            // It stays, encrypted and named by nothing; the same form, sent again, uses it.
        }
    }

    private static bool IsUnnamed(KeptFile file, Outcome outcome) => outcome switch
    {
        Outcome.Unchanged => true,
        Outcome.Refused(var refusal) => !LoopRefusals.IsPassing(refusal.Code),
        Outcome.Conflicted conflict => !conflict.Meanwhile.Any(entry => entry.Metadata.Source is Source.Document { File: { } named } && named.Id == file.Id),
        _ => false,
    };
}
