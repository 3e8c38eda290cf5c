using Axfl.Contracts;

namespace Axfl.Reports.Numbers;

/// <summary>A bin of the histogram of R.</summary>
/// <param name="From">Least R, inclusive; null: open.</param>
/// <param name="To">Its end, exclusive; null: open.</param>
/// <param name="ByReason">Trades in it, by exit reason.</param>
internal sealed record Bin(double? From, double? To, IReadOnlyDictionary<string, int> ByReason)
{
    private const double Width = 0.25, Lowest = -2, Highest = 2;

    /// <summary>Trades in it.</summary>
    public int Trades => ByReason.Values.Sum();

    /// <summary>The bins that have trades: of 0.25R from -2 to +2, the ends open.</summary>
    public static IReadOnlyList<Bin> Of(IReadOnlyList<Trade> trades) =>
    [
        .. trades.GroupBy(t => Math.Clamp((int)Math.Floor((t.R - Lowest) / Width + 1e-9), -1, (int)((Highest - Lowest) / Width))).OrderBy(g => g.Key)
            .Select(g => new Bin(
                g.Key < 0 ? null : Lowest + g.Key * Width, g.Key >= (Highest - Lowest) / Width ? null : Lowest + (g.Key + 1) * Width,
                g.GroupBy(t => t.Reason).ToDictionary(r => r.Key, r => r.Count()))),
    ];
}
