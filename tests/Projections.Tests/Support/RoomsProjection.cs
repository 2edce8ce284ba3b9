using Trials.Domain.Hearings;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Tests.Support;

/// <summary>A read model of a test: the room of each hearing and each word of it. It cannot take a room with a forbidden name.</summary>
internal sealed class RoomsProjection : Projection
{
    private static readonly OwnedTable<Room> Rooms = new(
        "rooms", TableKind.One, new Columns<Room>().Text("stream", r => r.Stream).Text("room", r => r.Name));

    private static readonly OwnedTable<Room> RoomsWithLength = new(
        "rooms", TableKind.One, new Columns<Room>().Text("stream", r => r.Stream).Integer("length", r => r.Name.Length).Text("room", r => r.Name));

    private static readonly OwnedTable<Room> Words = new(
        "room_words", TableKind.Many, new Columns<Room>().Text("stream", r => r.Stream).Text("word", r => r.Name), 2);

    private readonly string suffix;

    public RoomsProjection(int version = 1, string? unfoldable = null, string? unwritable = null, string suffix = "", bool withLength = false)
        : base("rooms", version, [withLength ? RoomsWithLength : Rooms, Words])
    {
        var rooms = withLength ? RoomsWithLength : Rooms;
        this.suffix = suffix;
        var fold = new StreamFold<RoomFacts, HearingEvent>("hearing", new(""), (facts, entry) => entry.Event switch
        {
            HearingEvent.Scheduled e when e.Room == unfoldable => throw new InvalidOperationException("The name of somebody."),
            HearingEvent.Scheduled e => new(e.Room ?? ""),
            _ => facts with { Events = facts.Events + 1 },
        });
        From(fold, (before, after, changes) =>
        {
            if (after.State.Name == unwritable)
            {
                throw new InvalidOperationException("The name of somebody.");
            }

            changes.Replace(rooms, Of(before), Of(after));
            changes.Replace(Words, WordsOf(before), WordsOf(after));
        });
    }

    /// <summary>The room in a hearing's first entry.</summary>
    public static HearingEvent.Scheduled In(string room) => World.Scheduled() with { Room = room };

    private Room? Of(Folded<RoomFacts>? folded) =>
        folded is null ? null : new(folded.Stream.Value, $"{folded.State.Name}{suffix} {folded.State.Events}");

    private static Room[] WordsOf(Folded<RoomFacts>? folded) =>
        folded is null ? [] : [.. $"{folded.State.Name} {folded.State.Events}".Split(' ').Distinct().Select(w => new Room(folded.Stream.Value, w))];

    private sealed record RoomFacts(string Name, int Events = 0);

    private sealed record Room(string Stream, string Name);
}
