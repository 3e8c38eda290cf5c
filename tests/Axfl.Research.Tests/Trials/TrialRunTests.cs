using Axfl.Configuration;
using Axfl.Contracts;
using Axfl.Research.Trials;
using Axfl.Runs.Backtest;
using Axfl.Runtime;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Research.Tests.Trials;

/// <summary>One run of a plan over bars in memory.</summary>
public sealed class TrialRunTests : IDisposable
{
    private readonly string _output = Directory.CreateTempSubdirectory("axfl-trial").FullName;
    private readonly SessionsFiles _sessions = new(SessionsFiles.Small);

    public void Dispose()
    {
        Directory.Delete(_output, recursive: true);
        _sessions.Dispose();
    }

    [Fact]
    public async Task It_gives_trades_metrics_and_hash_of_the_replay_of_its_plan()
    {
        var replay = await Replay();
        var (bars, trial) = Trial();
        Assert.True(trial.Trades.Count > 10);
        Assert.Equal(replay.LedgerHash, trial.LedgerHash);
        Assert.Equal(replay.Metrics with { Breakdown = [], Run = "" }, trial.Metrics);
        Assert.Equal(trial.Metrics.TotalR, trial.ByDay(bars.TradedTimes().TradingDays).Sum(), 9);
    }

    private async Task<RunSummary> Replay()
    {
        await using var run = new AxflRuntime().Start(Request(), CancellationToken.None);
        await foreach (var _ in run.Events)
        {
            // Read to the end.
        }

        return await run.Completion;
    }

    private (LoadedBars Bars, TrialResult Trial) Trial()
    {
        var plan = SessionsLoader.Load(Request(), StrategyCatalogue.BuiltIn);
        var bars = LoadedBars.Read(Request(), plan, null, CancellationToken.None);
        return (bars, TrialRun.Run(bars.Run.Engine, bars.Bars, bars.TradedTimes(), null, CancellationToken.None));
    }

    private RunRequest Request() => new()
    {
        SessionsPath = _sessions.Path, Source = "simulated", OutputDirectory = _output, WorkingDirectory = _output,
        Since = new DateTime(2025, 7, 14, 0, 0, 0, DateTimeKind.Utc), Until = new DateTime(2025, 8, 2, 0, 0, 0, DateTimeKind.Utc),
    };
}
