using Axfl.Contracts;
using Axfl.Research.Measures;
using Axfl.Runtime;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Research.Tests.Measures;

/// <summary>A run directory is measured by reading its plan and bars again.</summary>
public sealed class RecordedRunTests : IDisposable
{
    private readonly SessionsFiles _sessions = new(SessionsFiles.Small);

    public void Dispose() => _sessions.Dispose();

    private static IRunMeasures Measures => new RunMeasures(_ => StrategyCatalogue.BuiltIn);

    [Fact]
    public async Task It_gives_what_its_plan_data_and_period_give()
    {
        var directory = await Replay();
        var run = Measures.Ambiguity(new() { RunDirectory = directory }, null, TestContext.Current.CancellationToken);
        var plan = Measures.Ambiguity(new() { Plan = Request() }, null, TestContext.Current.CancellationToken);
        Assert.True(run.Trades > 5, $"{run.Trades} trades");
        Assert.Equal(Path.GetFileName(directory), run.Run);
        Assert.Equal((plan.Trades, plan.TotalR, plan.WorstR, plan.PathR, plan.BestR, plan.FixedWorstR, plan.FixedBestR), (run.Trades, run.TotalR, run.WorstR, run.PathR, run.BestR, run.FixedWorstR, run.FixedBestR));
        Assert.NotEmpty(Measures.Gates(new() { RunDirectory = directory }, null, TestContext.Current.CancellationToken));
        Assert.Equal(15, Measures.Robustness(new() { RunDirectory = directory, Draws = 10 }, null, TestContext.Current.CancellationToken).Count);
        Assert.NotEmpty(Measures.ShadowResults(new() { RunDirectory = directory }, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_run_that_no_longer_gives_its_ledger_is_refused()
    {
        var directory = await Replay();
        var plan = Path.Combine(directory, "plan.yaml");
        await File.WriteAllTextAsync(plan, (await File.ReadAllTextAsync(plan, TestContext.Current.CancellationToken)).Replace("risk_per_trade_pct: 0.5", "risk_per_trade_pct: 0.7"), TestContext.Current.CancellationToken);
        var error = Refused(directory);
        Assert.Equal(("RunNotReproduced", ErrorKind.Data), (error.ErrorId, error.Kind));
        Assert.Contains(Spelling.Of("DataPath"), error.RecommendedAction);
    }

    [Fact]
    public async Task A_run_that_did_not_come_to_its_end_is_refused()
    {
        var directory = await Replay();
        var summary = Path.Combine(directory, "summary.json");
        await File.WriteAllTextAsync(summary, (await File.ReadAllTextAsync(summary, TestContext.Current.CancellationToken)).Replace("\"ended\"", "\"stopped\""), TestContext.Current.CancellationToken);
        Assert.Contains("did not come to its end (stopped)", Refused(directory).Message);
        File.Delete(summary);
        Assert.Contains("has no summary", Refused(directory).Message);
    }

    [Fact]
    public async Task The_run_of_live_prices_is_refused()
    {
        var directory = await Replay();
        var summary = Path.Combine(directory, "summary.json");
        await File.WriteAllTextAsync(summary, (await File.ReadAllTextAsync(summary, TestContext.Current.CancellationToken)).Replace("\"mode\": \"replay\"", "\"mode\": \"ws\"").Replace("\"mode\":\"replay\"", "\"mode\":\"ws\""), TestContext.Current.CancellationToken);
        Assert.Equal("RunNotMeasurable", Refused(directory).ErrorId);
    }

    [Fact]
    public void A_directory_that_is_no_runs_is_refused() => Assert.Equal("RunNotFound", Refused(_sessions.Folder).ErrorId);

    [Fact]
    public void A_plan_with_errors_says_all_of_them() => Assert.Throws<ConfigurationException>(() =>
        Measures.Gates(new() { Plan = Request() with { Set = ["risk.max_open=3"] } }, null, TestContext.Current.CancellationToken));

    [Fact]
    public void Progress_says_what_is_done()
    {
        var steps = new List<string>();
        Measures.Gates(new() { Plan = Request() }, new Steps(steps), TestContext.Current.CancellationToken);
        Assert.Equal(["without one rule", "refused orders", "resampling days"], steps.Where(s => s != "reading bars").Distinct());
    }

    private static AxflException Refused(string directory) => Assert.Throws<AxflException>(() => Measures.Ambiguity(new() { RunDirectory = directory }, null, TestContext.Current.CancellationToken));

    private async Task<string> Replay()
    {
        await using var run = new AxflRuntime().Start(Request(), TestContext.Current.CancellationToken);
        await foreach (var _ in run.Events)
        {
            // Read to the end.
        }

        return Path.Combine(_sessions.Folder, "runs", (await run.Completion).Run);
    }

    private RunRequest Request() => new()
    {
        SessionsPath = _sessions.Path, Source = "simulated", Set = ["risk.per_strategy_daily_trades=1"], OutputDirectory = _sessions.Folder, WorkingDirectory = _sessions.Folder,
        Since = new DateTime(2025, 7, 14, 0, 0, 0, DateTimeKind.Utc), Until = new DateTime(2025, 8, 2, 0, 0, 0, DateTimeKind.Utc),
    };

    private sealed class Steps(List<string> steps) : IProgress<MeasureProgress>
    {
        public void Report(MeasureProgress value)
        {
            lock (steps) steps.Add(value.Step);
        }
    }
}
