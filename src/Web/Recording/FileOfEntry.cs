using Mediator;
using Trials.Domain;

namespace Trials.Web.Recording;

/// <summary>
/// The file that an entry or a correction of one brought; null where there is none that the viewer may see, or where it was erased. It may name protected
/// persons, so it is for those who may read their names.
/// </summary>
public sealed record FileOfEntry(StreamName Stream, EventId Entry) : Query<FileOfEntry, EntryFile?>, INeeds
{
    /// <inheritdoc/>
    public static Permission Needed => Permission.RecordPersons;
}

/// <summary>A file in the clear.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="File">The file.</param>
public sealed record EntryFile(FileKind Kind, OpenedFile File);

/// <summary>Answers <see cref="FileOfEntry"/> from the log and the files.</summary>
public sealed class FileOfEntryHandler(IEventLog log, IEventCodec codec, IFileStore files, ViewerAccessor viewers) : IQueryHandler<FileOfEntry, EntryFile?>
{
    /// <inheritdoc/>
    /// <exception cref="FileAlteredException">The file is missing or was altered.</exception>
    public async ValueTask<EntryFile?> Handle(FileOfEntry query, CancellationToken cancellationToken)
    {
        // Every matter is open as yet, as the rows of read models say too; one that is not is looked up here.
        if (!viewers.Viewer.MaySee(MatterVisibility.Open))
        {
            return null;
        }

        await foreach (var stored in log.ReadStream(query.Stream, 0, cancellationToken).ConfigureAwait(false))
        {
            if (stored.Event.Id == query.Entry)
            {
                return codec.ReadMetadata(stored).Source is Source.Document { File: { } file, Sha256: { } sha256 } && files.Open(file, sha256) is { } opened
                    ? new(file.Kind, opened)
                    : null;
            }
        }

        return null;
    }
}
