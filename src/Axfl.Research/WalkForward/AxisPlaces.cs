using Axfl.Research.Sweeps;

namespace Axfl.Research.WalkForward;

/// <summary>Where trials lie on the axes of their sweep.</summary>
internal static class AxisPlaces
{
    /// <summary>Of each trial, on each axis, the step of its value: of numbers by size, of others in the order in which the trials have them.</summary>
    public static int[][] Of(IReadOnlyList<TrialPlan> trials)
    {
        var axes = trials.Count == 0 ? 0 : trials[0].Values.Count;
        var places = Array.ConvertAll(new int[trials.Count][], _ => new int[axes]);
        for (var axis = 0; axis < axes; axis++)
        {
            var steps = Steps(trials, axis);
            for (var trial = 0; trial < trials.Count; trial++) places[trial][axis] = steps[trials[trial].Values[axis].Json];
        }

        return places;
    }

    private static Dictionary<string, int> Steps(IReadOnlyList<TrialPlan> trials, int axis)
    {
        var values = trials.Select(t => t.Values[axis]).DistinctBy(v => v.Json).ToArray();
        if (values.All(v => v.Value is double)) values = [.. values.OrderBy(v => (double)v.Value!)];
        return values.Select((v, i) => (v.Json, i)).ToDictionary(v => v.Json, v => v.i, StringComparer.Ordinal);
    }
}
