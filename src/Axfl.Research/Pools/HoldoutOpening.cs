using Axfl.Contracts;
using Axfl.Research.Keys;
using Axfl.Research.Store;
using Axfl.Research.Sweeps;

namespace Axfl.Research.Pools;

/// <summary>Runs named trials over the held-out bars. That it was done is written with their results, and cannot be undone.</summary>
/// <param name="plan">The sweep.</param>
/// <param name="request">What was asked.</param>
/// <param name="store">The store.</param>
/// <param name="run">Runs a trial.</param>
/// <param name="watcher">Who is told.</param>
/// <param name="time">Clock.</param>
internal sealed class HoldoutOpening(SweepPlan plan, SweepRequest request, TrialStore store, Func<SweepBars, TrialFunction> run, ISweepWatcher watcher, TimeProvider time)
{
    /// <summary>Runs them.</summary>
    public SweepReport Run(CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var name = plan.Sweep.Name;
        var trials = Chosen();
        var bars = SweepBars.Read(plan, Period, time, new StageProgress(watcher, "reading", trials.Count), cancellation);
        var work = new TrialWork(plan, request, bars, run(bars), FormattableString.Invariant($"{Environment.MachineName}/{Environment.ProcessId}"), time);
        NumberedTrial[] numbered = [.. trials.Select(t => new NumberedTrial(t.Number, TrialKeys.Of(bars.Dataset.Key, t.PlanHash, t.CodeHash), t))];
        TrialRow[] rows = [.. numbered.Select(t => work.Run(t, cancellation))];
        var alarms = store.OpenHoldout(name, bars.Dataset, [.. numbered.Select(t => new PlannedTrial(t.Number, t.Key, SweepContent.Parameters(t.Plan)))], rows);
        for (var i = 0; i < rows.Length; i++) watcher.Trial(SweepTrials.Of(name, numbered[i], rows[i]));
        watcher.Notice(NoticeLevel.Warning, $"The holdout of '{name}' is open now, for {Counted.Of(numbered.Length, "trial")}: from here on its bars are no evidence that nobody has looked at.");
        var failed = rows.Count(r => r.State != TrialRow.Done);
        return new SweepReport
        {
            Sweep = name, Store = store.Name, Trials = rows.Length, Done = rows.Length - failed, Failed = failed, Error = rows.FirstOrDefault(r => r.State != TrialRow.Done)?.Error,
            Alarms = [.. alarms.Select(a => a.Trial)], WallSeconds = time.GetElapsedTime(began).TotalSeconds,
        };
    }

    private RunRequest Period => plan.Request with
    {
        Since = plan.Sweep.Holdout, Until = plan.Sweep.Until > plan.Sweep.Holdout ? plan.Sweep.Until : null,
    };

    private List<TrialPlan> Chosen()
    {
        if (plan.Sweep.Holdout is null) throw Refused("has no holdout: name it as holdout: in the sweep file before its first trial runs.");
        if (request.Trials.Count == 0) throw Refused($"has a holdout that is opened for named trials alone: give their numbers with {Spelling.Of("Trial")}.");
        if (store.Sweep(plan.Sweep.Name) is not { } kept) throw Refused("was never run: choose by its results which trials see the holdout.");
        if (kept.DefinitionHash != SweepContent.Hash(plan)) throw Refused("has another definition in the store than in its file: the trials that were chosen are not those of the file.");
        return [.. request.Trials.Distinct().Order().Select(n => n >= 1 && n <= plan.Trials.Count ? plan.Trials[n - 1] : throw Refused(FormattableString.Invariant($"has no trial {n}; it has {plan.Trials.Count}.")))];
    }

    private AxflException Refused(string why) => new("HoldoutRefused", ErrorKind.Configuration, $"The sweep '{plan.Sweep.Name}' {why}") { Target = plan.Sweep.Name };
}
