using Axfl.Contracts;
using Axfl.Runs.Metrics;

namespace Axfl.Reports.Numbers;

/// <summary>Runs of wins (R above 0) and of others, in order of closing.</summary>
/// <param name="Wins">Trades won.</param>
/// <param name="Others">All others.</param>
/// <param name="Runs">Stretches of one kind.</param>
/// <param name="LongestWinning">Most wins in a row.</param>
/// <param name="LongestLosing">Most losses (R below 0) in a row.</param>
internal sealed record Streaks(int Wins, int Others, int Runs, int LongestWinning, int LongestLosing)
{
    /// <summary>Fewest trades for the runs test.</summary>
    public const int Fewest = 30;

    /// <summary>Of trades in order of closing.</summary>
    public static Streaks Of(IReadOnlyList<Trade> trades)
    {
        int wins = 0, runs = 0, winning = 0, losing = 0, longestWinning = 0, longestLosing = 0;
        for (var i = 0; i < trades.Count; i++)
        {
            var isWin = TradeMetrics.IsWin(trades[i]);
            if (isWin) wins++;
            if (i == 0 || isWin != TradeMetrics.IsWin(trades[i - 1])) runs++;
            longestWinning = Math.Max(longestWinning, winning = isWin ? winning + 1 : 0);
            longestLosing = Math.Max(longestLosing, losing = TradeMetrics.IsLoss(trades[i]) ? losing + 1 : 0);
        }

        return new Streaks(wins, trades.Count - wins, runs, longestWinning, longestLosing);
    }

    /// <summary>The runs test: above 0 wins and losses alternate, below they cluster; null below <see cref="Fewest"/> trades or without one of both kinds.</summary>
    /// <remarks>Source: A. Wald, J. Wolfowitz, Annals of Mathematical Statistics 11 (1940).</remarks>
    public double? Z
    {
        get
        {
            double n = Wins + Others;
            if (n < Fewest || Wins == 0 || Others == 0) return null;
            var m = 2.0 * Wins * Others / n + 1;
            var deviation = Math.Sqrt((m - 1) * (m - 2) / (n - 1));
            return deviation > 0 ? (Runs - m) / deviation : null;
        }
    }

    /// <summary>The losing run that chance alone would make; null where all or none were won.</summary>
    /// <remarks>Source: M. Schilling, College Mathematics Journal 21 (1990).</remarks>
    public double? ByChance
    {
        get
        {
            double n = Wins + Others, q = Others / n;
            return n > 0 && q is > 0 and < 1 ? Math.Max(0, Math.Log(n * (1 - q)) / -Math.Log(q)) : null;
        }
    }
}
