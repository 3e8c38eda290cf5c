using Axfl.Contracts;
using Axfl.Research.Keys;
using Axfl.Research.Store;
using Axfl.Research.Sweeps;

namespace Axfl.Research.Pools;

/// <summary>A sweep as a worker has it: read from the store, with bars and code of this machine that are those of the sweep.</summary>
internal sealed class WorkerSweep
{
    /// <summary>How far a worker's clock may be from the store's: times of results are compared between machines.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    private readonly SweepRow _row;
    private readonly StoredSweep _stored;
    private readonly TrialStore _store;
    private readonly TimeProvider _time;

    private WorkerSweep(TrialStore store, SweepRow row, StoredSweep stored, SweepBars bars, TrialFunction run, TimeSpan? trialTimeout, TimeProvider time)
    {
        (_store, _row, _stored, Bars, _time) = (store, row, stored, bars, time);
        Limit = new TrialLimit(trialTimeout);
        Work = new TrialWork(stored.Plan([]), new SweepRequest(), bars, run, Name, time);
    }

    /// <summary>This worker: machine and process.</summary>
    public static string Name { get; } = FormattableString.Invariant($"{Environment.MachineName}/{Environment.ProcessId}");

    /// <summary>Its bars.</summary>
    public SweepBars Bars { get; }

    /// <summary>Runs its trials.</summary>
    public TrialWork Work { get; }

    /// <summary>The longest a trial may take.</summary>
    public TrialLimit Limit { get; }

    /// <summary>Reads it, and checks that this worker may run it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="row">The sweep.</param>
    /// <param name="worker">What the worker has: data, strategies.</param>
    /// <param name="run">Runs a trial over bars.</param>
    /// <param name="strategies">The strategies of a request.</param>
    /// <param name="time">Clock.</param>
    /// <param name="progress">Share of the bars that was read, 0 to 1.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="AxflException">This worker must not run it, and why (<c>WorkerRefused</c>).</exception>
    public static WorkerSweep Prepare(
        TrialStore store, SweepRow row, ChunkWorkerRequest worker, Func<SweepBars, TrialFunction> run, Func<RunRequest, IReadOnlyList<StrategyDefinition>> strategies, TimeProvider time,
        IProgress<double>? progress, CancellationToken cancellation)
    {
        CheckClock(store, row.Name, time);
        var asked = new RunRequest
        {
            WorkingDirectory = worker.WorkingDirectory, DataPath = worker.DataPath, StrategyAssemblies = worker.StrategyAssemblies, Strategies = worker.Strategies,
        };
        var stored = Refusing(row.Name, "code", () => new StoredSweep(row, asked, strategies(asked)));
        var bars = Refusing(row.Name, "data", () => worker.DataFromStore ? StoredBars.Read(store, row, stored.Plan([]), time) : SweepBars.Read(stored.Plan([]), stored.Request, time, progress, cancellation));
        if (bars.Dataset.Key != row.Dataset)
        {
            var changed = store.Dataset(row.Dataset) is { } before ? bars.Changed(row.Name, before).Message : $"data set {bars.Dataset.Key} here, {row.Dataset} in the store.";
            throw Refused(row.Name, "data", changed, "Give this worker the bars with which the sweep was submitted, or take them from the store.");
        }

        var sweep = new WorkerSweep(store, row, stored, bars, run(bars), worker.TrialTimeout, time);
        // One chunk says whether the code is that of all.
        if (store.Chunks(row.Name).FirstOrDefault(c => c.DoneAt is null) is { } open) sweep.Trials(open);
        return sweep;
    }

    /// <summary>The trials of a chunk, ready to run.</summary>
    /// <exception cref="AxflException">They would not be those of the chunk here (<c>WorkerRefused</c>): other code, or a plan that reads otherwise.</exception>
    public IReadOnlyList<(NumberedTrial Trial, TrialRow? Row)> Trials(ChunkRow chunk)
    {
        var stored = _store.Rows(_row.Name, chunk.First, chunk.Last);
        var plans = Refusing(_row.Name, "code", () => _stored.Plan(stored)).Trials;
        var code = ChunkKeys.CodeOf(plans.Select(p => p.CodeHash));
        if (plans.Count != chunk.Last - chunk.First + 1 || ChunkKeys.Of(_row.DefinitionHash, _row.Dataset, code, chunk.First, chunk.Last) != chunk.Key)
        {
            throw Refused(_row.Name, "code", $"its code hash is {code}, version {BuildVersion.Text}, and the chunk was cut by another build or other strategies (the sweep was made by version {_row.Version}).",
                "Install the same build of Axfl and of the strategies on all machines.");
        }

        return [.. plans.Select((plan, i) => TrialKeys.Of(_row.Dataset, plan.PlanHash, plan.CodeHash) is var key && key == stored[i].Key ? (new NumberedTrial(plan.Number, key, plan), stored[i].Row)
            : throw Refused(_row.Name, "plan", FormattableString.Invariant($"trial {plan.Number} reads as another plan here than where the sweep was submitted."), "Install the same build of Axfl on all machines."))];
    }

    private static void CheckClock(TrialStore store, string sweep, TimeProvider time)
    {
        if (store.ServerTime() is not { } server) return;
        var off = time.GetUtcNow().UtcDateTime - server;
        if (off.Duration() <= ClockTolerance) return;
        throw Refused(sweep, "clock", FormattableString.Invariant($"it is {Math.Abs(off.TotalSeconds):0} s {(off > TimeSpan.Zero ? "ahead of" : "behind")} that of {store.Name}; {ClockTolerance.TotalSeconds:0} s are allowed."),
            "Set the clock of this machine (NTP).");
    }

    // Missing data and files that do not read are reasons to take no work, and no fault of the sweep.
    private static T Refusing<T>(string sweep, string what, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (AxflException e) when (e.ErrorId != "WorkerRefused" && e.Kind is ErrorKind.Data or ErrorKind.Configuration)
        {
            throw Refused(sweep, what, e.Message, e.RecommendedAction ?? "Correct it on this machine.", e);
        }
    }

    private static AxflException Refused(string sweep, string what, string why, string next, Exception? cause = null) =>
        new("WorkerRefused", ErrorKind.Configuration, $"This worker ({Name}) takes no chunk of the sweep '{sweep}'. What differs is its {what}: {why}", cause) { Target = sweep, RecommendedAction = next };
}
