using Axfl.Contracts;
using Axfl.Research.Randomness;
using Axfl.Research.Robustness;
using Axfl.Research.Statistics;

namespace Axfl.Reports.Numbers;

/// <summary>What else the result could have been: the trading days drawn again by the stationary bootstrap, a day with all its trades.</summary>
/// <param name="At">Numbers of days at which the bands are known.</param>
/// <param name="Bands">R after so many days: 5, 25, 50, 75 and 95 % of the resamplings, by band.</param>
/// <param name="Run">R of the run itself after so many days.</param>
/// <param name="End">2.5, 50 and 97.5 % of total R.</param>
/// <param name="Drawdown">50 and 95 % of the maximum drawdown, R.</param>
/// <param name="BelowZero">Share of resamplings whose total R is below 0.</param>
/// <param name="Expectancy">2.5 and 97.5 % of total R / trades, over those with a trade; null: none has one.</param>
/// <remarks>Source: D. Politis, J. Romano, JASA 89 (1994).</remarks>
internal sealed record Resampling(
    IReadOnlyList<int> At, IReadOnlyList<double[]> Bands, IReadOnlyList<double> Run, double[] End, double[] Drawdown, double BelowZero, (double Low, double High)? Expectancy)
{
    /// <summary>Number of resamplings.</summary>
    public const int Draws = 1_000;

    /// <summary>Fewest trading days that say anything.</summary>
    public const int FewestDays = SharpeTests.FewestDays;

    /// <summary>Fewest trades likewise: one drawn again says nothing but itself.</summary>
    public const int FewestTrades = 2;

    /// <summary>Most points at which bands are found.</summary>
    private const int Points = 24;

    private const string Stream = "report";

    private static readonly double[] Shares = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>Of trades in order of closing; null below <see cref="FewestDays"/>, below <see cref="FewestTrades"/> or without a seed.</summary>
    /// <param name="trades">The trades.</param>
    /// <param name="tradeDays">Trading day of each, days since 1970-01-01.</param>
    /// <param name="days">All trading days, ascending.</param>
    /// <param name="seed">First 16 hex digits of the ledger hash; null: there is none.</param>
    public static Resampling? Of(IReadOnlyList<Trade> trades, IReadOnlyList<int> tradeDays, IReadOnlyList<int> days, string? seed)
    {
        if (seed is null || trades.Count < FewestTrades || days.Count < FewestDays) return null;
        var rs = DayDraws.Trades(trades, tradeDays, days);
        double[] sums = [.. rs.Select(d => d.Sum())];
        int[] at = [.. Enumerable.Range(1, Points).Select(k => (int)Math.Ceiling((double)k * days.Count / Points)).Distinct()];
        var columns = at.Select(_ => new double[Draws]).ToArray();
        var (ends, falls, means, drawn) = (new double[Draws], new double[Draws], new List<double>(Draws), new int[days.Count]);
        for (var draw = 0; draw < Draws; draw++)
        {
            StationaryBootstrap.Draw(seed, Stream, draw, drawn);
            var walk = TradeWalk.Of(rs, drawn);
            (ends[draw], falls[draw]) = (walk.TotalR, walk.MaxDrawdownR);
            var count = 0;
            foreach (var day in drawn) count += rs[day].Length;
            if (count > 0) means.Add(walk.TotalR / count);
            Walk(drawn, sums, at, columns, draw);
        }

        foreach (var column in columns) Array.Sort(column);
        var below = (double)ends.Count(e => Prices.Below(e, 0)) / Draws;
        Array.Sort(ends);
        Array.Sort(falls);
        double[] sorted = [.. means.Order()];
        return new Resampling(
            at, [.. Shares.Select(s => columns.Select(c => NearestRank.Of(c, s)).ToArray())], [.. at.Select(k => sums.Take(k).Sum())],
            [NearestRank.Of(ends, 0.025), NearestRank.Of(ends, 0.5), NearestRank.Of(ends, 0.975)], [NearestRank.Of(falls, 0.5), NearestRank.Of(falls, 0.95)], below,
            sorted.Length == 0 ? null : (NearestRank.Of(sorted, 0.025), NearestRank.Of(sorted, 0.975)));
    }

    private static void Walk(int[] drawn, double[] sums, int[] at, double[][] columns, int draw)
    {
        var sum = 0.0;
        for (int i = 0, next = 0; i < drawn.Length; i++)
        {
            sum += sums[drawn[i]];
            if (i + 1 == at[next]) columns[next++][draw] = sum;
        }
    }
}
