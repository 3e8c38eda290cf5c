using Axfl.Contracts;
using Axfl.Research.Store;

namespace Axfl.Research.Measures;

/// <summary>The trials of a sweep that count, with the R of each of its trading days.</summary>
/// <param name="Trials">The trials, by number; never one twice.</param>
/// <param name="Axes">Their places on the axes.</param>
/// <param name="Series">R by day of each trial: the N x T matrix; empty where days were not kept.</param>
/// <param name="Days">Trading days with a traded bar: T.</param>
internal sealed record SweepMatrix(IReadOnlyList<SweepTrial> Trials, SweepAxes Axes, IReadOnlyList<double[]> Series, int Days)
{
    /// <summary>Whether the days of all trials were kept.</summary>
    public bool HasDays => Series.Count == Trials.Count;

    /// <summary>Reads the days of trials.</summary>
    /// <param name="store">The store.</param>
    /// <param name="dataset">The bars.</param>
    /// <param name="trials">The trials.</param>
    /// <param name="all">Parameters of all trials of the sweep that ran, by number: the values on the axes.</param>
    /// <param name="stop">Ends it.</param>
    public static SweepMatrix Read(TrialStore store, DatasetRow dataset, IReadOnlyList<SweepTrial> trials, IReadOnlyList<SweepTrial> all, CancellationToken stop)
    {
        var axes = SweepAxes.Of([.. all.Select(static t => t.Parameters)]);
        var places = all.Select(static (t, i) => (t.Trial, Place: i)).ToDictionary(static t => t.Trial, t => axes.Places[t.Place]);
        var day = dataset.Days.Select(static (d, i) => (d, i)).ToDictionary(static d => d.d, static d => d.i);
        var series = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var own = trials.ToDictionary(static t => t.Key, StringComparer.Ordinal);
        store.Days(own.Keys, (key, days, r) =>
        {
            stop.ThrowIfCancellationRequested();
            series[key] = Dense(own[key], days, r, day);
        }, key => FormattableString.Invariant($"trial {own[key].Trial} of sweep '{own[key].Sweep}'"));
        return new(
            trials, axes with { Places = [.. trials.Select(t => places[t.Trial])] },
            series.Count < trials.Count ? [] : [.. trials.Select(t => series[t.Key])], dataset.Days.Count);
    }

    private static double[] Dense(SweepTrial trial, int[] days, double[] r, Dictionary<int, int> places)
    {
        var series = new double[places.Count];
        for (var i = 0; i < days.Length; i++)
        {
            if (!places.TryGetValue(days[i], out var place))
            {
                throw new RowDamage("trial_days", trial.Key, FormattableString.Invariant($"trial {trial.Trial} of sweep '{trial.Sweep}'"),
                    FormattableString.Invariant($"it has trades on day {days[i]} since 1970-01-01, which is no trading day of its bars"));
            }

            series[place] = r[i];
        }

        return series;
    }
}
