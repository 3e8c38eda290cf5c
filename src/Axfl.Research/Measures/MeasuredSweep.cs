using Axfl.Contracts;
using Axfl.Research.Statistics;
using Axfl.Research.Store;

namespace Axfl.Research.Measures;

/// <summary>A sweep of a store with its figures, and what they were worked out from.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="Dataset">The bars it runs on.</param>
/// <param name="Settings">Its objective and seed.</param>
/// <param name="Trials">All its trials by number, those that failed or did not run among them.</param>
/// <param name="OtherData">Numbers of trials done on bars the sweep had before.</param>
/// <param name="Matrix">The trials that count; null: none does.</param>
/// <param name="Statistics">The statistics of these; null: the same.</param>
/// <param name="Measure">The figures, and the verdict.</param>
internal sealed record MeasuredSweep(
    SweepRow Sweep, DatasetRow Dataset, SweepSettings Settings, IReadOnlyList<SweepTrial> Trials, IReadOnlySet<int> OtherData, SweepMatrix? Matrix, SweepStatistics? Statistics, SweepMeasure Measure)
{
    /// <summary>The trials for which the holdout was opened, with their results on it.</summary>
    public IReadOnlyList<SweepTrial> Holdout { get; private init; } = [];

    /// <summary>The last walk-forward of the sweep that was finished; null: none was.</summary>
    public WalkForwardRow? WalkForward { get; private init; }

    /// <summary>Reads and measures a sweep of an open store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="sweep">Name of the sweep.</param>
    /// <param name="progress">Takes what is being worked out.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="AxflException">There is no such sweep (<c>SweepNotFound</c>).</exception>
    public static MeasuredSweep Read(TrialStore store, string sweep, IProgress<string>? progress, CancellationToken cancellation)
    {
        progress?.Report("reading the trials");
        var row = SweepReading.Sweep(store, sweep);
        var (settings, dataset) = (store.Sound(() => SweepSettings.Of(row)), store.Dataset(row));
        var rows = store.Rows(sweep);
        var all = store.Sound(() => rows.Select(t => SweepReading.Of(sweep, t)).ToList());
        var done = rows.Where(static t => t.Row is { State: TrialRow.Done }).ToList();
        var own = done.Where(t => t.Row!.Dataset == row.Dataset).DistinctBy(static t => t.Key).Select(t => SweepReading.Of(sweep, t)).ToList();
        var counted = own.Where(t => t.Trades >= settings.MinTrades).ToList();
        var tried = store.CountTried(row, rows);
        var matrix = counted.Count == 0 ? null : SweepMatrix.Read(store, dataset, counted, own, cancellation);
        var statistics = matrix is null ? null : new SweepStatistics(matrix, settings, tried);
        var measure = statistics?.Measure(progress, cancellation)
            ?? new SweepMeasure { TriedEver = tried, Days = dataset.Days.Count, MinTrades = settings.MinTrades, Objective = settings.Objective };
        measure = measure with
        {
            Sweep = sweep, Trials = rows.Count, Done = done.Count, Failed = rows.Count(static t => t.Row is { State: TrialRow.Failed }), Left = rows.Count(static t => t.Row is null),
            LeftOut = own.Count - counted.Count, OtherData = done.Count - own.Count, HoldoutOpenedAt = row.HoldoutOpenedAt, HoldoutTrials = row.HoldoutTrials,
        };
        return new(
            row, dataset, settings, all, done.Where(t => t.Row!.Dataset != row.Dataset).Select(static t => t.Number).ToHashSet(), matrix, statistics,
            matrix is null ? None(measure) : measure with { Text = VerdictText.Of(measure) })
        {
            Holdout = store.Sound(() => store.Holdout(sweep).Select(t => SweepReading.Of(sweep, t)).ToList()), WalkForward = store.WalkForward(sweep),
        };
    }

    private static SweepMeasure None(SweepMeasure measure)
    {
        if (measure.Done == 0) return measure with { Text = "No verdict: no trial is done.", Undefined = [new("Verdict", "no trial is done")] };
        var text = measure.LeftOut == 0 ? "no trial is done on the bars the sweep has now"
            : FormattableString.Invariant($"of {Counted.Of(measure.Done, "trial")} none has {Counted.Of(measure.MinTrades, "trade")}");
        return measure with { Verdict = measure.LeftOut == 0 ? null : Verdict.TooFewTrades, Text = $"Too few trades: {text}.", Undefined = [new("Best", text)] };
    }
}
