using Axfl.Contracts;
using Axfl.Research.StrategyTests.Actions;
using Axfl.Research.StrategyTests.Checks;
using Axfl.Research.StrategyTests.Code;
using Axfl.Research.StrategyTests.Processes;

namespace Axfl.Research.StrategyTests;

/// <summary>All checks of one strategy, in the order in which a report has them.</summary>
/// <param name="subject">The strategy on its bars.</param>
/// <param name="host">How a process of its own is started; null: none can be.</param>
/// <param name="time">Clock of the cost.</param>
internal sealed class StrategyTest(StrategySubject subject, StrategyTestHost? host, TimeProvider time)
{
    private const string NoActions = "the strategy asked for nothing over these bars, so nothing can differ: give a longer or another period";
    private static readonly TimeSpan ProcessLimit = TimeSpan.FromMinutes(1);

    private static readonly string[] CannotSee =
    [
        "Knowledge of these bars that a person put into the parameters or the rules after looking at them: a holdout or a walk-forward shows that, no check of the code does.",
        "What is looked up by the number of a bar alone, by neither its time nor its price, from a file or a column made of all data: such reads of files stand among the warnings.",
        "Calls made by reflection or in native code, and what packages outside the strategy's folder call.",
        "Other symbols, intervals, periods and parameters than those tested.",
    ];

    /// <summary>Runs them.</summary>
    /// <param name="cuts">Cuts of the look-ahead check that are spread over the period.</param>
    /// <param name="folder">Folder for the files of processes.</param>
    /// <param name="progress">Share that is done, 0 to 1.</param>
    /// <param name="cancellation">Stops them.</param>
    public StrategyReport Run(int cuts, string folder, IProgress<double>? progress, CancellationToken cancellation)
    {
        var own = subject.Case;
        var began = time.GetTimestamp();
        var actions = own.Run(own.Bars, cancellation);
        var first = new CheckedStrategy(own, [.. actions], time.GetElapsedTime(began));
        progress?.Report(0.02);
        var again = Again(own, out var nanoseconds, out var bytes, cancellation);
        List<CheckResult> results = [];
        IReadOnlyList<WarmupNeed> rows = [];
        int? needs = null;
        if (actions.Count == 0) results.AddRange(((string[])["look-ahead", "shared state", "determinism", "outside knowledge", "warm-up"]).Select(n => CheckResult.NotRun(n, NoActions)));
        else
        {
            results.Add(LookAheadCheck.Run(first, cuts, share => progress?.Report(0.05 + 0.55 * share), cancellation));
            progress?.Report(0.6);
            results.Add(SharedStateCheck.Run(first, cancellation));
            progress?.Report(0.63);
            results.AddRange(InProcesses(first, again, folder, cancellation));
            progress?.Report(0.75);
            results.Add(WarmupCheck.Run(own, out rows, out needs, cancellation));
        }

        progress?.Report(0.8);
        results.Add(GapCheck.Run(first, share => progress?.Report(0.8 + 0.2 * share), cancellation));
        results.Add(CheckResult.Information("cost", FormattableString.Invariant($"{nanoseconds:0} ns and {bytes:0} bytes a bar")));
        progress?.Report(1);
        return new StrategyReport
        {
            Strategy = own.Definition.Name,
            Source = own.Definition.Source,
            Symbol = own.Setup.Instrument.Symbol,
            Interval = own.Setup.Interval.ToString(),
            Data = subject.Data,
            Since = EventTime.ToDateTime(own.Since),
            Until = EventTime.ToDateTime(subject.Until),
            Bars = own.Bars.Length,
            Actions = actions.Count,
            Ok = results.All(r => r.Check.Result != StrategyCheckResults.Failed && (r.Check.Result != StrategyCheckResults.NotRun || r.Check.Name == "warm-up")),
            WarmupDays = subject.WarmupDays,
            NeedsWarmupDays = needs,
            NanosecondsPerBar = nanoseconds,
            BytesPerBar = bytes,
            Checks = [.. results.Select(r => r.Check)],
            Differences = [.. results.Select(r => r.Difference).OfType<StrategyDifference>()],
            Warmups = rows,
            Warnings = [.. StrategyCode.Warnings(own.Definition), .. WarmupWarning(needs, rows)],
            CannotSee = CannotSee,
        };
    }

    // The first run had to be compiled: the second one is that of the cost.
    private OtherRun Again(StrategyCase own, out double nanoseconds, out double bytes, CancellationToken cancellation)
    {
        var bars = own.Bars.ToArray();
        var (began, allocated) = (time.GetTimestamp(), GC.GetTotalAllocatedBytes(precise: true));
        var again = OtherRun.Of(own, bars, cancellation);
        nanoseconds = time.GetElapsedTime(began).TotalNanoseconds / bars.Length;
        bytes = (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / bars.Length;
        return again;
    }

    private IEnumerable<CheckResult> InProcesses(CheckedStrategy first, OtherRun again, string folder, CancellationToken cancellation)
    {
        var shift = BarRange.ShiftOfFirstDay(first.Case.Bars);
        var processes = new StrategyProcesses(host, folder, ProcessLimit + first.Time * 100);
        var obstacle = processes.Obstacle(first.Case.Definition);
        ProcessRuns? runs = null;
        try
        {
            if (obstacle is null) runs = ProcessRuns.Of(processes, first, shift, cancellation);
        }
        catch (AxflException e) when (e.ErrorId == "StrategyProcessFailed")
        {
            obstacle = e.Message;
        }
        catch (NotSupportedException e)
        {
            obstacle = e.Message;
        }

        yield return DeterminismCheck.Run(first, again, runs, obstacle, cancellation);
        yield return runs is null
            ? OutsideKnowledgeCheck.Run(first, Here(first.Case, shift, 0, cancellation), Here(first.Case, 0, ProcessRuns.Later364, cancellation), shift, $"in this process ({obstacle})")
            : OutsideKnowledgeCheck.Run(first, Of(runs.Moved), Of(runs.Later), shift, "in processes of their own");
    }

    private static OtherRun Of(StrategyJobResult result) => new(ProcessRuns.ActionsOf(result), result.Error);

    private static OtherRun Here(StrategyCase own, double price, long later, CancellationToken cancellation) =>
        OtherRun.Of(own, [.. own.Bars.ToArray().Select(b => BarRange.Moved(b, price, later))], cancellation);

    private IEnumerable<string> WarmupWarning(int? needs, IReadOnlyList<WarmupNeed> rows)
    {
        var known = needs ?? (rows.Count > 0 ? rows[^1].Days + 1 : 0);
        if (known > subject.WarmupDays)
            yield return $"warm-up: warmup_days is {subject.WarmupDays}, and {(needs is null ? "more than " + rows[^1].Days : needs)} are needed: set it in the profile, and declare NeedsWarmupDays with the strategy so that every run says so.";
    }
}
