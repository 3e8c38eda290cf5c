using System.Text.Json;
using Axfl.Contracts;
using Axfl.Runs.Metrics;

namespace Axfl.Runs.Files;

/// <summary>Metrics of a ledger as members of summary.json.</summary>
internal static class MetricsJson
{
    private const int Ratio = 6, R = 4, Money = 2;

    /// <summary>Writes them as members of an object, their decimals by their kind.</summary>
    public static void Write(PortfolioMetrics m, Utf8JsonWriter json)
    {
        json.WriteNumber("trades", m.Trades);
        json.WriteNumber("wins", m.Wins);
        json.WriteNumber("losses", m.Losses);
        json.WriteDecimal("win_rate", m.WinRate, Ratio);
        json.WriteDecimal("total_r", m.TotalR, R);
        json.WriteDecimal("cost_share", m.CostShare, Ratio);
        json.WriteDecimal("average_r", m.AverageR, Ratio);
        json.WriteDecimal("profit_factor", m.ProfitFactor, Ratio);
        json.WriteDecimal("payoff_ratio", m.PayoffRatio, Ratio);
        json.WriteDecimal("max_drawdown_r", m.MaxDrawdownR, R);
        json.WriteNumber("longest_losing_run", m.LongestLosingRun);
        json.WriteDecimal("sqn", m.Sqn, Ratio);
        json.WriteDecimal("average_mae_r", m.AverageMaeR, Ratio);
        json.WriteDecimal("average_mfe_r", m.AverageMfeR, Ratio);
        json.WriteDecimal("pnl", m.Pnl, Money);
        json.WriteDecimal("costs", m.Costs, Money);
        json.WriteDecimal("cost_spread", m.CostSpread, Money);
        json.WriteDecimal("cost_slippage", m.CostSlippage, Money);
        json.WriteDecimal("cost_commission", m.CostCommission, Money);
        json.WriteDecimal("equity", m.Equity, Money);
        json.WriteDecimal("max_drawdown_pct", m.MaxDrawdownPct, Ratio);
        json.WriteDecimal("sharpe", m.Sharpe, Ratio);
        json.WriteDecimal("sortino", m.Sortino, Ratio);
        json.WriteDecimal("exposure", m.Exposure, Ratio);
        foreach (var split in Breakdowns.Names)
        {
            json.WriteStartObject("by_" + split);
            foreach (var row in m.Breakdown.Where(b => b.By == split))
            {
                json.WriteStartObject(row.Key);
                json.WriteNumber("trades", row.Trades);
                json.WriteNumber("wins", row.Wins);
                json.WriteNumber("losses", row.Losses);
                json.WriteDecimal("total_r", row.TotalR, R);
                json.WriteDecimal("pnl", row.Pnl, Money);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }
    }
}
