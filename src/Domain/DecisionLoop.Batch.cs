using Trials.Domain.People;

namespace Trials.Domain;

public sealed partial class DecisionLoop
{
    /// <summary>
    /// Records several commands of one stream in one append, each decided behind those before it: what an import brings of one case. Nobody has seen a revision
    /// before it, so none is asked for. A command that is refused leaves the others.
    /// A command's id that is known with the same content counts as recorded, also where it came from another line of the imported file.
    /// </summary>
    /// <param name="commands">One or more, all of one stream; together no more than a log takes in one append.</param>
    /// <returns>What came of each, in order: recorded now or before, unchanged, refused, or in conflict with what is recorded under its id.</returns>
    public async ValueTask<IReadOnlyList<Outcome>> RecordAll<TState, TEvent>(IReadOnlyList<IStreamCommand> commands, Actor typist, CancellationToken cancellation)
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent
    {
        ArgumentNullException.ThrowIfNull(commands);
        ArgumentNullException.ThrowIfNull(typist);
        if (commands.Count == 0 || commands.Any(c => c.Stream != commands[0].Stream || c.Stream.Category != TState.Category))
        {
            throw new ArgumentException($"The commands are of one stream of the category '{TState.Category}'.", nameof(commands));
        }

        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await Load(commands[0].Stream, cancellation).ConfigureAwait(false) is not { } history)
            {
                return Same(commands, LoopRefusals.LogUnavailable);
            }

            var (stored, pending, outcomes) = (history.Count, new List<EncodedEvent>(), new List<Outcome>(commands.Count));
            try
            {
                foreach (var command in commands)
                {
                    outcomes.Add(await Take<TState, TEvent>(command, typist, history, pending, cancellation).ConfigureAwait(false));
                }
            }
            catch (KeysUnavailableException e)
            {
                return Same(commands, LoopRefusals.Of(e.Failure));
            }
            catch (KeyErasedException)
            {
                return Same(commands, PersonRefusals.Erased);
            }

            if (pending.Count == 0)
            {
                return outcomes;
            }

            switch (await AppendOnce([.. pending], stored - 1, cancellation).ConfigureAwait(false))
            {
                case AppendResult.Appended(var last):
                    return [.. outcomes.Select(o => o is Outcome.Recorded { Repeated: false } recorded ? recorded with { Position = last } : o)];
                case AppendResult.Failed(var failure):
                    return Same(commands, LoopRefusals.Of(failure));
            }
        }

        return Same(commands, LoopRefusals.TooManyWriters);
    }

    private static Outcome[] Same(IReadOnlyList<IStreamCommand> commands, string code) => [.. commands.Select(_ => Refuse(code))];

    /// <summary>Decides one command behind those before it, and adds what it records to the history and to what is to be appended.</summary>
    private async ValueTask<Outcome> Take<TState, TEvent>(
        IStreamCommand command, Actor typist, List<RecordedEvent> history, List<EncodedEvent> pending, CancellationToken cancellation)
        where TState : IStream<TState, TEvent>
        where TEvent : DomainEvent
    {
        var header = command.Header;
        var author = header.Author ?? typist.Id;
        string Fingerprint(Source source) => codec.Fingerprint(new(command.Stream, typist.Id, author, header.Happened, source, command.Events));
        if (history.Find(e => e.Metadata.Command == header.Command) is { } known)
        {
            return Earlier(history, header.Command, Fingerprint(known.Metadata.Source))!;
        }

        if (HeaderRules.Refusal(command, history, clock.GetCurrentInstant()) is { } invalid)
        {
            return new Outcome.Refused(invalid);
        }

        var decision = Decision.Of<TState, TEvent>(history, command, author);
        if (decision.Refusal is { } refusal)
        {
            return new Outcome.Refused(refusal);
        }

        var encoded = await Encode(history, command, decision.Events, typist, author, Fingerprint(header.Source), cancellation).ConfigureAwait(false);
        foreach (var e in encoded)
        {
            pending.Add(e);
            history.Add(new(LogPosition.Start, e.Stream, e.Revision, e.Id, e.WireName, decision.Events[(int)(e.Revision - encoded[0].Revision)], codec.ReadMetadata(new(LogPosition.Start, e)), e.Hash));
        }

        return encoded.Length == 0
            ? new Outcome.Unchanged(command.Stream)
            : new Outcome.Recorded(command.Stream, LogPosition.Start, encoded.Select(e => e.Id).ToValueList(), Repeated: false);
    }
}
