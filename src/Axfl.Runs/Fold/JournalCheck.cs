using System.Globalization;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Engine.Events;
using Axfl.Runs.Files;
using Axfl.Runs.Journal;
using Axfl.Runs.Recording;

namespace Axfl.Runs.Fold;

/// <summary>Verifies a journal, line by line and by folding it again, and says what that proves.</summary>
/// <param name="directory">Run directory.</param>
/// <param name="strategies">Strategies at hand.</param>
public sealed class JournalCheck(string directory, IReadOnlyList<StrategyDefinition> strategies)
{
    private const int LinesBetweenProgress = 16_384;

    private readonly JournalFiles _files = new(directory);
    private readonly List<string> _notCompared = [];
    private long? _first, _last;
    private string? _snapshotProblem;
    private int _snapshots;

    /// <summary>Verifies it. What is wrong is in the report; only a journal that is not there or cannot be read at all is an error.</summary>
    public JournalReport Run(IProgress<double>? progress, CancellationToken cancellation)
    {
        using var folding = Open(out var plan, out var notFolded);
        using var recorder = new RunRecorder(null, plan?.Engine.Account.StartingEquity ?? 0, verbose: false, static _ => { });
        var ledger = new Ledger(recorder);
        var state = plan is null ? null : new LiveState(plan, recorder, folding.Results!, folding.Start.Time, folding.Start.Rules, ledger);
        if (state is not null) folding.Reader.SegmentBegins = number => Compare(number, state, folding.Reader.Chain);
        AxflException? fault = null;
        try
        {
            while (state is null ? folding.Skip() : folding.Step(state.Fold))
            {
                See(folding.Line);
                if (folding.Reader.Chain.Lines % LinesBetweenProgress != 0) continue;
                cancellation.ThrowIfCancellationRequested();
                progress?.Report((double)folding.Reader.TotalLength / Math.Max(1, folding.Reader.FileLength));
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
        var folding = new JournalFolding(directory, withProof: true);
        try
        {
            plan = JournalPlan.Load(directory, folding.Start, strategies, new RunRequest { Mode = "ws", WorkingDirectory = directory });
            return folding;
        }
        catch (AxflException e)
        {
            notFolded = e.Message;
            folding.Dispose();
            return new JournalFolding(directory, withProof: false);
        }
    }

    // What the run wrote at a cut is what its lines give.
    private void Compare(int number, LiveState state, JournalChain chain)
    {
        var bars = state.Seen.Take();
        var path = _files.Snapshot(number);
        if (!File.Exists(path))
        {
            _notCompared.Add($"{path}: it is missing");
            return;
        }

        try
        {
            var snapshot = Snapshot.Read(path);
            var difference = snapshot.Line != chain.Lines || !snapshot.Chain().Last.AsSpan().SequenceEqual(chain.Last) ? "it follows another line"
                : snapshot.Bars != state.Seen.Chain || !File.Exists(_files.Bars(number)) || !bars.AsSpan().SequenceEqual(File.ReadAllBytes(_files.Bars(number))) ? "the bars and trades beside it differ"
                : !snapshot.Fold.AsSpan().SequenceEqual(state.FoldState()) ? "its state of engine and bars differs"
                : !snapshot.Totals.AsSpan().SequenceEqual(state.TotalsState()) ? "its totals differ" : null;
            if (difference is null) _snapshots++;
            else _snapshotProblem ??= string.Create(CultureInfo.InvariantCulture, $"{path} is not what follows from the journal up to line {chain.Lines}: {difference}. Delete it and its .bars: a resume writes them again.");
        }
        catch (InvalidDataException e) when (e.Message.Contains("damaged", StringComparison.Ordinal))
        {
            _snapshotProblem ??= $"{path}: {e.Message}. Delete it: a resume writes it again.";
        }
        catch (InvalidDataException e)
        {
            _notCompared.Add($"{path}: {e.Message}");
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
        var problem = fault?.Message ?? _snapshotProblem
            ?? (isFolded && !agrees ? $"{RunFiles.Trades} is not what follows from the journal: it was changed, or its last lines were lost; {Spelling.Of("Resume")} writes it again." : null);
        return new JournalReport
        {
            Run = folding.Start.Run,
            Path = File.Exists(_files.Single) ? _files.Single : _files.Folder,
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

    private IEnumerable<string> Proofs(AxflException? fault, bool isFolded, bool agrees)
    {
        yield return fault is null
            ? "Every whole line is as it was written: none was changed, removed, added or moved since."
            : $"Every line before {(fault.Line is null ? "that" : "the one named")} is as it was written.";
        if (isFolded && fault is null) yield return "The inputs, folded again, give every bar, decision, fill and trade that it records.";
        if (isFolded && _snapshots > 0) yield return string.Create(CultureInfo.InvariantCulture, $"Each of the {_snapshots} snapshots compared is the state that its lines give.");
        if (agrees) yield return $"{RunFiles.Trades} is the ledger that follows.";
    }

    private IEnumerable<string> Limits(JournalFolding folding, string? notFolded)
    {
        yield return "That no lines were cut from its end at a line's end: a note of the last hash, kept elsewhere, would show it.";
        yield return "That the whole file was not rewritten by somebody who can compute the chain.";
        yield return "That the provider's prices were true, or that prices it never sent existed.";
        foreach (var snapshot in _notCompared) yield return $"That a snapshot is the state of its line: {snapshot}.";
        if (notFolded is not null) yield return $"That its results follow from its inputs: they were not folded again, since {notFolded}";
        if (folding.Start.Version != Product.Version)
            yield return $"What version {folding.Start.Version}, which wrote it, would say: this is version {Product.Version}.";
    }

    // The last trades of a run that did not end in order may not have been written yet.
    private bool AgreesWithTrades(Ledger ledger, bool ended)
    {
        var path = Path.Combine(directory, RunFiles.Trades);
        if (!File.Exists(path)) return false;
        string[][] lines = [.. LineFile.Read(path).Select(l => TradesCsv.Fields(l.Text))];
        if (lines.Length == 0) return false;

        // Versions before counted the bars of a live trade otherwise.
        var skipped = lines[0].SequenceEqual(TradesCsv.OlderHeader.Split(',')) ? Array.IndexOf(lines[0], "bars_held") : -1;
        var written = lines[1..];
        return (ended ? written.Length == ledger.Trades : written.Length <= ledger.Trades)
            && written.Zip(ledger.Lines).All(pair => pair.First.Where((f, i) => i != skipped).SequenceEqual(pair.Second.Take(pair.First.Length).Where((f, i) => i != skipped)));
    }

    private sealed class Ledger(RunRecorder recorder) : IEngineObserver
    {
        public List<string[]> Lines { get; } = [];

        public int Trades => Lines.Count;

        public string Hash => recorder.LedgerHash;

        // Orders and halts are compared line by line with the journal before they come here.
        public void OnOrderPlaced(in OrderPlaced placed) => recorder.OnOrderPlaced(placed);

        public void OnOrderBlocked(in OrderBlocked blocked) => recorder.OnOrderBlocked(blocked);

        public void OnOrderCancelled(in OrderCancelled cancelled) => recorder.OnOrderCancelled(cancelled);

        public void OnTradeOpened(in TradeOpened opened) => recorder.OnTradeOpened(opened);

        public void OnTradeClosed(in TradeClosed closed)
        {
            recorder.OnTradeClosed(closed);
            Lines.Add(TradesCsv.Fields(closed.Trade));
        }

        public void OnHaltBegan(in HaltBegan began) => recorder.OnHaltBegan(began);

        public void OnHaltEnded(in HaltEnded ended) => recorder.OnHaltEnded(ended);

        public void OnFlatMissed(in FlatMissed missed) => recorder.OnFlatMissed(missed);

        public void OnWeekUnknown(in WeekUnknown unknown) => recorder.OnWeekUnknown(unknown);
    }
}
