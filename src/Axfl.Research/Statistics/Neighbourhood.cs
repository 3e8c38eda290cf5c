using System.Runtime.InteropServices;

namespace Axfl.Research.Statistics;

/// <summary>Which trials are neighbours of which.</summary>
/// <remarks>
/// On a lattice those that differ by at most one step on each axis. Elsewhere (random, latin, sobol and given points) twice as many as there are axes, the nearest by the
/// distance of their ranks; of equally near ones those with the lower numbers.
/// </remarks>
internal sealed class Neighbourhood
{
    private readonly int[][] _places;
    private readonly bool _isLattice;
    private readonly int[] _ends;
    private readonly Dictionary<string, int> _at = [];

    /// <param name="places">A trial's place on each axis: the step, or the rank of its value among the axis's distinct ones, from 0.</param>
    /// <param name="isLattice">Whether the trials are points of a grid.</param>
    public Neighbourhood(int[][] places, bool isLattice)
    {
        (_places, _isLattice) = (places, isLattice);
        var axes = places.Length == 0 ? 0 : places[0].Length;
        _ends = new int[axes];
        for (var trial = 0; trial < places.Length; trial++)
        {
            for (var axis = 0; axis < axes; axis++) _ends[axis] = Math.Max(_ends[axis], places[trial][axis]);
            _at.TryAdd(Key(places[trial]), trial);
        }
    }

    /// <summary>The neighbours of a trial, itself not among them.</summary>
    public IEnumerable<int> Of(int trial) => !_isLattice ? Nearest(trial) : Math.Pow(3, _ends.Length) > _places.Length ? Compared(trial) : Stepped(trial);

    /// <summary>The axes on which a trial lies at an end of the values tried; an axis with one value has no ends.</summary>
    public IEnumerable<int> AtEdge(int trial) =>
        Enumerable.Range(0, _ends.Length).Where(axis => _ends[axis] > 0 && (_places[trial][axis] == 0 || _places[trial][axis] == _ends[axis]));

    private IEnumerable<int> Compared(int trial) => Enumerable.Range(0, _places.Length).Where(other => other != trial && IsNextTo(_places[trial], _places[other]));

    private static bool IsNextTo(int[] a, int[] b)
    {
        for (var axis = 0; axis < a.Length; axis++)
            if (Math.Abs(a[axis] - b[axis]) > 1) return false;
        return true;
    }

    private IEnumerable<int> Stepped(int trial)
    {
        var step = Enumerable.Repeat(-1, _ends.Length).ToArray();
        while (true)
        {
            var at = _places[trial].Zip(step, static (place, by) => place + by).ToArray();
            if (_at.TryGetValue(Key(at), out var other) && other != trial) yield return other;
            var axis = step.Length - 1;
            while (axis >= 0 && step[axis] == 1) step[axis--] = -1;
            if (axis < 0) yield break;
            step[axis]++;
        }
    }

    // The nearest so far, nearest first; of equally near ones the lower number was there before.
    private List<int> Nearest(int trial)
    {
        var count = 2 * _ends.Length;
        var (found, distances) = (new List<int>(count + 1), new List<double>(count + 1));
        for (var other = 0; other < _places.Length && count > 0; other++)
        {
            if (other == trial) continue;
            var distance = Distance(_places[trial], _places[other]);
            if (found.Count == count && distance >= distances[^1]) continue;
            var at = found.Count;
            while (at > 0 && distances[at - 1] > distance) at--;
            found.Insert(at, other);
            distances.Insert(at, distance);
            if (found.Count <= count) continue;
            found.RemoveAt(count);
            distances.RemoveAt(count);
        }

        return found;
    }

    private static double Distance(int[] a, int[] b)
    {
        var sum = 0.0;
        for (var axis = 0; axis < a.Length; axis++) sum += (double)(a[axis] - b[axis]) * (a[axis] - b[axis]);
        return sum;
    }

    private static string Key(int[] places) => new(MemoryMarshal.Cast<int, char>(places));
}
