using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Cli.Output;

/// <summary>What rules and the unknown cost a run, as tables. Total R never stands without the cost share beside it.</summary>
internal static class MeasureTables
{
    /// <summary>Bounds of what bars cannot tell.</summary>
    public static TextTable Ambiguity(RunAmbiguity a)
    {
        var table = new TextTable("", "", "");
        table.Add("total R", $"{Numbers.R(a.TotalR)}, cost share {Numbers.Share(a.CostShare)} ({a.Intrabar}, {Numbers.Count(a.Trades)} trades)");
        table.Add("ambiguous bars", Numbers.Count(a.AmbiguousBars));
        table.Add("undecided trades", Numbers.Count(a.UndecidedTrades));
        table.Add("run: worst", Numbers.R(a.WorstR));
        table.Add("run: path", Numbers.R(a.PathR));
        table.Add("run: best", Numbers.R(a.BestR));
        table.Add("run: drill", Numbers.R(a.DrillR));
        table.Add("same trades, at the worst", Numbers.R(a.FixedWorstR));
        table.Add("same trades, at the best", Numbers.R(a.FixedBestR));
        table.Add("ambiguity", $"{Numbers.R(a.AmbiguityR).TrimStart('+')}, {Numbers.Share(a.AmbiguityShare)} of |total R|");
        return table;
    }

    /// <summary>The undecided trades.</summary>
    public static TextTable Undecided(RunAmbiguity a)
    {
        var table = new TextTable("", ">#", "symbol", "strategy", "entered", "first ambiguous bar", ">R", ">at the worst", ">at the best");
        foreach (var t in a.Undecided)
            table.Add(
                t.TradeId.ToString(CultureInfo.InvariantCulture), t.Symbol, t.Strategy, Numbers.Time(t.EntryTime), Numbers.Time(t.FirstAmbiguousBar), Numbers.R(t.R),
                Numbers.R(t.WorstR), Numbers.R(t.BestR));
        return table;
    }

    /// <summary>The run, then what each rule saved, then the orders it blocked, then shares if they were asked for.</summary>
    public static IEnumerable<TextTable> Gates(IReadOnlyList<GateMeasure> gates)
    {
        yield return RunOf(gates[0].TotalR, gates[0].CostShare, gates[0].Trades, gates[0].Days);
        var saved = new TextTable("", "rule", ">without it", ">trades", ">saved R", "95 %", ">p", ">p, Holm", ">saved PnL");
        foreach (var g in gates)
            saved.Add(
                g.Rule, Numbers.R(g.WithoutR), Numbers.Count(g.WithoutTrades), Numbers.R(g.SavedR), g.SavedRLow is null ? "-" : $"{Numbers.R(g.SavedRLow)} to {Numbers.R(g.SavedRHigh)}",
                Numbers.Fine(g.P), Numbers.Fine(g.PHolm), Numbers.Money(g.SavedPnl));
        yield return saved;
        var orders = new TextTable("", "rule", ">refused", ">would have filled", ">won", ">shadow R", ">mean", ">saved R + shadow R");
        foreach (var g in gates)
            orders.Add(
                g.Rule, Numbers.Count(g.Refused) + (g.ShadowOverlapping > 0 ? $" ({Numbers.Count(g.ShadowOverlapping)} overlapping)" : ""), Numbers.Count(g.ShadowFilled),
                Numbers.Count(g.ShadowWins), Numbers.R(g.ShadowR), g.ShadowMeanR is { } mean ? mean.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture) + "R" : "-",
                Numbers.R(g.InteractionR));
        yield return orders;
        if (gates[0].NoneR is null) yield break;
        var shares = new TextTable("", "share of", ">R", ">PnL");
        foreach (var g in gates) shares.Add(g.Rule, Numbers.R(g.AttributedR), Numbers.Money(g.AttributedPnl));
        shares.Add("all less none", Numbers.R(gates[0].TotalR - gates[0].NoneR), Numbers.Money(gates.Sum(g => g.AttributedPnl)));
        shares.Add("none of them", Numbers.R(gates[0].NoneR), Numbers.Money(gates[0].NonePnl));
        yield return shares;
    }

    /// <summary>The run that was measured.</summary>
    public static TextTable RunOf(RobustnessMeasure row)
    {
        var table = new TextTable("", "", "");
        table.Add("trades", $"{Numbers.Count(row.Trades)} on {Numbers.Count(row.Days)} trading days, cost share {Numbers.Share(row.CostShare)}");
        return table;
    }

    /// <summary>Quantiles of what was drawn.</summary>
    public static TextTable Robustness(IReadOnlyList<RobustnessMeasure> rows)
    {
        var table = new TextTable("", "drawn", "number", ">as run", ">mean", ">1 %", ">5 %", ">25 %", ">50 %", ">75 %", ">95 %", ">99 %");
        foreach (var r in rows)
            table.Add(
                r.Kind, Name(r.Measure), Number(r, r.AsRun), Number(r, r.Mean, isMean: true), Number(r, r.Q01), Number(r, r.Q05), Number(r, r.Q25), Number(r, r.Q50),
                Number(r, r.Q75), Number(r, r.Q95), Number(r, r.Q99));
        return table;
    }

    /// <summary>What the table has no place for.</summary>
    public static IEnumerable<string> Remarks(IReadOnlyList<RobustnessMeasure> rows)
    {
        foreach (var row in rows.Where(r => r.Reason.Length > 0).DistinctBy(r => r.Kind)) yield return $"No draws of {row.Kind}: {row.Reason}.";
        if (rows.FirstOrDefault(r => r.Kind == RobustnessKinds.Costs) is not { } costs) yield break;
        yield return costs.BreakEvenCostFactor is { } factor
            ? string.Create(CultureInfo.InvariantCulture, $"Total R is 0 at {factor:0.000} times the costs.")
            : $"No costs make total R 0: without any it is not above 0, or it still is at {Numbers.Count((long)RobustnessKinds.MaxCostFactor)} times.";
    }

    private static TextTable RunOf(double totalR, double? costShare, int trades, int days)
    {
        var table = new TextTable("", "", "");
        table.Add("total R", $"{Numbers.R(totalR)}, cost share {Numbers.Share(costShare)}");
        table.Add("trades", $"{Numbers.Count(trades)} on {Numbers.Count(days)} trading days");
        return table;
    }

    private static string Number(RobustnessMeasure row, double? value, bool isMean = false) => value is not { } number ? "-"
        : row.Measure switch
        {
            "longest_losing_run" => number.ToString(isMean ? "0.0" : "0", CultureInfo.InvariantCulture),
            "total_r" => Numbers.R(number),
            _ => Numbers.Ratio(number) + "R",
        };

    private static string Name(string measure) => measure switch
    {
        "total_r" => "total R",
        "max_drawdown_r" => "max drawdown",
        _ => measure.Replace('_', ' '),
    };
}
