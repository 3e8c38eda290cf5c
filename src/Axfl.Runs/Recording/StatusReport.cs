using System.Globalization;
using Axfl.Contracts;
using Axfl.Engine;
using Axfl.Engine.Plan;
using Axfl.Engine.Sessions;
using Axfl.Runs.Alerts;

namespace Axfl.Runs.Recording;

/// <summary>Makes statuses of one run.</summary>
internal sealed class StatusReport
{
    private readonly PortfolioEngine _engine;
    private readonly RunRecorder _recorder;
    private readonly EnginePlan _plan;
    private readonly PortfolioStatus _frame;
    private readonly RiskStatus _halted;
    private int _day = int.MinValue;
    private string _dayText = "";

    /// <param name="plan">Plan of the run.</param>
    /// <param name="mode"><c>replay</c> or <c>ws</c>.</param>
    /// <param name="source">Name of the source.</param>
    /// <param name="runId">Run id.</param>
    /// <param name="engine">The engine.</param>
    /// <param name="recorder">Its recorder.</param>
    public StatusReport(EnginePlan plan, string mode, string source, string runId, PortfolioEngine engine, RunRecorder recorder)
    {
        _plan = plan;
        _engine = engine;
        _recorder = recorder;
        _frame = new PortfolioStatus
        {
            Mode = mode,
            Source = source,
            Interval = plan.Interval.ToString(),
            Since = default,
            Now = default,
            Symbols = [.. plan.Symbols.Select(s => s.Instrument.Symbol)],
            Today = new TodayStatus(0, 0),
            Risk = new RiskStatus(false, plan.Risk.GlobalDailyStopR),
            Costs = new CostStatus(Spreads(plan, measured: null), SlippageModel(plan.Costs)),
            Total = new TotalStatus(0, 0, 0, plan.Account.StartingEquity, 0),
            Day = "",
            Run = runId,
            LedgerHash = "",
        };
        _halted = _frame.Risk with { Halted = true };
    }

    /// <summary>Counts what people outside are told; null: nobody is.</summary>
    public IRunAlerts? Alerts { get; init; }

    /// <summary>The present status.</summary>
    /// <param name="traded">Open times so far.</param>
    /// <param name="data">Counts of data.</param>
    /// <param name="error">Why the run cannot do its job now; null: it can.</param>
    public PortfolioStatus At(TradedTimes traded, IReadOnlyList<SymbolDataStatus> data, string? error = null)
    {
        var since = traded.First ?? _plan.Since;
        var now = traded.Last == long.MinValue ? _plan.Since : traded.Last;
        var view = _engine.View();
        return _frame with
        {
            Ok = error is null,
            Error = error,
            Since = EventTime.ToDateTime(since),
            Now = EventTime.ToDateTime(now),
            Positions = view.Positions,
            Today = view.Today,
            ByStrategy = view.ByStrategy,
            Risk = view.Halted ? _halted : _frame.Risk,
            Costs = _plan.MeasuredSpread ? _frame.Costs with { SpreadPips = Spreads(_plan, view.SpreadPips) } : _frame.Costs,
            Total = new TotalStatus(_recorder.R, _recorder.Pnl, view.Trades, view.Equity, _recorder.MaxDrawdownPct),
            Pending = view.Pending,
            Blocked = view.Blocked,
            News = _engine.News(now),
            Parity = view.Parity,
            CurrencyNet = view.CurrencyNet,
            Data = data,
            Alerts = Alerts?.Counts,
            Day = DayText(view.Day == int.MinValue ? DayOf(now) : view.Day),
            LedgerHash = _recorder.LedgerHash,
        };
    }

    // By symbol: as the plan has them, or as measured.
    private static Dictionary<string, double?> Spreads(EnginePlan plan, IReadOnlyList<double?>? measured)
    {
        var spreads = new Dictionary<string, double?>(plan.Symbols.Count);
        for (var i = 0; i < plan.Symbols.Count; i++)
            spreads.Add(plan.Symbols[i].Instrument.Symbol, measured is null ? plan.Symbols[i].SpreadPips : measured[i] is { } pips ? Math.Round(pips, 1) : null);
        return spreads;
    }

    // A day has many statuses.
    private string DayText(int day)
    {
        if (day == _day) return _dayText;
        _day = day;
        return _dayText = TradingDay.Format(day);
    }

    // Before the first event the engine knows no day.
    private int DayOf(long time)
    {
        var day = new TradingDay(_plan.TradingDay);
        day.Roll(time);
        return day.Name;
    }

    private static string SlippageModel(CostPlan costs)
    {
        var least = costs.MinSlippagePips.ToString("0.####", CultureInfo.InvariantCulture) + " pip";
        return costs.AtrDivisor is { } divisor ? $"max({least}, ATR/{divisor.ToString("0.####", CultureInfo.InvariantCulture)})" : least;
    }
}
