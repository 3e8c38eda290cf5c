using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Engine;

/// <summary>The two numbers a gate compared, as text: <c>-5.12R &lt;= -5R</c>.</summary>
public static class GateDetail
{
    /// <summary>Detail of a decision; empty when there is none.</summary>
    public static string Text(in DecisionRecord d) => d.Result switch
    {
        DecisionResult.Warmup => $"{Time(d.Left)} < {Time(d.Right)}",
        DecisionResult.Session when d.Stage != DecisionStage.Cancel => $"{Time(d.Left)} out of session",
        DecisionResult.PortfolioHalted or DecisionResult.StrategyDailyStop => $"{Number(d.Left, "0.00")}R <= {Number(d.Right, "0.####")}R",
        DecisionResult.Drawdown => $"{Time(d.Left)} < {Time(d.Right)}",
        DecisionResult.StrategyDailyTrades or DecisionResult.PositionOpen or DecisionResult.MaxSymbolPositions or DecisionResult.MaxOpenPositions =>
            $"{Number(d.Left, "0")} >= {Number(d.Right, "0")}",
        DecisionResult.Cooldown => $"{Number(d.Left, "0.##")} min < {Number(d.Right, "0.##")} min",
        DecisionResult.Spread => $"{Number(d.Left, "0.###")} pips > {Number(d.Right, "0.###")} pips",
        DecisionResult.RiskDistance when double.IsNaN(d.Order.StopLoss) => "no stop loss",
        DecisionResult.RiskDistance when d.Left <= 0 => "stop loss on the wrong side",
        DecisionResult.RiskDistance => $"{Number(d.Left, "0.###")} pips < {Number(d.Right, "0.###")} pips",
        DecisionResult.Size when double.IsNaN(d.Left) => "no conversion price yet",
        DecisionResult.Size => $"{Number(d.Left, "0.######")} units < {Number(d.Right, "0.######")} units",
        DecisionResult.Stale => "the price is old",
        _ => "",
    };

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Time(double milliseconds) => EventTime.ToIso((long)milliseconds);
}
