using MathNet.Numerics.Distributions;

namespace Axfl.Research.Statistics;

/// <summary>How sure a Sharpe ratio is, alone and as the best of many.</summary>
internal static class SharpeTests
{
    /// <summary>Fewer trading days than this say nothing, neither of a ratio nor of what days drawn anew could have come to.</summary>
    public const int FewestDays = 20;

    private const double EulerGamma = 0.5772156649015329;

    /// <summary>Probability that the true Sharpe ratio is above a benchmark.</summary>
    /// <param name="sharpe">Sharpe ratio of a day.</param>
    /// <param name="days">Number of days.</param>
    /// <param name="skewness">Population skewness of the days.</param>
    /// <param name="kurtosis">Population kurtosis of the days; normal: 3.</param>
    /// <param name="benchmark">The Sharpe ratio to be above, of a day.</param>
    /// <returns>0 to 1.</returns>
    /// <remarks>Source: D. Bailey, M. López de Prado, "The Sharpe ratio efficient frontier", Journal of Risk 15 (2012).</remarks>
    public static double Probabilistic(double sharpe, double days, double skewness, double kurtosis, double benchmark) =>
        Normal.CDF(0, 1, (sharpe - benchmark) * Math.Sqrt(days - 1) / Math.Sqrt(Spread(sharpe, skewness, kurtosis)));

    /// <summary>Days until <see cref="Probabilistic"/> against 0 is at least 0.95; null where the Sharpe ratio is not above 0.</summary>
    public static double? MinDays(double sharpe, double skewness, double kurtosis) =>
        sharpe > 0 ? 1 + (Spread(sharpe, skewness, kurtosis) * Math.Pow(Normal.InvCDF(0, 1, 0.95) / sharpe, 2)) : null;

    /// <summary>The Sharpe ratio that the best of so many trials without any skill is expected to have.</summary>
    /// <param name="deviation">Standard deviation of the trials' Sharpe ratios.</param>
    /// <param name="trials">Number of trials, also a fraction; 0 for up to 1.</param>
    /// <remarks>Source: D. Bailey, M. López de Prado, "The deflated Sharpe ratio", Journal of Portfolio Management 40 (2014).</remarks>
    public static double ExpectedBest(double deviation, double trials) => trials <= 1
        ? 0
        : deviation * (((1 - EulerGamma) * Normal.InvCDF(0, 1, 1 - (1 / trials))) + (EulerGamma * Normal.InvCDF(0, 1, 1 - (1 / (trials * Math.E)))));

    /// <summary>How many independent trials correlated ones are worth.</summary>
    /// <param name="correlation">Mean correlation between two trials.</param>
    /// <param name="trials">Number of trials.</param>
    /// <remarks>Source: the same, appendix 3.</remarks>
    public static double EffectiveTrials(double correlation, double trials) => correlation + ((1 - correlation) * trials);

    // Variance of the estimate, times days - 1.
    private static double Spread(double sharpe, double skewness, double kurtosis) => 1 - (skewness * sharpe) + ((kurtosis - 1) / 4 * sharpe * sharpe);
}
