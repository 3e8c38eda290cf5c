using Axfl.Contracts;
using Axfl.Reports.Numbers;
using Axfl.Reports.Pack;
using Axfl.Reports.Reading;

namespace Axfl.Reports.Content;

/// <summary>The trades of a run as columns.</summary>
/// <param name="run">The run.</param>
/// <param name="names">Names that columns refer to by index.</param>
/// <param name="again">Trades with their bounds.</param>
internal sealed class TradeColumns(RunRecord run, ContentNames names, PlayedAgain again)
{
    /// <summary>The columns, packed.</summary>
    public string Pack()
    {
        var trades = run.Trades;
        var scales = trades.Select(t => names.PriceScale(t.Symbol)).ToArray();
        var bounds = again.Trades?.Where(t => t.IsUndecided).ToDictionary(t => t.Trade.Id);
        long? Bound(int i, Func<Research.Ambiguity.BoundedTrade, double> r) => bounds is not null && bounds.TryGetValue(trades[i].TradeId, out var b) ? Round(r(b), 1e4) : null;
        return new Columns(trades.Count)
            .AddDelta("id", i => trades[i].TradeId)
            .Add("symbol", i => names.Symbol(trades[i].Symbol))
            .Add("strategy", i => names.Strategy(trades[i].Strategy))
            .Add("side", i => trades[i].Side == "long" ? 1 : -1)
            .AddNumbers("units", i => trades[i].Units)
            .AddDelta("entry_time", i => Seconds(trades[i].EntryTime))
            .Add("entry", i => Round(trades[i].Entry, scales[i]))
            .Add("stop", i => Round(trades[i].StopLoss, scales[i]))
            .Add("target", i => trades[i].Target is { } target ? Round(target, scales[i]) : null)
            .AddDelta("exit_time", i => Seconds(trades[i].ExitTime))
            .Add("exit", i => Round(trades[i].Exit, scales[i]))
            .Add("reason", i => names.Reason(trades[i].Reason))
            .Add("r", i => Round(trades[i].R, 1e4))
            .Add("pnl", i => Round(trades[i].Pnl, 100))
            .Add("costs", i => Round(trades[i].Costs, 100))
            .Add("bars_held", i => trades[i].BarsHeld)
            .Add("mae", i => Round(trades[i].MaeR, 1e4))
            .Add("mfe", i => Round(trades[i].MfeR, 1e4))
            .Add("tag", i => names.Tag(trades[i].Tag))
            .Add("cost_spread", i => Cents(trades[i].CostSpread))
            .Add("cost_slippage", i => Cents(trades[i].CostSlippage))
            .Add("cost_commission", i => Cents(trades[i].CostCommission))
            .Add("risk", i => Cents(trades[i].Risk))
            .AddDelta("day", i => run.TradeDays[i])
            .Add("window", i => names.WindowAt(trades[i].Strategy, EventTime.FromDateTime(trades[i].EntryTime)))
            .Add("undecided", i => bounds is not null && bounds.ContainsKey(trades[i].TradeId) ? 1 : 0)
            .Add("worst_r", i => Bound(i, b => b.WorstR))
            .Add("best_r", i => Bound(i, b => b.BestR))
            .Pack();
    }

    /// <summary>Unix seconds.</summary>
    public static long Seconds(DateTime time) => (long)Math.Floor(EventTime.FromDateTime(time) / 1000.0);

    /// <summary>A number as a whole one.</summary>
    public static long Round(double value, double scale) => (long)Math.Round(value * scale);

    private static long? Cents(double? money) => money is { } m ? Round(m, 100) : null;
}
