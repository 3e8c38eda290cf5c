using Axfl.Contracts;

namespace Axfl.Strategies.Common;

/// <summary>Where a target of so many R lies.</summary>
internal static class TargetPrice
{
    /// <summary>Order's price +/- target_r x |price - stop loss|.</summary>
    public static double Of(Side side, double price, double stopLoss, double targetR) => price + (int)side * targetR * Math.Abs(price - stopLoss);
}
