using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Data.Merge;
using Axfl.Providers.Common.History;

namespace Axfl.Runs.Parity;

/// <summary>Holds the bars of a run against those a source has of the same time: were the prices of a live run the market's?</summary>
/// <param name="strategies">Strategies the run's plan may name.</param>
/// <param name="history">Makes the history of a provider; owned by the comparison.</param>
/// <param name="cancellation">Stops it.</param>
public sealed class SourceParity(
    IReadOnlyList<StrategyDefinition> strategies, Func<CompareRequest, RunPlan, IHistory> history, CancellationToken cancellation)
{
    /// <summary>Compares from the run's first bar to its last.</summary>
    /// <exception cref="AxflException">As for two runs; or the run has no bars (<c>NoBars</c>), or the source's cannot be had.</exception>
    public RunComparison Compare(CompareRequest request)
    {
        var run = ComparedRun.Open(request.Left, strategies, cancellation);
        if (run.Period is not { } period) throw NoBars(run);
        var plan = run.Plan;
        Instrument[] symbols = [.. run.Symbols];
        var own = BarsOfRuns.Of(run, period);
        using var left = ComparedSteps.Open(own, symbols, period.BarsFrom, period.BarsUntil, cancellation);
        if (!left.MoveNext()) throw NoBars(run);
        var from = left.Step[0].Bar.Time;
        using var source = Source(request, plan, period);
        using var right = ComparedSteps.Open(source.Bars, symbols, from, period.BarsUntil, cancellation);
        var comparison = new BarComparison(new BarRules(plan.Engine.MeasuredSpread, own.HasInner && source.Bars.HasInner), symbols);
        comparison.Run(left, hasLeft: true, right, cancellation);
        var bars = BarsResult.Of(comparison);
        var first = bars.First;
        var name = source.Name;
        return new RunComparison
        {
            Left = run.Id,
            Right = name,
            Equal = first is null,
            Cause = first is null ? Causes.None : Causes.Data,
            First = first?.Words("the run", name, null),
            Time = first is null ? null : EventTime.ToDateTime(first.Time),
            Differences = [bars.Row],
            Bars = bars.Size,
        };
    }

    // Simulated bars are never chosen unasked: nobody's run is right or wrong by them.
    private ComparedSource Source(CompareRequest request, RunPlan plan, RunPeriod period)
    {
        var wanted = request.Source ?? "auto";
        var hasFiles = wanted == "auto" && (request.DataPath.Count > 0 || CsvSource.Covers(SourceBars.Request(plan, request.DataPath, period)));
        if (wanted is "csv" or "simulated" || hasFiles)
        {
            var source = SourceBars.Open(hasFiles ? "csv" : wanted, plan, request.DataPath, period);
            return new ComparedSource(source, () => source.Name);
        }

        var provider = history(request, plan);
        return new ComparedSource(new HistoryBars(provider, plan.Engine.Interval), () => provider.Name, provider);
    }

    private static AxflException NoBars(ComparedRun run) => new("NoBars", ErrorKind.Data,
        $"The run {run.Id} has no bars yet, so there is nothing to compare: {run.Directory}. Wait until its first bar has closed, or name another run.") { Target = run.Directory };

    // Which of several providers answers is known when it has: the name is asked for at the end.
    private sealed class ComparedSource(IComparedBars bars, Func<string> name, IHistory? owned = null) : IDisposable
    {
        public IComparedBars Bars => bars;

        public string Name => name();

        public void Dispose() => owned?.Dispose();
    }
}
