using System.Numerics;

namespace Axfl.Research.GateEconomics;

/// <summary>Shares what all rules make together out among them, by what each adds to every subset of the others.</summary>
/// <remarks>Source: L. Shapley, "A value for n-person games", Contributions to the Theory of Games 2 (1953).</remarks>
internal static class Shapley
{
    /// <summary>The value of each player; together they are the value of all less that of none.</summary>
    /// <param name="values">The value of each subset: bit i of its index says whether player i is in it. Their number is a power of two.</param>
    public static double[] Values(IReadOnlyList<double> values)
    {
        var players = BitOperations.Log2((uint)values.Count);
        var weights = new double[players];
        for (var size = 0; size < players; size++) weights[size] = Factorial(size) * Factorial(players - size - 1) / Factorial(players);
        var shares = new double[players];
        for (var subset = 0; subset < values.Count; subset++)
        {
            var weight = BitOperations.PopCount((uint)subset);
            for (var i = 0; i < players; i++)
                if ((subset >> i & 1) == 0) shares[i] += weights[weight] * (values[subset | 1 << i] - values[subset]);
        }

        return shares;
    }

    private static double Factorial(int n)
    {
        var product = 1.0;
        for (var i = 2; i <= n; i++) product *= i;
        return product;
    }
}
