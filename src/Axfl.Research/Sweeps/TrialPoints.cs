using Axfl.Configuration.Yaml;
using Axfl.Data.Simulated;
using Axfl.Research.Randomness;

namespace Axfl.Research.Sweeps;

/// <summary>The points of a sweep, by its method, in order.</summary>
internal static class TrialPoints
{
    /// <summary>Most points of a sweep.</summary>
    public const int Most = 10_000_000;

    /// <summary>How many there are, before any is dropped.</summary>
    public static double Count(SweepDefinition sweep) => sweep.Method switch
    {
        SweepMethod.Grid => sweep.Axes.Aggregate(1.0, (count, axis) => count * ((ListedAxis)axis).Values.Count),
        SweepMethod.Points => sweep.Points.Count,
        _ => sweep.Trials,
    };

    /// <summary>All of them, a value an axis.</summary>
    public static IEnumerable<AxisValue[]> Of(SweepDefinition sweep, ProblemLog log) => sweep.Method switch
    {
        SweepMethod.Grid => Grid(sweep),
        SweepMethod.Points => sweep.Points,
        SweepMethod.Random => Random(sweep, log),
        SweepMethod.Latin => Latin(sweep, log),
        _ => Sobol(sweep, log),
    };

    private static IEnumerable<AxisValue[]> Grid(SweepDefinition sweep)
    {
        var values = sweep.Axes.Select(a => ((ListedAxis)a).Values).ToArray();
        var at = new int[values.Length];
        while (true)
        {
            yield return [.. values.Select((v, i) => v[at[i]])];
            var turning = at.Length - 1;
            while (turning >= 0 && ++at[turning] == values[turning].Count) at[turning--] = 0;
            if (turning < 0) yield break;
        }
    }

    private static IEnumerable<AxisValue[]> Random(SweepDefinition sweep, ProblemLog log)
    {
        var streams = sweep.Axes.Select(a => RandomStream.Of(sweep.Seed, a.Name)).ToArray();
        for (var t = 0; t < sweep.Trials; t++)
        {
            var point = new AxisValue[streams.Length];
            for (var i = 0; i < point.Length; i++) point[i] = sweep.Axes[i].At(streams[i].Uniform(), log);
            yield return point;
        }
    }

    private static IEnumerable<AxisValue[]> Latin(SweepDefinition sweep, ProblemLog log)
    {
        var cells = sweep.Axes.Select(a => Shuffled(sweep.Trials, RandomStream.Of(sweep.Seed, a.Name))).ToArray();
        for (var t = 0; t < sweep.Trials; t++)
            yield return [.. sweep.Axes.Select((a, i) => a.At((cells[i][t] + 0.5) / sweep.Trials, log))];
    }

    // Fisher-Yates, from the last place down.
    private static int[] Shuffled(int count, SplitMix random)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++) order[i] = i;
        for (var i = count - 1; i > 0; i--)
        {
            var j = random.Below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    private static IEnumerable<AxisValue[]> Sobol(SweepDefinition sweep, ProblemLog log)
    {
        var sequence = new SobolSequence(sweep.Axes.Count);
        var u = new double[sweep.Axes.Count];
        for (var t = 0; t < sweep.Trials; t++)
        {
            sequence.Next(u);
            yield return [.. sweep.Axes.Select((a, i) => a.At(u[i], log))];
        }
    }
}
