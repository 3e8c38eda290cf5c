using Axfl.Contracts;
using Axfl.Research.Statistics;
using Axfl.Research.Store;

namespace Axfl.Research.Measures;

/// <summary>Reads stores for people: which sweeps, which trials, and what they come to.</summary>
/// <param name="time">Clock.</param>
/// <param name="environment">Reads environment variables.</param>
internal sealed class SweepReading(TimeProvider time, Func<string, string?> environment) : ISweepStore
{
    private const string Left = "left";

    /// <inheritdoc/>
    public IReadOnlyList<SweepInfo> List(SweepStoreRequest request)
    {
        using var store = StoreLocation.Open(request, StoreAccess.Read, time, environment);
        var alarms = store.Alarms().Count;
        return [.. store.Sweeps().Select(s => new SweepInfo
        {
            Sweep = s.Sweep.Name, Trials = s.Trials, Done = s.Done, Failed = s.Failed, Left = s.Trials - s.Done - s.Failed, Rate = Rate(s), TriedEver = Math.Max(store.CountTried(s.Dataset.Key), s.Plans),
            Symbols = s.Dataset.Symbols, Interval = s.Dataset.Interval, Since = s.Dataset.Since, Until = s.Dataset.Until, Dataset = s.Dataset.Key, MadeAt = s.Sweep.MadeAt,
            HoldoutOpenedAt = s.Sweep.HoldoutOpenedAt, HoldoutTrials = s.Sweep.HoldoutTrials, Alarms = alarms,
        })];
    }

    /// <inheritdoc/>
    public IReadOnlyList<SweepTrial> Trials(SweepStoreRequest request, string sweep, SweepTrialFilter filter)
    {
        using var store = StoreLocation.Open(request, StoreAccess.Read, time, environment);
        var row = Sweep(store, sweep);
        var rows = store.Rows(sweep);
        var trials = store.Sound(() => rows.Select(t => Of(sweep, t)).ToList());
        var all = trials.ToList();
        if (filter.Trials.Count > 0)
        {
            var known = trials.Select(static t => t.Trial).ToHashSet();
            if (filter.Trials.Where(n => !known.Contains(n)).ToList() is { Count: > 0 } missing)
            {
                throw new AxflException("TrialNotFound", ErrorKind.Data, $"Sweep '{sweep}' has no trial {string.Join(", ", missing)}.")
                {
                    Target = sweep, RecommendedAction = trials.Count == 0 ? "It has none." : FormattableString.Invariant($"Its trials are {trials[0].Trial} to {trials[^1].Trial}."),
                };
            }

            trials.RemoveAll(t => !filter.Trials.Contains(t.Trial));
        }

        if (filter is { By: null, Best: null }) return trials;
        var settings = store.Sound(() => SweepSettings.Of(row));
        var by = filter.By ?? settings.By;
        // A metric of one's own choice has the direction in which more of it is better.
        var sign = (TrialMetrics.Find(by) == TrialMetrics.Find(settings.By) ? settings.IsMax : !LessIsBetter.Contains(TrialMetrics.Find(by) ?? "")) ? 1 : -1;
        var ordered = trials.Select(t => (Trial: t, Value: t.Value(by))).OrderBy(static t => t.Value is null).ThenByDescending(t => sign * t.Value).ThenBy(static t => t.Trial.Trial);
        if (filter.Best is not { } best) return [.. ordered.Select(static t => t.Trial)];
        // Where the best are asked for, a trial with fewer trades than the sweep asks for is none of them.
        return Doubted(store, row, rows, all, [.. ordered.Where(t => t.Value is not null && t.Trial.Trades >= settings.MinTrades).Take(best).Select(static t => t.Trial)], settings);
    }

    /// <inheritdoc/>
    public SweepMeasure Measure(SweepStoreRequest request, string sweep, IProgress<string>? progress, CancellationToken cancellation)
    {
        using var store = StoreLocation.Open(request, StoreAccess.Read, time, environment);
        return Measure(store, sweep, progress, cancellation);
    }

