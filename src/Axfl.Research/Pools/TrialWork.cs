using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Research.Keys;
using Axfl.Research.Store;
using Axfl.Research.Sweeps;

namespace Axfl.Research.Pools;

/// <summary>Runs one trial and makes its row, whatever comes of it; called by several threads.</summary>
/// <param name="plan">The sweep.</param>
/// <param name="request">What was asked.</param>
/// <param name="bars">Its bars.</param>
/// <param name="run">Runs a trial.</param>
/// <param name="worker">Machine and process.</param>
/// <param name="time">Clock.</param>
internal sealed class TrialWork(SweepPlan plan, SweepRequest request, SweepBars bars, TrialFunction run, string worker, TimeProvider time)
{
    private readonly AmongBest _best = new(plan.Sweep.Objective, request.KeepTrades);

    /// <summary>The row of a trial.</summary>
    public TrialRow Run(NumberedTrial trial, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var row = Row(trial);
        try
        {
            var effective = plan.PlanOf(trial.Plan);
            var result = run(bars.PlanOf(effective), bars.Of(effective), bars.Times, cancellation);
            row = Kept(result, effective, row);
        }
        // Whatever a strategy throws is that trial's end alone.
        catch (Exception e) when (e is not OutOfMemoryException && !(e is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            row = row with { State = TrialRow.Failed, Error = ErrorOf(e) };
        }

        return row with { WallMs = time.GetElapsedTime(began).TotalMilliseconds, DoneAt = time.GetUtcNow().UtcDateTime };
    }

    /// <summary>The row of a trial that took too long.</summary>
    public TrialRow TimedOut(NumberedTrial trial, TimeSpan elapsed) => Row(trial) with
    {
        State = TrialRow.Failed, WallMs = elapsed.TotalMilliseconds,
        Error = FormattableString.Invariant($"{TrialRow.Timeout}: it had not ended after {elapsed.TotalSeconds:0.#} s. Give more time with {Spelling.Of("TrialTimeout")}, or look whether its strategy ends at all."),
    };

    /// <summary>The row of a trial that could not be run.</summary>
    public TrialRow Failed(NumberedTrial trial, string error) => Row(trial) with { State = TrialRow.Failed, Error = ShownText.Line(error) };

    private TrialRow Kept(Trials.TrialResult result, RunPlan effective, TrialRow row)
    {
        var (days, instruments) = (bars.Times.TradingDays.Count, effective.Engine.Symbols.Select(s => s.Instrument));
        var made = TrialRows.Of(result, days, instruments, plan.Sweep.Keep, row);
        return plan.Sweep.Keep < Keep.Trades && _best.Take(made) ? TrialRows.Of(result, days, instruments, Keep.Trades, row) : made;
    }

    private TrialRow Row(NumberedTrial trial) => new()
    {
        Key = trial.Key, Dataset = bars.Dataset.Key, PlanHash = trial.Plan.PlanHash, Version = BuildVersion.Text, Worker = worker, DoneAt = time.GetUtcNow().UtcDateTime,
    };

    private static string ErrorOf(Exception error) => ShownText.Line(error is AxflException known ? known.Message : $"{error.GetType().Name}: {error.Message}");
}
