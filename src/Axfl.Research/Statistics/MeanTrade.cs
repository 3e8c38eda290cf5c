using MathNet.Numerics.Distributions;

namespace Axfl.Research.Statistics;

/// <summary>The mean R of a trade with an error that knows that trades of one day share it.</summary>
/// <param name="Trades">Number of trades.</param>
/// <param name="Days">Number of days with trades.</param>
/// <param name="Mean">Mean R of a trade.</param>
/// <param name="Error">Standard error of the mean by days; null below two days.</param>
/// <remarks>Source: K.-Y. Liang, S. Zeger, Biometrika 73 (1986); C. Cameron, D. Miller, Journal of Human Resources 50 (2015).</remarks>
internal sealed record MeanTrade(int Trades, int Days, double Mean, double? Error)
{
    /// <summary>Mean over error; null where the error is not known or 0.</summary>
    public double? T => Error is > 0 ? Mean / Error : null;

    /// <summary>Probability of a |t| at least as great by chance, <see cref="Days"/> - 1 degrees of freedom.</summary>
    public double? P => T is { } t ? 2 * StudentT.CDF(0, 1, Days - 1, -Math.Abs(t)) : null;

    /// <summary>Of trades by day: the sum and number of each day with trades.</summary>
    /// <returns>Null without trades.</returns>
    public static MeanTrade? Of(IReadOnlyCollection<(double R, int Trades)> days)
    {
        var trades = days.Sum(static d => d.Trades);
        if (trades == 0) return null;
        var mean = days.Sum(static d => d.R) / trades;
        if (days.Count < 2) return new(trades, days.Count, mean, null);
        var squares = 0.0;
        foreach (var (r, count) in days)
        {
            var residual = r - (count * mean);
            squares += residual * residual;
        }

        return new(trades, days.Count, mean, Math.Sqrt(days.Count / (days.Count - 1.0) * squares) / trades);
    }
}
