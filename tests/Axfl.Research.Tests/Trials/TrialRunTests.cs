namespace Axfl.Research.Tests.Trials;

/// <summary>One run of a plan over bars in memory.</summary>
public sealed class TrialRunTests
{
    [Fact]
    public async Task It_gives_trades_metrics_and_hash_of_the_replay_of_its_plan()
    {
        using var small = new SmallTrial();
        var replay = await small.Replay();
        var (bars, trial) = small.Run();
        Assert.True(trial.Trades.Count > 10);
        Assert.Equal(replay.LedgerHash, trial.LedgerHash);
        Assert.Equal(replay.Metrics with { Breakdown = [], Run = "" }, trial.Metrics);
        Assert.Equal(trial.Metrics.TotalR, trial.ByDay(bars.TradedTimes().TradingDays).Sum(), 9);
    }
}