    /// <summary>Statistics and verdict of a sweep of an open store.</summary>
    public static SweepMeasure Measure(TrialStore store, string sweep, IProgress<string>? progress, CancellationToken cancellation) =>
        MeasuredSweep.Read(store, sweep, progress, cancellation).Measure;

    /// <inheritdoc/>
    public SweepRemoval Remove(SweepStoreRequest request, string sweep)
    {
        // A store that is not there is not made only to find that it is empty.
        StoreLocation.Open(request, StoreAccess.Read, time, environment).Dispose();
        using var store = StoreLocation.Open(request, StoreAccess.Write, time, environment);
        var (trials, rows) = store.Remove(sweep);
        return new(sweep, trials, rows);
    }

    /// <summary>A stored trial as people see it.</summary>
    /// <exception cref="RowDamage">Its parameters are not what was written.</exception>
    public static SweepTrial Of(string sweep, StoredTrial trial) => (trial.Row?.Metrics is { } metrics ? StoreJson.Trial(metrics) : new SweepTrial()) with
    {
        Sweep = sweep, Trial = trial.Number, State = trial.Row?.State ?? Left, Parameters = RowDamage.Guard("sweep_trial", trial.Key, FormattableString.Invariant($"trial {trial.Number} of sweep '{sweep}'"), () => SweepAxes.Parameters(trial.Parameters)), LedgerHash = trial.Row?.LedgerHash, Key = trial.Key,
        WallMs = trial.Row?.WallMs, Error = trial.Row?.Error,
    };

    // Beside the best stands how many were tried, and what is left of it.
    private static IReadOnlyList<SweepTrial> Doubted(TrialStore store, SweepRow sweep, IReadOnlyList<StoredTrial> rows, IReadOnlyList<SweepTrial> all, IReadOnlyList<SweepTrial> best, SweepSettings settings)
    {
        var dataset = store.Dataset(sweep);
        var own = rows.Where(t => t.Row is { State: TrialRow.Done } row && row.Dataset == dataset.Key).Select(static t => t.Number).ToHashSet();
        var counted = all.Where(t => own.Contains(t.Trial) && t.Trades >= settings.MinTrades).DistinctBy(static t => t.Key).ToList();
        var matrix = SweepMatrix.Read(store, dataset, counted, counted, CancellationToken.None);
        var tried = store.CountTried(sweep, rows);
        var deflation = Deflation.Of(matrix.Series, matrix.Days, tried);
        var isKnown = matrix.HasDays && matrix.Days >= SharpeTests.FewestDays && deflation.WhyUnknown is null;
        var places = counted.Select(static (t, i) => (t.Key, i)).ToDictionary(static t => t.Key, static t => t.i, StringComparer.Ordinal);
        return [.. best.Select(t => t with
        {
            Days = matrix.Days, TriedEver = tried, Deflated = isKnown && places.TryGetValue(t.Key, out var place) ? deflation.Above(Moments.Of(matrix.Series[place]), tried) : null,
        })];
    }

    private static readonly HashSet<string> LessIsBetter = new(StringComparer.Ordinal)
    {
        nameof(TrialMetrics.Losses), nameof(TrialMetrics.LongestLosingRun), nameof(TrialMetrics.MaxDrawdownR), nameof(TrialMetrics.MaxDrawdownPct), nameof(TrialMetrics.Costs),
        nameof(TrialMetrics.CostSpread), nameof(TrialMetrics.CostSlippage), nameof(TrialMetrics.CostCommission), nameof(TrialMetrics.CostShare), nameof(TrialMetrics.AverageRError),
        nameof(TrialMetrics.DayDeviationR), nameof(TrialMetrics.Exposure),
    };

    /// <summary>A sweep of a store.</summary>
    /// <exception cref="AxflException">There is none of that name (<c>SweepNotFound</c>).</exception>
    public static SweepRow Sweep(TrialStore store, string name) => (name.Contains('/') ? null : store.Sweep(name)) ?? throw store.NotFound(name);

    private static double? Rate(SweepState s) => s is { FirstAt: { } first, LastAt: { } last } && last > first && s.Done + s.Failed > 1 ? (s.Done + s.Failed - 1) / (last - first).TotalSeconds : null;
}
