using System.Security.Cryptography;
using System.Text;
using Trials.Domain;
using Trials.Projections.Engine.Tables;

namespace Trials.Projections.Engine;

/// <summary>
/// One read model: its tables, the streams it is made of, and what a change of a stream changes in the tables.
/// All of it pure: the engine reads the log, folds, writes the differences and keeps the checkpoint.
/// </summary>
public abstract class Projection
{
    private const int DigestLength = 8;

    private readonly Dictionary<StreamFold, Action<object?, object, Changes>> folds = [];
    private readonly string shape;

    /// <summary>A read model.</summary>
    /// <param name="name">One of <see cref="ProjectionNames"/>.</param>
    /// <param name="version">One more whenever a fold or row means something else than before; changed tables count by themselves.</param>
    /// <param name="tables">Its tables. Only tables of one projection are joined.</param>
    protected Projection(string name, int version, IReadOnlyList<Table> tables)
    {
        Name = name;
        Tables = tables;
        var shapes = string.Join('\n', tables.Select(t => t.Shape));
        shape = Digest(shapes);
        Fingerprint = Digest($"{name} {version}\n{shapes}") + shape;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its tables.</summary>
    public IReadOnlyList<Table> Tables { get; }

    /// <summary>Digest of its version and tables, then one of its tables alone; eight hexadecimal digits each.</summary>
    public string Fingerprint { get; }

    /// <summary>Stands for its fingerprint where its tables are there, but nothing was built in them.</summary>
    internal string Unbuilt => new string('-', DigestLength) + shape;

    /// <summary>The folds that it is made of.</summary>
    internal IReadOnlyCollection<StreamFold> Folds => folds.Keys;

    /// <summary>Whether events of these streams concern it. An event that cannot be read stops it only then.</summary>
    public virtual bool Takes(string category)
    {
        foreach (var fold in folds.Keys)
        {
            if (fold.Category == category)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether tables have the columns that its queries ask for, whatever was built in them.</summary>
    /// <param name="fingerprint">Of the version that made the tables.</param>
    internal bool CanAskTablesOf(string fingerprint) => fingerprint.EndsWith(shape, StringComparison.Ordinal);

    /// <summary>What an event changes by itself, whatever its stream says as a whole.</summary>
    internal virtual void Record(StoredEvent stored, RecordedEvent @event, Changes changes)
    {
    }

    /// <summary>What it changes that a stream is folded to something else than before.</summary>
    internal void Write(StreamFold fold, object? before, object after, Changes changes) => folds[fold](before, after, changes);

    /// <summary>Says what a stream's change changes; <c>before</c> is null for a new stream.</summary>
    protected void From<TState, TEvent>(StreamFold<TState, TEvent> fold, Action<Folded<TState>?, Folded<TState>, Changes> write)
        where TState : notnull
        where TEvent : DomainEvent =>
        From<TState>(fold, write);

    /// <summary>The same for a fold that does more with an event than to take what it says; its state must be what is expected.</summary>
    private protected void From<TState>(StreamFold fold, Action<Folded<TState>?, Folded<TState>, Changes> write)
        where TState : notnull =>
        folds.Add(fold, (before, after, changes) => write((Folded<TState>?)before, (Folded<TState>)after, changes));

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..DigestLength];
}
