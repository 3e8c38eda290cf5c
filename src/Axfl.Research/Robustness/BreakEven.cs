using Axfl.Contracts;

namespace Axfl.Research.Robustness;

/// <summary>The factor on all costs at which total R is 0, by bisection on runs.</summary>
internal static class BreakEven
{
    private const double Precision = 1e-3;

    /// <summary>Finds it, to 1e-3; null where total R is not above 0 without costs, or still is at <see cref="RobustnessKinds.MaxCostFactor"/>.</summary>
    /// <param name="totalR">Total R at a factor.</param>
    public static double? Find(Func<double, double> totalR)
    {
        if (totalR(0) <= 0) return null;
        double low = 0, high = 1;
        while (totalR(high) > 0)
        {
            if (high >= RobustnessKinds.MaxCostFactor) return null;
            low = high;
            high *= 2;
        }

        while (high - low > Precision)
        {
            var middle = (low + high) / 2;
            if (totalR(middle) > 0) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }
}
