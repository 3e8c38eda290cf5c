using Axfl.Contracts;

namespace Axfl.Reports.Numbers;

/// <summary>What refused orders of one kind would have come to.</summary>
/// <param name="Refused">How many were refused.</param>
/// <param name="Filled">How many would have filled, and have a result.</param>
/// <param name="Overlapping">How many began before the shadow of the same slot and gate had ended.</param>
/// <param name="Won">How many would have won (R above 0).</param>
/// <param name="SumR">Sum of R.</param>
/// <param name="SumSquares">Sum of R squared.</param>
internal readonly record struct ShadowSum(int Refused, int Filled, int Overlapping, int Won, double SumR, double SumSquares)
{
    /// <summary>Fewer say too little.</summary>
    public const int Fewest = 30;

    /// <summary>Sums them.</summary>
    public static ShadowSum Of(IEnumerable<JudgedRefusal> refusals)
    {
        var sum = default(ShadowSum);
        foreach (var refusal in refusals)
        {
            var r = refusal.Shadow?.R;
            sum = new ShadowSum(
                sum.Refused + 1, sum.Filled + (r is null ? 0 : 1), sum.Overlapping + (refusal.Shadow?.State == ShadowStates.Overlapping ? 1 : 0),
                sum.Won + (r is { } won && Prices.Above(won, 0) ? 1 : 0), sum.SumR + (r ?? 0), sum.SumSquares + (r * r ?? 0));
        }

        return sum;
    }

    /// <summary>Mean R; null without any.</summary>
    public double? Mean => Filled == 0 ? null : SumR / Filled;

    /// <summary>Half the 95 % interval of the mean, by its standard error; null below two.</summary>
    public double? HalfInterval => Filled < 2 ? null
        : Intervals.Z * Math.Sqrt(Math.Max(0, (SumSquares - (SumR * SumR / Filled)) / (Filled - 1)) / Filled);

    /// <summary>What it says of the gate.</summary>
    public string Verdict => Filled < Fewest ? "too few to tell" : Prices.Below(SumR, 0) ? "saved" : Prices.Above(SumR, 0) ? "cost" : "neither";
}
