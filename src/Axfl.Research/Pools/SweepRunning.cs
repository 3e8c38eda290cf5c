using Axfl.Contracts;
using Axfl.Engine.Streams;
using Axfl.Research.Keys;
using Axfl.Research.Store;
using Axfl.Research.Sweeps;
using Axfl.Research.Trials;

namespace Axfl.Research.Pools;

/// <summary>Runs, plans, checks and exports sweeps.</summary>
/// <param name="strategies">The strategies of a request: built in, of its assemblies, and registered ones.</param>
/// <param name="time">Clock.</param>
/// <param name="environment">Reads environment variables.</param>
/// <param name="run">How trials over the bars of a sweep are run; null: those that share what strategies did play it back.</param>
internal sealed class SweepRunning(
    Func<RunRequest, IReadOnlyList<StrategyDefinition>> strategies, TimeProvider time, Func<string, string?> environment, Func<SweepBars, TrialFunction>? run = null) : ISweeps
{
    private readonly Func<SweepBars, TrialFunction> _run = run ?? (static _ => Over(new SignalStreams()));

    /// <inheritdoc/>
    public SweepReport Run(SweepRequest request, ISweepWatcher watcher, CancellationToken cancellation)
    {
        SweepPool.Check(request);
        if (request.Trials.Count > 0 && !request.OpenHoldout)
        {
            throw new AxflException("SweepTrialsUnused", ErrorKind.Configuration,
                $"{Spelling.Of("Trial")} names the trials for which the holdout is opened: give {Spelling.Of("OpenHoldout")} too, or omit it. A sweep runs all trials that are not in the store.");
        }

        watcher.Progress(SweepProgress.At("planning", 0, 0));
        var plan = PlanOf(request, cancellation);
        foreach (var warning in plan.Sweep.Warnings.Concat(plan.Template.Plan.Description.Warnings)) watcher.Notice(NoticeLevel.Warning, warning.ToString());
        if (plan.Repeated + plan.Excluded > 0)
            watcher.Notice(NoticeLevel.Information, $"{Counted.Of(plan.Points, "point")}: {plan.Excluded} excluded by conditions, {plan.Repeated} repeated, {Counted.Of(plan.Trials.Count, "trial")} left.");
        request = Serial(plan, request, watcher);
        using var store = StoreLocation.Open(request.Store, StoreAccess.Write, time, environment);
        store.Notice = message => watcher.Notice(NoticeLevel.Warning, message);
        return request.OpenHoldout ? new HoldoutOpening(plan, request, store, _run, watcher, time).Run(cancellation)
            : new SweepRunner(plan, request, store, _run, watcher, time, environment).Run(cancellation);
    }

    /// <inheritdoc/>
    public SweepEstimate Plan(SweepRequest request, IProgress<SweepProgress>? progress, CancellationToken cancellation)
    {
        var plan = PlanOf(request, cancellation);
        var reading = progress is null ? null : new StageProgress(new ProgressOnly(progress), "reading", plan.Trials.Count);
        var bars = SweepBars.Read(plan, plan.Request, time, reading, cancellation);
        var threads = request.Throttle > 0 ? request.Throttle : Environment.ProcessorCount;
        var known = Known(request, plan, bars);
        var (streams, unshared) = SignalStreams.Needed(plan.Trials.Select(t => plan.PlanOf(t).Engine));
        var sample = TrialSample.Take(plan, bars, request.TrialTimeout ?? TrialSample.Limit, time, cancellation);
        var left = plan.Trials.Count - known;
        return new SweepEstimate
        {
            Sweep = plan.Sweep.Name, Points = plan.Points, Excluded = plan.Excluded, Exclusions = [.. plan.Exclusions.Select(e => new SweepExclusion(e.Condition, e.Points))],
            Repeated = plan.Repeated, Trials = plan.Trials.Count, Known = known, Streams = streams + unshared, Bars = bars.Dataset.Bars, Since = bars.Dataset.Since,
            Until = bars.Dataset.Until, Throttle = threads, Time = left == 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(((sample.StreamMs * (streams + unshared)) + (sample.TrialMs * left)) / Math.Min(threads, Environment.ProcessorCount)),
            Memory = bars.Bytes + SweepMemory.BesidesBars(threads) + (long)Math.Min(SignalStreams.DefaultBound, sample.StreamBytes * streams), FreeMemory = SweepMemory.Free() + bars.Bytes,
        };
    }

    /// <inheritdoc/>
    public IReadOnlyList<SweepCheck> Verify(SweepTrialRequest request, IProgress<SweepProgress>? progress, CancellationToken cancellation)
    {
        using var store = StoreLocation.Open(request.Store, StoreAccess.Read, time, environment);
        return new SweepChecking(Stored(store, request), time).Run(Chosen(store, request), progress, cancellation);
    }

    /// <inheritdoc/>
    public string Export(SweepTrialRequest request)
    {
        using var store = StoreLocation.Open(request.Store, StoreAccess.Read, time, environment);
        return Stored(store, request).RequestOf(Only(store, request)).SessionsText!.Text;
    }

    /// <inheritdoc/>
    public RunRequest Replay(SweepTrialRequest request, RunRequest run)
    {
        using var store = StoreLocation.Open(request.Store, StoreAccess.Read, time, environment);
        var chosen = Only(store, request);
        var trial = Stored(store, request).RequestOf(chosen);
        var isWhole = run is { Since: null, Until: null, SpreadPips: null, Set.Count: 0 };
        return run with
        {
            Mode = "replay", SessionsText = trial.SessionsText, SessionsPath = null, Profile = trial.Profile, Set = [.. run.Set], DataPath = run.DataPath.Count > 0 ? run.DataPath : trial.DataPath,
            Since = run.Since ?? trial.Since, Until = run.Until ?? trial.Until, AllowRejected = run.AllowRejected || trial.AllowRejected,
            ExpectedLedger = isWhole ? chosen.Row?.LedgerHash : null,
        };
    }

    /// <inheritdoc/>
    public void Stop(string sweep, SweepStoreRequest store)
    {
        var place = StoreLocation.Of(store, environment);
        var path = StoreLocation.IsPostgreSql(place) ? null : Path.GetFullPath(place, store.WorkingDirectory);
        if (path is not null && RunMarker.Withdraw(path, sweep)) return;
        if (ChunkedSweep.Withdraw(sweep, store, time, environment)) return;
        throw new AxflException("SweepNotRunning", ErrorKind.Data, $"No sweep '{sweep}' is running in {path ?? "that store"} on this machine.")
        {
            Target = sweep, RecommendedAction = $"{Spelling.Command("Get-AxflSweep")} shows how far the sweeps of a store are; what was stopped goes on when it is run again.",
        };
    }

    // The scripts of a session share its one runspace, in which one call runs at a time.
    private static SweepRequest Serial(SweepPlan plan, SweepRequest request, ISweepWatcher watcher)
    {
        if (request.Throttle == 1 || !plan.Template.Plan.Engine.Symbols.SelectMany(s => s.Slots).Any(s => s.Definition.Source == "script")) return request;
        watcher.Notice(NoticeLevel.Warning, "A strategy of the sweep is a script: its trials run one after the other. A strategy in C# runs on all cores.");
        return request with { Throttle = 1 };
    }

    private SweepPlan PlanOf(SweepRequest request, CancellationToken cancellation)
    {
        var sweep = request.Path is { } path ? SweepFile.Read(path) : SweepFile.Parse(request.Text ?? "", "sweep", Path.GetFullPath(request.WorkingDirectory));
        var asked = new RunRequest
        {
            WorkingDirectory = request.WorkingDirectory, StrategyAssemblies = request.StrategyAssemblies, Strategies = request.Strategies, AllowRejected = request.AllowRejected,
        };
        return new SweepPlanner(sweep, asked, strategies(asked)).Plan(request.Force, cancellation);
    }

    // How many of the trials are in the store; a store that is not there has none.
    private int Known(SweepRequest request, SweepPlan plan, SweepBars bars)
    {
        try
        {
            using var store = StoreLocation.Open(request.Store, StoreAccess.Read, time, environment);
            return store.Find(plan.Trials.Select(t => TrialKeys.Of(bars.Dataset.Key, t.PlanHash, t.CodeHash))).Count;
        }
        catch (AxflException e) when (e.ErrorId == "StoreNotFound")
        {
            return 0;
        }
    }

    internal static TrialFunction Over(SignalStreams streams) => (plan, bars, times, cancellation) => TrialRun.Run(plan, bars, times, streams, cancellation);

    private StoredSweep Stored(TrialStore store, SweepTrialRequest request)
    {
        var row = (request.Sweep.Contains('/', StringComparison.Ordinal) ? null : store.Sweep(request.Sweep)) ?? throw NotFound(store, request.Sweep);
        var asked = new RunRequest
        {
            WorkingDirectory = request.Store.WorkingDirectory, DataPath = request.DataPath, StrategyAssemblies = request.StrategyAssemblies, Strategies = request.Strategies,
        };
        return new StoredSweep(row, asked, strategies(asked));
    }

    private static AxflException NotFound(TrialStore store, string name) =>
        new("SweepNotFound", ErrorKind.Data, $"There is no sweep '{name}' in {store.Name}.{Suggestion.Ask(name, store.Sweeps().Select(s => s.Sweep.Name))}") { Target = name };

    private static StoredTrial Only(TrialStore store, SweepTrialRequest request) =>
        Chosen(store, request) is [var one] ? one : throw new AxflException("TrialNotFound", ErrorKind.Configuration, $"Which trial of the sweep '{request.Sweep}'? Give the number of one.") { Target = request.Sweep };

    private static StoredTrial[] Chosen(TrialStore store, SweepTrialRequest request)
    {
        var rows = store.Rows(request.Sweep);
        if (request.Trials.Count > 0) return [.. request.Trials.Select(n => rows.FirstOrDefault(r => r.Number == n) ?? throw new AxflException(
            "TrialNotFound", ErrorKind.Data, FormattableString.Invariant($"The sweep '{request.Sweep}' has no trial {n}; it has {rows.Count}.")) { Target = request.Sweep })];
        var done = rows.Where(r => r.Row is { State: TrialRow.Done }).ToArray();
        if (done.Length == 0) throw new AxflException("SweepEmpty", ErrorKind.Data, $"No trial of the sweep '{request.Sweep}' in {store.Name} is done: there is nothing to run again.") { Target = request.Sweep };
        if (done.Length <= request.Sample) return done;
        return [.. Enumerable.Range(0, request.Sample).Select(i => done[(int)((long)i * done.Length / request.Sample)])];
    }

    private sealed class ProgressOnly(IProgress<SweepProgress> to) : ISweepWatcher
    {
        public void Progress(SweepProgress progress) => to.Report(progress);

        public void Trial(SweepTrial trial)
        {
            // A plan runs none.
        }

        public void Notice(NoticeLevel level, string message)
        {
            // A plan says what it has to say in its result.
        }
    }
}
