using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Trials.Domain;

/// <summary>An identifier that wraps one <see cref="Guid"/>, so that a case is never taken for a hearing.</summary>
/// <typeparam name="TSelf">The identifier's own type.</typeparam>
public interface IGuidId<TSelf>
    where TSelf : struct, IGuidId<TSelf>
{
    /// <summary>The wrapped value.</summary>
    Guid Value { get; }

    /// <summary>Wraps a value.</summary>
    static abstract TSelf From(Guid value);
}

/// <summary>
/// One entry of the log. Made from its stream, its command's id and the index of the event in it, so that a repeated command makes the same ids, and one
/// that is sent to two streams makes other ids in each: no two entries share one, whatever log keeps them.
/// </summary>
public readonly record struct EventId(Guid Value) : IGuidId<EventId>
{
    private const int IndexAt = 14;

    /// <inheritdoc/>
    public static EventId From(Guid value) => new(value);

    /// <summary>The id of the first event of a command in a stream.</summary>
    public static EventId Of(StreamName stream, CommandId command) => new EventId(DerivedGuid.From(command.Value, stream.Value)).At(0);

    /// <summary>The id of another event of the same command.</summary>
    /// <param name="index">Its place among that command's events, from 0 to 65,535; stands in the last two bytes.</param>
    /// <exception cref="OverflowException">The index is outside these bounds.</exception>
    public EventId At(int index)
    {
        Span<byte> bytes = stackalloc byte[16];
        Value.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[IndexAt..], checked((ushort)index));
        return new(new Guid(bytes, bigEndian: true));
    }
}

/// <summary>What a form carries from the moment it is shown; the same id is the same wish, however often it arrives.</summary>
public readonly record struct CommandId(Guid Value) : IGuidId<CommandId>
{
    /// <inheritdoc/>
    public static CommandId From(Guid value) => new(value);

    /// <summary>The id of what follows from this command elsewhere; <paramref name="purpose"/> tells several followers apart.</summary>
    public CommandId Following(string purpose) => new(DerivedGuid.From(Value, $"follow:{purpose}"));
}

/// <summary>A user of the system: whoever types, observes or gives an account. Not a person of a case.</summary>
public readonly record struct ActorId(Guid Value) : IGuidId<ActorId>
{
    /// <inheritdoc/>
    public static ActorId From(Guid value) => new(value);
}

/// <summary>The application or case that an entry belongs to: the unit of who may see what. Fixed for a stream's life.</summary>
public readonly record struct MatterId(Guid Value) : IGuidId<MatterId>
{
    /// <summary>The matter of entries that belong to no application or case, such as catalogue entries.</summary>
    public static readonly MatterId Common = new(Guid.Empty);

    /// <inheritdoc/>
    public static MatterId From(Guid value) => new(value);
}

/// <summary>One proceeding that is followed.</summary>
public readonly record struct CaseId(Guid Value) : IGuidId<CaseId>
{
    /// <inheritdoc/>
    public static CaseId From(Guid value) => new(value);

    /// <summary>A case is a matter of its own.</summary>
    public MatterId Matter => new(Value);
}

/// <summary>One sitting of a court.</summary>
public readonly record struct HearingId(Guid Value) : IGuidId<HearingId>
{
    /// <inheritdoc/>
    public static HearingId From(Guid value) => new(value);
}

/// <summary>What the coalition documents when somebody reports torture or ill-treatment.</summary>
public readonly record struct ApplicationId(Guid Value) : IGuidId<ApplicationId>
{
    /// <inheritdoc/>
    public static ApplicationId From(Guid value) => new(value);

    /// <summary>An application is a matter of its own.</summary>
    public MatterId Matter => new(Value);
}

/// <summary>Help that was given: one meeting, one advice, one paper, one media lead.</summary>
public readonly record struct ActivityId(Guid Value) : IGuidId<ActivityId>
{
    /// <inheritdoc/>
    public static ActivityId From(Guid value) => new(value);

    /// <summary>The matter of an activity that belongs to no application and no case.</summary>
    public MatterId OwnMatter => new(Value);
}

/// <summary>One request that a court, prosecutor, investigator or record holder must decide.</summary>
public readonly record struct PetitionId(Guid Value) : IGuidId<PetitionId>
{
    /// <inheritdoc/>
    public static PetitionId From(Guid value) => new(value);
}

/// <summary>A civil claim for moral harm or material damage.</summary>
public readonly record struct ClaimId(Guid Value) : IGuidId<ClaimId>
{
    /// <inheritdoc/>
    public static ClaimId From(Guid value) => new(value);
}

/// <summary>A register's filters, order and columns that somebody saved.</summary>
public readonly record struct ViewId(Guid Value) : IGuidId<ViewId>
{
    /// <inheritdoc/>
    public static ViewId From(Guid value) => new(value);
}

/// <summary>A protected person: victim, applicant, witness, accused or lawyer. Stands in place of the name everywhere but in the person's own stream.</summary>
public readonly record struct PersonId(Guid Value) : IGuidId<PersonId>
{
    /// <inheritdoc/>
    public static PersonId From(Guid value) => new(value);
}

/// <summary>Ids that follow from other ids (RFC 4122, version 5 layout over SHA-256 truncated to 128 bits): the same input gives the same id on every machine.</summary>
public static class DerivedGuid
{
    /// <summary>The id that <paramref name="name"/> has within <paramref name="scope"/>.</summary>
    public static Guid From(Guid scope, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var input = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        scope.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, input.AsSpan(16));
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(input, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>The id that a length-prefixed list of parts has within <paramref name="scope"/>; ("a","bc") and ("ab","c") differ.</summary>
    public static Guid From(Guid scope, params ReadOnlySpan<string> parts)
    {
        var name = new StringBuilder();
        foreach (var part in parts)
        {
            name.Append(part.Length).Append(':').Append(part);
        }

        return From(scope, name.ToString());
    }
}
