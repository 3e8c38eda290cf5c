using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>What came of the bars.</summary>
/// <param name="Compared">Bars one side or both have.</param>
/// <param name="Different">How many differ.</param>
/// <param name="First">The first that differs; null: none, or they were not compared.</param>
/// <param name="Unavailable">Why they were not compared; null: they were.</param>
internal sealed record BarsResult(long Compared, long Different, BarDifference? First, string? Unavailable)
{
    /// <summary>As a row.</summary>
    public RunDifference Row => new("bars", Compared, Different, First?.Where ?? Unavailable ?? "", First?.Left ?? "", First?.Right ?? "");

    /// <summary>Bars that cannot be compared.</summary>
    public static BarsResult Not(string why) => new(0, 0, null, why);
}
