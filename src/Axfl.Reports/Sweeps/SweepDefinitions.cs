using Axfl.Reports.Page;

namespace Axfl.Reports.Sweeps;

/// <summary>How the numbers of a sweep's page are defined.</summary>
internal static class SweepDefinitions
{
    /// <summary>All of them. The observation is the trading day: its R is the sum over the trades that exit on it, 0 without trades.</summary>
    public static IReadOnlyList<Definition> All { get; } =
    [
        new("Sharpe a day (SR)", "Mean / sample deviation of the R of the trading days, not annualised."),
        new("PSR(0)", "Probability that the true SR is above 0: \u03a6(SR sqrt(T\u22121) / sqrt(1 \u2212 g3 SR + (g4\u22121)/4 SR\u00b2)), g3 skewness, g4 kurtosis, T trading days.", "Bailey, L\u00f3pez de Prado 2012"),
        new("Expected best", "SR that the best of M plans without skill is expected to have: s ((1\u2212g) Z(1 \u2212 1/M) + g Z(1 \u2212 1/(M e))), s the deviation of the trials' SR, g = 0.5772\u2026, M all plans ever tried on bars that share a symbol and a day with these.", "Bailey, L\u00f3pez de Prado 2014"),
        new("Deflated", "The same probability of the best trial against the expected best instead of 0: PSR(expected best).", "Bailey, L\u00f3pez de Prado 2014"),
        new("Overfitting (PBO)", "The days in 16 blocks (8 below 320 days; none below 80). For each choice of half of them the best trial by mean R inside, and its rank among all outside. PBO: the share of choices whose rank is at or below the middle. Nothing in it is random.", "Bailey, Borwein, L\u00f3pez de Prado, Zhu 2017"),
        new("Against not trading (SPA p)", "Probability that the best of as many trials without an edge does as well: 1,000 stationary resamples of the days, the same for all trials; consistent, and its lower and upper bounds.", "Hansen 2005; White 2000; Politis, Romano 1994"),
        new("Interval", "95 % of the mean R of a day by the stationary bootstrap, 10,000 draws, nearest rank.", "Politis, Romano 1994"),
        new("Error of the mean trade", "By days: sqrt(D/(D\u22121) \u03a3 e\u00b2) / n, e the sum of (r \u2212 mean) over the trades of a day, D days with trades.", "Liang, Zeger 1986; Cameron, Miller 2015"),
        new("Neighbours, plateau", "On a grid the trials at most one step away on each axis, else the 2k nearest by ranks on k axes. Plateau ratio: their median / own. Recommended is the trial with the greatest median, not the best."),
        new("Verdict", "noise: deflated below 0.5 or SPA p above 0.20. evidence: deflated at least 0.95, SPA p at most 0.05 and at least three quarters of the recommended trial's neighbours above 0. weak: all between."),
        new("Choosing the best", "informative: PBO at most 0.20; arbitrary: above 0.50; doubtful: between."),
    ];
}
