using Axfl.Contracts;
using Axfl.Reports.Bars;
using Axfl.Reports.Numbers;
using Axfl.Reports.Reading;
using Axfl.Runs.Metrics;

namespace Axfl.Reports.Content;

/// <summary>All a report tells of a run.</summary>
internal sealed class ReportContent
{
    /// <param name="run">The run.</param>
    /// <param name="bars">Its bars.</param>
    /// <param name="again">What running it again told.</param>
    /// <param name="barsMode">Which bars were asked for.</param>
    public ReportContent(RunRecord run, BarsAtHand bars, PlayedAgain again, string barsMode)
    {
        (Run, Bars, Again, BarsMode) = (run, bars, again, barsMode);
        Refusals = JudgedRefusal.Of(Refusal.Of(run), again.Shadows);
        Names = new ContentNames(run, Refusals);
        Marks = Mark.Of(run);
        Days = TradingDays.Of(run, bars.Series);
        Totals = TotalsOf(run);
        Drawdowns = Drawdown.Of(run.Trades);
        Resampling = Resampling.Of(run.Trades, run.TradeDays, Days, Seed);
    }

    /// <summary>The run.</summary>
    public RunRecord Run { get; }

    /// <summary>Its bars.</summary>
    public BarsAtHand Bars { get; }

    /// <summary>What running it again told.</summary>
    public PlayedAgain Again { get; }

    /// <summary>Which bars were asked for, of <see cref="ReportBars"/>.</summary>
    public string BarsMode { get; }

    /// <summary>Refused and cancelled orders with their results, in order.</summary>
    public IReadOnlyList<JudgedRefusal> Refusals { get; }

    /// <summary>The names of all that is told.</summary>
    public ContentNames Names { get; }

    /// <summary>What marks its time: halts, resumes and lost feeds, by their beginning.</summary>
    public IReadOnlyList<Mark> Marks { get; }

    /// <summary>Trading days, days since 1970-01-01, ascending.</summary>
    public IReadOnlyList<int> Days { get; }

    /// <summary>
    /// Metrics of the whole run. Sums are those of its summary, against which the trades were held; what is worked out of single trades is of the trades in its file,
    /// as everything else on the page.
    /// </summary>
    public PortfolioMetrics Totals { get; }

    /// <summary>Drawdowns of cumulated R, deepest first.</summary>
    public IReadOnlyList<Drawdown> Drawdowns { get; }

    /// <summary>The trading days drawn again; null: there are too few, or too few trades.</summary>
    public Resampling? Resampling { get; }

    /// <summary>First 16 hex digits of the ledger hash; null: there is nothing to resample.</summary>
    public string? Seed => Run.LedgerHash.Length >= 16 && Run.Trades.Count > 0 ? Run.LedgerHash[..16] : null;

    /// <summary>Why costs are not split; null: they are.</summary>
    public string? CostsNote => Run.Trades.Any(t => t.CostSpread is null || t.Risk is null)
        ? "The run is of an older version, whose trades do not say what their costs were made of. Run its plan again to know." : null;

    /// <summary>Why halts are not marked; null: they are.</summary>
    public string? HaltsNote => Run.Halts is null ? "The run wrote no halts.jsonl: halts and locks are not marked." : null;

    private static PortfolioMetrics TotalsOf(RunRecord run)
    {
        var start = run.Engine.Account.StartingEquity;
        var own = TradeMetrics.Compute(run.Trades, start, null);
        return run.Summary is { Metrics: var m } && m.Trades == own.Trades ? own with
        {
            TotalR = m.TotalR, Pnl = m.Pnl, Costs = m.Costs, Equity = start + m.Pnl, Sharpe = m.Sharpe, Sortino = m.Sortino, Exposure = m.Exposure,
        } : own;
    }

    /// <summary>That nobody knows how the run ended, and why; null: its summary can be read, or there is none.</summary>
    public string? DamageNote => Run.SummaryDamage is { } damage
        ? $"How the run ended is not known, and its trades are not held against its summary: {damage} Restore it from a copy, or run again." : null;

    /// <summary>What is left out, one line each.</summary>
    public IReadOnlyList<string> LeftOut
    {
        get
        {
            string?[] lines =
            [
                Bars.Why is { } bars ? (bars == Again.Why ? "Candle view, results of refused orders, bounds of undecided trades: " : "Candle view: ") + bars : null,
                Again.Why is { } again && again != Bars.Why ? "Results of refused orders, bounds of undecided trades: " + again : null,
                CostsNote is { } costs ? "Costs apart: " + costs : null, HaltsNote is { } halts ? "Halts: " + halts : null,
            ];
            return [.. lines.OfType<string>()];
        }
    }
}
