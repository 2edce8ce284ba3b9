using Trials.Domain;

namespace Trials.Web.Imports.CourtCards;

/// <summary>Keeps what became of each row while its commands are recorded one after another.</summary>
public sealed class RowLedger
{
    private readonly Dictionary<RowRef, Account> accounts = [];

    /// <summary>How many entries were recorded.</summary>
    public int Entries { get; private set; }

    /// <summary>Whether a row was rejected.</summary>
    public bool IsRejected(RowRef row) => accounts.GetValueOrDefault(row)?.Fate == RowFate.Rejected;

    /// <summary>A row was understood; nothing is recorded of it yet.</summary>
    public void Open(RowRef row, string number, string what) => accounts[row] = new(number, what);

    /// <summary>A row cannot be taken.</summary>
    public void Reject(RowRef row, string why) => accounts[row].Reject(why);

    /// <summary>Something of a row is left as it is.</summary>
    public void Leave(RowRef row, string why) => accounts[row].Add(why);

    /// <summary>A command of a row was recorded, repeated or refused.</summary>
    public void Take(RowCommand command, Outcome outcome)
    {
        var account = accounts[command.Row];
        switch (outcome)
        {
            case Outcome.Recorded { Repeated: false } recorded:
                Entries += recorded.Entries.Count;
                account.Raise(command.Corrects ? RowFate.Corrected : RowFate.Added);
                break;
            case Outcome.Refused { Refusal: var refusal }:
                account.Reject(RefusalLine.Of(refusal));
                break;
            case Outcome.Conflicted { Refusal: var refusal }:
                account.Reject(RefusalLine.Of(refusal));
                break;
        }
    }

    /// <summary>What became of every row, in the order of the files.</summary>
    public IEnumerable<RowReport> Reports(string cardsFile, string eventsFile) =>
        from pair in accounts
        orderby !pair.Key.OfCards, pair.Key.Line
        let account = pair.Value
        select new RowReport(
            pair.Key.OfCards ? cardsFile : eventsFile, pair.Key.Line, account.Number, account.Fate, account.What, string.Join("; ", account.Why));

    private sealed class Account(string number, string what)
    {
        public string Number => number;

        public string What => what;

        public RowFate Fate { get; private set; } = RowFate.Unchanged;

        public List<string> Why { get; } = [];

        /// <summary>Something new outweighs a correction, and a rejection both.</summary>
        public void Raise(RowFate fate) => Fate = Fate switch
        {
            RowFate.Rejected => RowFate.Rejected,
            RowFate.Added => RowFate.Added,
            _ => fate,
        };

        public void Add(string why) => Why.Add(why);

        public void Reject(string why)
        {
            Fate = RowFate.Rejected;
            Why.Add(why);
        }
    }
}
