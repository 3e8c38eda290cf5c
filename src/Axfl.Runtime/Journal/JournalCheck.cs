using Axfl.Contracts;
using Axfl.Engine;

namespace Axfl.Runtime;

/// <summary>Verifies a journal, line by line and by folding it again, and says what that proves.</summary>
/// <param name="directory">Run directory.</param>
/// <param name="strategies">Strategies at hand.</param>
internal sealed class JournalCheck(string directory, IReadOnlyList<StrategyDefinition> strategies)
{
    private const int LinesBetweenProgress = 16_384;

    private readonly string _path = Path.Combine(directory, RunFiles.Journal);
    private long? _first, _last;

    /// <summary>Verifies it. What is wrong is in the report; only a journal that is not there or cannot be read at all is an error.</summary>
    public JournalReport Run(IProgress<double>? progress, CancellationToken cancellation)
    {
        using var folding = Open(out var plan, out var notFolded);
        using var ledger = new Ledger();
        var fold = plan is null ? null : new LiveFold(plan, new JournalResults(folding.Results!, ledger), folding.Start.Time, folding.Start.Rules);
        AxflException? fault = null;
        try
        {
            while (fold is null ? folding.Skip() : folding.Step(fold))
            {
                See(folding.Line);
                if (folding.Reader.Chain.Lines % LinesBetweenProgress != 0) continue;
                cancellation.ThrowIfCancellationRequested();
                progress?.Report((double)folding.Reader.Length / Math.Max(1, folding.Reader.FileLength));
            }
        }
        catch (AxflException e)
        {
            fault = e;
        }

        return Report(folding, ledger, fault, notFolded);
    }

    private JournalFolding Open(out RunPlan? plan, out string? notFolded)
    {
        (plan, notFolded) = (null, null);
        var folding = new JournalFolding(_path, withProof: true);
        try
        {
            plan = JournalPlan.Load(directory, folding.Start, strategies, new RunRequest { Mode = "ws", WorkingDirectory = directory });
            return folding;
        }
        catch (AxflException e)
        {
            notFolded = e.Message;
            folding.Dispose();
            return new JournalFolding(_path, withProof: false);
        }
    }

    private void See(JournalLine line)
    {
        if (line.Kind is not (JournalKind.Tick or JournalKind.Clock)) return;
        _first ??= line.Time;
        _last = Math.Max(_last ?? line.Time, line.Time);
    }

    private JournalReport Report(JournalFolding folding, Ledger ledger, AxflException? fault, string? notFolded)
    {
        var reader = folding.Reader;
        var isFolded = notFolded is null;
        var ended = fault is null && folding.Line.Kind == JournalKind.Stop;
        var agrees = isFolded && fault is null && AgreesWithTrades(ledger, ended);
        var problem = fault?.Message
            ?? (isFolded && !agrees ? $"{RunFiles.Trades} is not what follows from the journal: it was changed, or its last lines were lost; -Resume (--resume) writes it anew." : null);
        return new JournalReport
        {
            Run = folding.Start.Run,
            Path = _path,
            Ok = problem is null,
            Lines = reader.Chain.Lines,
            TornBytes = reader.TornBytes,
            BrokenLine = fault?.Line,
            Problem = problem,
            Ended = ended,
            LastHash = System.Text.Encoding.ASCII.GetString(reader.Chain.Last),
            First = _first is { } first ? EventTime.ToDateTime(first) : null,
            Last = _last is { } last ? EventTime.ToDateTime(last) : null,
            Kinds = folding.Kinds,
            Trades = ledger.Trades,
            LedgerHash = isFolded ? ledger.Hash : "",
            Proves = [.. Proofs(fault, isFolded, agrees)],
            CannotProve = [.. Limits(folding, notFolded)],
        };
    }

    private static IEnumerable<string> Proofs(AxflException? fault, bool isFolded, bool agrees)
    {
        yield return fault is null
            ? "Every whole line is as it was written: none was changed, removed, added or moved since."
            : $"Every line before {(fault.Line is null ? "that" : "the one named")} is as it was written.";
        if (isFolded && fault is null) yield return "The inputs, folded again, give every bar, decision, fill and trade that it tells.";
        if (agrees) yield return $"{RunFiles.Trades} is the ledger that follows.";
    }

    private static IEnumerable<string> Limits(JournalFolding folding, string? notFolded)
    {
        yield return "That no lines were cut from its end at a line's end: a note of the last hash, kept elsewhere, would show it.";
        yield return "That the whole file was not made anew by somebody who can compute the chain.";
        yield return "That the provider's prices were true, or that prices it never sent existed.";
        if (notFolded is not null) yield return $"That its results follow from its inputs: they were not folded again, since {notFolded}";
        if (folding.Start.Version != AxflRuntime.ProductVersion)
            yield return $"What version {folding.Start.Version}, which wrote it, would say: this is version {AxflRuntime.ProductVersion}.";
    }

    // The last trades of a run that did not end in order may not have been written yet.
    private bool AgreesWithTrades(Ledger ledger, bool ended)
    {
        var path = Path.Combine(directory, RunFiles.Trades);
        if (!File.Exists(path)) return false;
        string[][] written = [.. LineFile.Read(path).Skip(1).Select(l => TradesCsv.Fields(l.Text))];
        return (ended ? written.Length == ledger.Trades : written.Length <= ledger.Trades)
            && written.Zip(ledger.Lines).All(pair => pair.First.SequenceEqual(pair.Second.Take(pair.First.Length)));
    }

    private sealed class Ledger : IEngineObserver, IDisposable
    {
        private readonly LedgerHash _hash = new();

        public List<string[]> Lines { get; } = [];

        public int Trades => Lines.Count;

        public string Hash => _hash.Current;

        public void OnDecision(in DecisionRecord decision)
        {
            // Compared line by line with the journal before it comes here.
        }

        public void OnTrade(in TradeRecord trade)
        {
            _hash.Append(trade);
            Lines.Add(TradesCsv.Fields(trade));
        }

        public void OnHalt(in HaltRecord halt)
        {
            // Likewise.
        }

        public void Dispose() => _hash.Dispose();
    }
}
