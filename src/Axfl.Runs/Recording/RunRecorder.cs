using Axfl.Contracts;
using Axfl.Engine.Events;
using Axfl.Engine.Gates;
using Axfl.Engine.Results;
using Axfl.Engine.State;
using Axfl.Engine.Status;
using Axfl.Runs.Events;
using Axfl.Runs.Files;

namespace Axfl.Runs.Recording;

/// <summary>Writes down what the engine does: trades, decisions, ledger hash, counts; reports halts and, when asked, blocked orders.</summary>
internal sealed class RunRecorder : IEngineObserver, IDisposable
{
    private readonly TradesCsvWriter? _tradesFile;
    private readonly DecisionsWriter? _decisionsFile;
    private readonly HaltsWriter? _haltsFile;
    private readonly LedgerHash _hash = new();
    private readonly int[] _decisions = new int[3 * DecisionResults.InOrder.Count];
    private readonly Action<RunEvent> _notify;
    private readonly bool _verbose;
    private readonly GuardWarnings _guardWarnings = new();
    private readonly DecisionRecord[] _refusals = new DecisionRecord[NowContent.Last];
    private int _refused;
    private double _equity, _peak;
    private int _halts;

    /// <param name="directory">Run directory; null: nothing is written.</param>
    /// <param name="startingEquity">Account currency.</param>
    /// <param name="verbose">Whether blocked orders are reported.</param>
    /// <param name="notify">Takes what people are told.</param>
    public RunRecorder(RunDirectory? directory, double startingEquity, bool verbose, Action<RunEvent> notify)
    {
        if (directory is not null)
        {
            _tradesFile = new TradesCsvWriter(directory.FileOf(RunFiles.Trades));
            _decisionsFile = new DecisionsWriter(directory.FileOf(RunFiles.Decisions));
            _haltsFile = new HaltsWriter(directory.FileOf(RunFiles.Halts));
        }

        _equity = _peak = startingEquity;
        _verbose = verbose;
        _notify = notify;
    }

    /// <summary>How many halts are told as warnings; of a replay of years the rest would bury every other one. Default: all, as a live run tells them.</summary>
    public int HaltWarnings { get; init; } = int.MaxValue;

    /// <summary>Closed trades in order.</summary>
    [field: NotState]
    public List<Trade> Trades { get; } = [];

    /// <summary>Trading day of each trade's exit, in order.</summary>
    [field: NotState]
    public List<int> TradeDays { get; } = [];

    /// <summary>Realised R.</summary>
    public double R { get; private set; }

    /// <summary>Realised PnL, account currency.</summary>
    public double Pnl { get; private set; }

    /// <summary>Maximum drawdown: the largest fall of equity from its peak, percent.</summary>
    public double MaxDrawdownPct { get; private set; }

    /// <summary>What news and blackouts could not see to.</summary>
    public IReadOnlyList<string> GuardWarnings => _guardWarnings.Lines;

    /// <summary>Hash of the ledger so far.</summary>
    public string LedgerHash => _hash.Current;

    /// <summary>Decisions counted by <c>stage:result</c>, in order of stage and result.</summary>
    public IReadOnlyDictionary<string, int> DecisionCounts
    {
        get
        {
            var counts = new Dictionary<string, int>();
            for (var i = 0; i < _decisions.Length; i++)
            {
                if (_decisions[i] == 0) continue;
                var (stage, result) = Math.DivRem(i, DecisionResults.InOrder.Count);
                counts.Add(((DecisionStage)stage).Name() + ":" + DecisionResults.InOrder[result].Name, _decisions[i]);
            }

            return counts;
        }
    }

    /// <summary>The last orders the gates blocked after the warm-up, at most five, oldest first.</summary>
    public IReadOnlyList<Decision> LastRefusals
    {
        get
        {
            var count = Math.Min(_refused, _refusals.Length);
            var last = new Decision[count];
            for (var i = 0; i < count; i++) last[i] = _refusals[(_refused - count + i) % _refusals.Length].ToDecision();
            return last;
        }
    }

    /// <inheritdoc/>
    public void OnOrderPlaced(in OrderPlaced placed) => Add(placed.Decision);

    /// <inheritdoc/>
    public void OnOrderBlocked(in OrderBlocked blocked)
    {
        var decision = blocked.Decision;
        Add(decision);
        if (decision.Result != GateList.Warmup) _refusals[_refused++ % _refusals.Length] = decision;
    }

    /// <inheritdoc/>
    public void OnOrderCancelled(in OrderCancelled cancelled) => Add(cancelled.Decision);

    /// <inheritdoc/>
    public void OnTradeOpened(in TradeOpened opened) => Add(opened.Decision);

    private void Add(in DecisionRecord decision)
    {
        _decisions[(int)decision.Stage * DecisionResults.InOrder.Count + DecisionResults.IndexOf(decision.Result)]++;
        _decisionsFile?.Append(decision);
        if (_verbose && decision.Result.Kind != DecisionKind.Passed) _notify(new OrderDecided(decision.ToDecision()));
    }

    /// <inheritdoc/>
    public void OnTradeClosed(in TradeClosed closed)
    {
        var trade = closed.Trade;
        Restore(trade);
        R += trade.R;
        Pnl += trade.Pnl;
        _equity += trade.Pnl;
        _peak = Math.Max(_peak, _equity);
        if (_peak > 0) MaxDrawdownPct = Math.Max(MaxDrawdownPct, (_peak - _equity) / _peak * 100);
    }

    /// <summary>A trade that was counted in an earlier process: written and remembered, not counted again.</summary>
    public void Restore(in TradeRecord trade)
    {
        _tradesFile?.Append(trade);
        _hash.Append(trade);
        Trades.Add(trade.ToTrade());
        TradeDays.Add(trade.TradingDay);
    }

    /// <inheritdoc/>
    public void OnHaltBegan(in HaltBegan began) => Add(began.Halt);

    /// <inheritdoc/>
    public void OnHaltEnded(in HaltEnded ended) => Add(ended.Halt);

    /// <inheritdoc/>
    public void OnFlatMissed(in FlatMissed missed) => Tell(missed.Description);

    /// <inheritdoc/>
    public void OnWeekUnknown(in WeekUnknown unknown) => Tell(unknown.Description);

    private void Tell(string warning)
    {
        var notice = _guardWarnings.Add(warning);
        if (_verbose || notice.Level != NoticeLevel.Verbose) _notify(notice);
    }

    private void Add(in HaltRecord halt)
    {
        _haltsFile?.Append(halt);
        var began = halt.Began ? ++_halts : 0;
        if (began <= HaltWarnings) _notify(HaltNotice.Of(halt));
        else if (_verbose) _notify(HaltNotice.Of(halt, isOneOfMany: true));
        if (began == HaltWarnings) _notify(new FurtherHaltsQuiet(RunFiles.Halts));
    }

    /// <summary>Gives everything written so far to the operating system.</summary>
    public void Flush()
    {
        _tradesFile?.Flush();
        _decisionsFile?.Flush();
        _haltsFile?.Flush();
    }

    /// <summary>Holds its files against what was written.</summary>
    /// <exception cref="Axfl.Contracts.AxflException">One is gone or another (<c>RunFileChanged</c>).</exception>
    public void Verify()
    {
        Flush();
        _tradesFile?.Verify();
        _decisionsFile?.Verify();
        _haltsFile?.Verify();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _tradesFile?.Dispose();
        }
        finally
        {
            _decisionsFile?.Dispose();
            _haltsFile?.Dispose();
            _hash.Dispose();
        }
    }
}
