using System.Text.Json;
using Axfl.Contracts;
using Axfl.Research.Keys;
using Axfl.Research.Store;
using Axfl.Research.Sweeps;
using Axfl.Runs.Files;

namespace Axfl.Research.Pools;

/// <summary>Runs a sweep that was planned, in this process: bars read once, a trial a thread, results to the store in batches.</summary>
/// <param name="plan">The sweep.</param>
/// <param name="request">What was asked.</param>
/// <param name="store">The store.</param>
/// <param name="run">Runs a trial.</param>
/// <param name="watcher">Who is told.</param>
/// <param name="time">Clock.</param>
/// <param name="environment">Reads environment variables.</param>
internal sealed class SweepRunner(SweepPlan plan, SweepRequest request, TrialStore store, Func<SweepBars, TrialFunction> run, ISweepWatcher watcher, TimeProvider time,
    Func<string, string?> environment)
{
    private readonly long _began = time.GetTimestamp();

    /// <summary>Runs what is not in the store yet.</summary>
    public SweepReport Run(CancellationToken cancellation)
    {
        RefuseOther();
        var pool = SweepPool.Of(request.Pool);
        if (!store.TrySubmit(plan.Sweep.Name)) throw ChunkedSweep.Submitted(plan.Sweep.Name, store.Name);
        var bars = SweepBars.Read(plan, plan.Request, time, new StageProgress(watcher, "reading", plan.Trials.Count), cancellation);
        foreach (var notice in bars.Loaded.Notices) watcher.Notice(notice.Level, notice.Message);
        SweepMemory.Require(bars, Throttle);
        var trials = Numbered(bars);
        Begin(bars, trials);
        if (request.ShareData) watcher.Notice(NoticeLevel.Information, StoredBars.Share(store, bars) ? $"The {Counted.Of((int)bars.Dataset.Bars, "bar")} are in {store.Name} now." : $"The bars were in {store.Name} already.");
        if (pool != SweepPoolNames.Local)
            return new ChunkedSweep(plan, request, store, bars, trials, watcher, time, environment).Run(pool, cancellation) with { WallSeconds = time.GetElapsedTime(_began).TotalSeconds };
        using var marker = RunMarker.Set(store.Name, plan.Sweep.Name);
        var work = new TrialWork(plan, request, bars, run(bars), Worker, time);
        if (request.ReuseVersion is { } version && Reuse(version, bars, trials, work, cancellation) is { } refused) return refused;
        var sweep = new SweepRun(plan.Sweep, request, store, trials, work, bars.Times.TradingDays.Count, bars.Dataset.Key, watcher, time);
        var report = sweep.Run(() => cancellation.IsCancellationRequested || marker?.IsWithdrawn == true);
        store.RequireKept(plan.Sweep.Name, report.Done + report.Failed);
        return report with { WallSeconds = time.GetElapsedTime(_began).TotalSeconds };
    }

    private SweepReport? Reuse(string version, SweepBars bars, List<NumberedTrial> trials, TrialWork work, CancellationToken cancellation)
    {
        var differing = new VersionReuse(store, work, plan.Sweep.Keep, Throttle).Take(version, bars.Dataset.Key, trials, watcher, cancellation);
        return differing.Count == 0 ? null : new SweepReport
        {
            Sweep = plan.Sweep.Name, Store = store.Name, Trials = trials.Count, Alarms = differing, WallSeconds = time.GetElapsedTime(_began).TotalSeconds,
            Error = $"{Counted.Of(differing.Count, "trial")} of version {version} gave a different ledger when run again, the first {differing[0]}: nothing was taken over. Run the sweep without {Spelling.Of("ReuseVersion")}.",
        };
    }

    private static string Worker { get; } = FormattableString.Invariant($"{Environment.MachineName}/{Environment.ProcessId}");

    private int Throttle => request.Throttle > 0 ? request.Throttle : Environment.ProcessorCount;

    // Told before the bars are read, which takes time.
    private void RefuseOther()
    {
        if (request.Append || store.Sweep(plan.Sweep.Name) is not { } kept || kept.DefinitionHash == SweepContent.Hash(plan)) return;
        using var before = store.Sound(kept.Document);
        using var now = JsonDocument.Parse(SweepContent.Json(plan, DateTime.UnixEpoch));
        var keys = JsonDifference.Of(before.RootElement, now.RootElement).Where(k => k.Split('.')[0] != SweepContent.From).Distinct();
        throw new AxflException("SweepDefinitionDiffers", ErrorKind.Configuration,
            $"There is a sweep '{plan.Sweep.Name}' in {store.Name} with a different definition; what differs: {string.Join(", ", keys)}.")
        {
            Target = plan.Sweep.Name, RecommendedAction = $"Append with {Spelling.Of("Append")}, or give the sweep another name.",
        };
    }

    // The trials with their keys; those appended to a sweep follow its own.
    private List<NumberedTrial> Numbered(SweepBars bars)
    {
        var keyed = plan.Trials.Select(t => new NumberedTrial(t.Number, TrialKeys.Of(bars.Dataset.Key, t.PlanHash, t.CodeHash), t));
        if (!request.Append || store.Sweep(plan.Sweep.Name) is null) return [.. keyed];
        var known = store.Rows(plan.Sweep.Name);
        var numbers = known.GroupBy(t => t.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Number, StringComparer.Ordinal);
        var last = known.Count == 0 ? 0 : known.Max(t => t.Number);
        return [.. keyed.Select(t => t with { Number = numbers.TryGetValue(t.Key, out var number) ? number : ++last })];
    }

    private void Begin(SweepBars bars, List<NumberedTrial> trials)
    {
        var name = plan.Sweep.Name;
        if (!request.Append && store.Sweep(name) is { } kept && kept.Dataset != bars.Dataset.Key && store.Dataset(kept.Dataset) is { } before) throw bars.Changed(name, before);
        var row = new SweepRow(
            name, bars.Dataset.Key, SweepContent.Json(plan, EventTime.ToDateTime(bars.Since)), SweepContent.Hash(plan), Product.Version, time.GetUtcNow().UtcDateTime);
        store.Begin(row, bars.Dataset, [.. trials.Select(t => new PlannedTrial(t.Number, t.Key, SweepContent.Parameters(t.Plan)))], request.Append);
    }
}

/// <summary>A trial with its number in the sweep and its key.</summary>
internal sealed record NumberedTrial(int Number, string Key, TrialPlan Plan);
