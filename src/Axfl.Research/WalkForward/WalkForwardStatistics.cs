using Axfl.Contracts;
using Axfl.Research.Statistics;

namespace Axfl.Research.WalkForward;

/// <summary>One window for the statistics.</summary>
/// <param name="IsFlat">Whether no trial was chosen.</param>
/// <param name="TrainR">Sum of R of the chosen trial in training.</param>
/// <param name="TrainDays">Trading days of training.</param>
/// <param name="TestR">R by day of the test; 0 on all days of a flat window.</param>
internal sealed record WindowResult(bool IsFlat, double TrainR, int TrainDays, double[] TestR);

/// <summary>What the test days of all windows, joined, come to.</summary>
internal static class WalkForwardStatistics
{

    /// <summary>Fills the statistics of a report in.</summary>
    /// <param name="report">The report.</param>
    /// <param name="windows">Its windows.</param>
    /// <param name="seed">Seed of the interval.</param>
    /// <param name="draws">Resamples of the interval.</param>
    public static WalkForwardReport Of(WalkForwardReport report, IReadOnlyList<WindowResult> windows, string seed, int draws = 10_000)
    {
        var days = windows.SelectMany(w => w.TestR).ToArray();
        var moments = Moments.Of(days);
        var undefined = new List<string>();
        var share = windows.Count(w => Ties.Greater(w.TestR.Sum(), 0)) / (double)windows.Count;
        report = report with { Days = days.Length, TotalR = days.Sum(), MeanDayR = days.Length == 0 ? null : moments.Mean, WindowsAbove = share, Efficiency = Efficiency(windows, undefined) };
        var why = days.Length < SharpeTests.FewestDays ? $"{Counted.Of(days.Length, "trading day")}, fewer than {SharpeTests.FewestDays}" : moments.Deviation == 0 ? "all days are equal" : null;
        if (why is not null) return report with { Undefined = [.. undefined, $"DaySharpe, Psr, MinDays, Interval, Verdict: {why}"] };
        var interval = MeanInterval.Of(days, seed, draws: draws);
        var psr = SharpeTests.Probabilistic(moments.Sharpe, days.Length, moments.Skewness, moments.Kurtosis, 0);
        var enough = SharpeTests.MinDays(moments.Sharpe, moments.Skewness, moments.Kurtosis);
        if (enough is null) undefined.Add("MinDays: the Sharpe ratio is not above 0");
        return report with
        {
            DaySharpe = moments.Sharpe, Psr = psr, MinDays = enough, IntervalLow = interval.Low, IntervalHigh = interval.High, Verdict = VerdictOf(psr, share), Undefined = undefined,
        };
    }

    /// <summary>The verdict: <c>noise</c> below 0.80, <c>evidence</c> from 0.95 on when at least half of the windows are above 0, else <c>weak</c>.</summary>
    /// <param name="psr">Probability that the Sharpe ratio of the test days is above 0.</param>
    /// <param name="above">Share of test windows above 0.</param>
    public static string VerdictOf(double psr, double above) => psr < 0.8 ? "noise" : psr >= 0.95 && above >= 0.5 ? "evidence" : "weak";

    // Mean test day over mean training day of what was chosen, both over all windows in which something was.
    private static double? Efficiency(IReadOnlyList<WindowResult> windows, List<string> undefined)
    {
        var chosen = windows.Where(w => !w.IsFlat).ToArray();
        var (trained, tested) = (chosen.Sum(w => w.TrainDays), chosen.Sum(w => w.TestR.Length));
        var train = trained == 0 ? 0 : chosen.Sum(w => w.TrainR) / trained;
        if (tested > 0 && train > 0) return chosen.Sum(w => w.TestR.Sum()) / tested / train;
        undefined.Add(chosen.Length == 0 ? "Efficiency: no window chose a trial" : tested == 0 ? "Efficiency: no test day" : "Efficiency: the mean training day of the chosen is not above 0");
        return null;
    }
}
