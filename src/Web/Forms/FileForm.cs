using Trials.Domain;
using Trials.Web.Operations;

namespace Trials.Web.Forms;

/// <summary>A file that came with a form.</summary>
/// <param name="Name">What it was called, without folders.</param>
/// <param name="Content">Of one of the kinds that are kept, and not too long.</param>
public sealed record UploadedFile(string Name, ReadOnlyMemory<byte> Content);

/// <summary>The file of the document that a form names as its source.</summary>
public static class FileForm
{
    /// <summary>The field of the file.</summary>
    public const string Name = "source-file";

    /// <summary>What browsers offer first; what comes is looked at all the same.</summary>
    public const string Accept = "application/pdf,image/jpeg,image/png,audio/*,.pdf,.jpg,.jpeg,.png,.mp3,.ogg,.oga,.opus,.wav,.m4a";

    private const int LongestName = 200;

    /// <summary>The file that was chosen; null where none was, or where it is not taken, which the errors are told.</summary>
    /// <param name="at">Any place in the form.</param>
    public static UploadedFile? Read(FieldPlace at)
    {
        var (texts, field) = (at.Context.Texts, at with { Name = Name, Label = at.Context.Texts["Form.Source.File"], Required = false });
        switch (at.Typed.File(Name))
        {
            case null:
                return null;
            case { Length: 0 }:
                field.Wrong("Form.Error.FileEmpty");
                return null;
            case { Length: > FileKinds.MaxLength } tooLong:
                field.Wrong("Form.Error.FileTooLarge", Sizes.Say(texts, tooLong.Length), Sizes.Say(texts, FileKinds.MaxLength));
                return null;
            case var file:
                var content = Content(file);
                if (FileKinds.Of(content) is null)
                {
                    field.Wrong("Form.Error.FileKind");
                    return null;
                }

                return new(NameOf(file), content);
        }
    }

    private static byte[] Content(IFormFile file)
    {
        var content = new byte[file.Length];
        using var stream = file.OpenReadStream();
        stream.ReadExactly(content);
        return content;
    }

    private static string NameOf(IFormFile file)
    {
        var name = string.Concat(file.FileName.Split('/', '\\')[^1].EnumerateRunes().Where(rune => !System.Text.Rune.IsControl(rune))).Trim();
        return name.Length <= LongestName ? name : name[^LongestName..];
    }
}
