using Axfl.Contracts;
using Axfl.Engine;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Streams;
using Axfl.Runs.Metrics;

namespace Axfl.Research.Trials;

/// <summary>One run of a plan over bars in memory: the replay of that plan, without a file.</summary>
internal static class TrialRun
{
    /// <summary>Runs it.</summary>
    /// <param name="plan">The plan; its start is that of the run.</param>
    /// <param name="bars">Bars of each symbol in plan order, warm-up included.</param>
    /// <param name="times">When it can trade, of the same bars.</param>
    /// <param name="streams">Where strategies' actions are found or kept; null: every strategy sees every bar.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="AxflException">A strategy fails, or a profit cannot be converted.</exception>
    public static TrialResult Run(EnginePlan plan, IReadOnlyList<SharedBars> bars, RunBars times, SignalStreams? streams, CancellationToken cancellation)
    {
        using var ledger = new TrialLedger();
        Backtest.Run(plan, bars, ledger, streams, cancellation);
        var metrics = TradeMetrics.Totals(ledger.Trades, plan.Account.StartingEquity, times with { TradeDays = ledger.TradeDays });
        return new TrialResult(ledger.Trades, ledger.TradeDays, metrics, ledger.Hash);
    }
}
