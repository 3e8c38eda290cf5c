using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Cli.Output;

/// <summary>A walk-forward as tables.</summary>
internal static class WalkForwardTables
{
    /// <summary>A window a line.</summary>
    public static TextTable Windows(WalkForwardReport report)
    {
        var table = new TextTable("", ">window", "training", "test", ">trial", ">trades", ">R", ">" + SweepFigureNames.MeanDayR, ">test trades", ">test R", ">test " + SweepFigureNames.MeanDayR, "parameters");
        foreach (var w in report.Windows)
        {
            string[] axes = [.. w.Parameters.Keys];
            table.Add(
                Numbers.Count(w.Window), $"{Date(w.TrainSince)} to {Date(w.TrainUntil)}", $"{Date(w.TestSince)} to {Date(w.TestUntil)}", w.Trial is { } trial ? SweepCells.Whole(trial) : "flat",
                w.TrainTrades is { } trades ? Numbers.Count(trades) : "-", Numbers.R(w.TrainTotalR), Numbers.Fine(w.TrainMeanDayR), Numbers.Count(w.TestTrades), Numbers.R(w.TestTotalR), Numbers.Fine(w.TestMeanDayR),
                string.Join(", ", axes.Select(a => $"{SweepCells.Name(a, axes)}={SweepCells.Value(w.Parameters, a)}")));
        }

        return table;
    }

    /// <summary>The joined test days.</summary>
    public static TextTable Figures(WalkForwardReport report)
    {
        var table = new TextTable("test days of all windows", "", "");
        table.Add("verdict", report.Verdict ?? "-");
        table.Add("trading days", Numbers.Count(report.Days));
        table.Add("R", Numbers.R(report.TotalR));
        table.Add(SweepFigureNames.MeanDayR, report.IntervalLow is null ? Numbers.Fine(report.MeanDayR) : $"{Numbers.Fine(report.MeanDayR)} (95 %: {Numbers.Fine(report.IntervalLow)} to {Numbers.Fine(report.IntervalHigh)})");
        table.Add(SweepFigureNames.DaySharpe, Numbers.Fine(report.DaySharpe));
        table.Add(SweepFigureNames.Psr, Numbers.Ratio(report.Psr));
        table.Add(SweepFigureNames.MinDays, SweepCells.MinDays(report.MinDays));
        table.Add("efficiency", Numbers.Ratio(report.Efficiency));
        table.Add("windows above 0", Numbers.Share(report.WindowsAbove));
        return table;
    }

    /// <summary>How steady the choice is.</summary>
    public static TextTable Moves(WalkForwardReport report)
    {
        var table = new TextTable("moves of the choice by more than one step", "axis", ">moves", ">of");
        foreach (var move in report.Moves) table.Add(move.Axis, Numbers.Count(move.Moves), Numbers.Count(move.Of));
        return table;
    }

    private static string Date(DateTime time) => time.ToString(time.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
