using Axfl.Contracts;

namespace Axfl.Runs.Parity;

/// <summary>What came of the bars.</summary>
/// <param name="Compared">Bars one side or both have.</param>
/// <param name="Different">How many differ.</param>
/// <param name="First">The first that differs; null: none, or they were not compared.</param>
/// <param name="Unavailable">Why they were not compared; null: they were.</param>
internal sealed record BarsResult(long Compared, long Different, BarDifference? First, string? Unavailable)
{
    /// <summary>How large the differences are, all together; null: none differs, or they were not compared.</summary>
    public BarDifferences? Size { get; private init; }

    /// <summary>What came of a comparison.</summary>
    /// <param name="bars">The comparison.</param>
    public static BarsResult Of(BarComparison bars) => new(bars.Compared, bars.Different, bars.First, null)
    {
        Size = bars.Different == 0 ? null : new BarDifferences
        {
            Compared = bars.Compared,
            Differing = bars.Different - bars.MissingLeft - bars.MissingRight,
            MissingLeft = bars.MissingLeft,
            MissingRight = bars.MissingRight,
            LargestPips = Math.Round(bars.LargestPips, 2),
            MeanPips = Math.Round(bars.MeanPips, 2),
            Shift = TimeSpan.FromMilliseconds(bars.ShiftMilliseconds),
        },
    };

    /// <summary>As a row.</summary>
    public RunDifference Row => new("bars", Compared, Different, First?.Where ?? Unavailable ?? "", First?.Left ?? "", First?.Right ?? "");

    /// <summary>Bars that cannot be compared.</summary>
    public static BarsResult Not(string why) => new(0, 0, null, why);
}
