using Axfl.Contracts;
using Axfl.Reports.Bars;
using Axfl.Reports.Numbers;
using Axfl.Reports.Reading;
using Axfl.Runs.Metrics;

namespace Axfl.Reports.Content;

/// <summary>All a report tells of a run.</summary>
/// <param name="Run">The run.</param>
/// <param name="Bars">Its bars.</param>
/// <param name="Again">What running it again told.</param>
/// <param name="BarsMode">Which bars were asked for.</param>
internal sealed record ReportContent(RunRecord Run, BarsAtHand Bars, PlayedAgain Again, string BarsMode)
{
    /// <summary>Refused and cancelled orders with their results, in order.</summary>
    public IReadOnlyList<JudgedRefusal> Refusals { get; } = JudgedRefusal.Of(Refusal.Of(Run), Again.Shadows);

    /// <summary>Trading days, days since 1970-01-01, ascending.</summary>
    public IReadOnlyList<int> Days { get; } = TradingDays.Of(Run, Bars.Series);

    /// <summary>Metrics of the trades as their file has them.</summary>
    public PortfolioMetrics Totals { get; } = TradeMetrics.Compute(Run.Trades, Run.Engine.Account.StartingEquity, null);

    /// <summary>The greatest drawdown; null: there was none.</summary>
    public Drawdown? Drawdown { get; } = Drawdown.Of(Run.Trades);

    /// <summary>Why costs are not split; null: they are.</summary>
    public string? CostsNote => Run.Trades.Any(t => t.CostSpread is null || t.Risk is null)
        ? "The run is of an older version, whose trades do not say what their costs were made of. Run its plan again to know." : null;

    /// <summary>Why halts are not marked; null: they are.</summary>
    public string? HaltsNote => Run.Halts is null ? "The run wrote no halts.jsonl: halts and locks are not marked." : null;

    /// <summary>What is left out, one line each.</summary>
    public IReadOnlyList<string> LeftOut =>
    [
        .. new[] { Bars.Why is { } b ? "Candle view: " + b : null, Again.Why is { } s ? "Results of refused orders, bounds of undecided trades: " + s : null, CostsNote, HaltsNote }
            .OfType<string>(),
    ];

    /// <summary>First 16 hex digits of the ledger hash; null: there is nothing to resample.</summary>
    public string? Seed => Run.LedgerHash.Length >= 16 && Run.Trades.Count > 0 ? Run.LedgerHash[..16] : null;
}
