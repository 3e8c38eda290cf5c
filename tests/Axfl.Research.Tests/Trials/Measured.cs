using Axfl.Engine.Portfolio;
using Axfl.Engine.Sessions;
using Axfl.Research.Trials;
using Axfl.Runs.Metrics;
using Axfl.Testing;
using Axfl.Testing.Harness;

namespace Axfl.Research.Tests.Trials;

/// <summary>A scenario as a run that is measured.</summary>
internal static class Measured
{
    public static MeasuredRun Run(Scenario scenario)
    {
        var (plan, bars) = (scenario.Build(), scenario.Bars());
        var day = new TradingDay(plan.TradingDay);
        StepBar[] all = [.. bars.SelectMany((b, i) => b.ToSteps(i))];
        var times = new RunBars([.. all.Select(b => day.NameOf(b.Bar.Time)).Distinct().Order()], [], all.Select(b => b.Bar.Time).Distinct().Count(), plan.Interval);
        var result = TrialRun.Run(plan, bars, times, null, TestContext.Current.CancellationToken);
        return new MeasuredRun("", SessionsFiles.Load(SessionsFiles.Small) with { Engine = plan }, bars, times, result);
    }
}
