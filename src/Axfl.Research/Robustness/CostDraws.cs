using System.Globalization;
using Axfl.Engine.Plan;
using Axfl.Research.Randomness;

namespace Axfl.Research.Robustness;

/// <summary>A plan at other costs.</summary>
internal static class CostDraws
{
    private const double Least = 0.5, Most = 2;

    /// <summary>Spreads and slippage of each symbol multiplied by factors that are log-uniform from half to double, stream <c>seed|costs|draw</c>: for each
    /// symbol in plan order first that of the spread.</summary>
    public static EnginePlan Draw(EnginePlan plan, string seed, int draw)
    {
        var random = RandomStream.Of(seed, "costs", draw.ToString(CultureInfo.InvariantCulture));
        var symbols = new SymbolPlan[plan.Symbols.Count];
        for (var i = 0; i < symbols.Length; i++)
        {
            var spread = Factor(random.Uniform());
            symbols[i] = plan.Symbols[i] with { SpreadFactor = spread, SlippageFactor = Factor(random.Uniform()) };
        }

        return plan with { Symbols = symbols };
    }

    /// <summary>All costs multiplied by one factor: spread, slippage, commission.</summary>
    public static EnginePlan At(EnginePlan plan, double factor) => plan with
    {
        Symbols = [.. plan.Symbols.Select(s => s with { SpreadFactor = factor, SlippageFactor = factor })],
        Costs = plan.Costs with { CommissionPerMillion = plan.Costs.CommissionPerMillion * factor },
    };

    /// <summary>From 0.5 to 2, uniform in logarithms.</summary>
    /// <param name="uniform">In [0, 1).</param>
    public static double Factor(double uniform) => Math.Exp(Math.Log(Least) + (uniform * (Math.Log(Most) - Math.Log(Least))));
}
