using System.Diagnostics;
using Axfl.LiveHost;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Live;

/// <summary>Live runs with a webhook, killed outright and taken up again: each message comes at least once, and twice only what was in flight at a kill.</summary>
public sealed class AlertKillTests(ITestOutputHelper output) : IDisposable
{
    private const int Seed = 1, Ticks = 8_000, KillsInARun = 10;
    private readonly TemporaryFolder _folder = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    [Fact]
    public Task After_ten_kills_each_trade_and_order_was_told_and_twice_only_what_was_in_flight() => Killed([1]);

    /// <summary>The long form. It takes minutes, so it is asked for by <c>AXFL_SOAK=1</c>.</summary>
    [Fact]
    public Task After_a_hundred_kills_each_trade_and_order_was_told_and_twice_only_what_was_in_flight()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("AXFL_SOAK") == "1", "Set AXFL_SOAK=1 to run it; the ten kills beside it are its tenth.");
        return Killed([.. Enumerable.Range(100, 10)]);
    }

    public void Dispose() => _folder.Dispose();

    private async Task Killed(int[] seeds)
    {
        var ledger = Unbroken();
        await using var hook = await CountingHook.Start();
        var outcomes = new List<AlertOutcome>();
        foreach (var batch in seeds.Chunk(4))
            outcomes.AddRange(await Task.WhenAll(batch.Select(seed => new AlertKillChain(_folder.Path, hook, seed, Seed, Ticks).Run(KillsInARun))));
        Assert.All(outcomes, o => Assert.Equal(ledger, o.Ledger));
        Assert.All(outcomes, o => o.Check());
        output.WriteLine(
            $"{seeds.Length * KillsInARun} kills: {outcomes.Sum(o => o.Events)} messages, {outcomes.Sum(o => o.Doubles)} of them twice, {_clock.Elapsed.TotalSeconds:0} s");
    }

    // Without alerts: they change nothing.
    private string Unbroken()
    {
        var ticks = MadeTicks.Of(Seed, Ticks, 2);
        using var live = DirectLive.Begin(_folder.Path, "unbroken", ticks);
        foreach (var (symbol, tick) in ticks) live.Feed(symbol, tick);
        Assert.True(live.Session.Recorder.Trades.Count > 20);
        return live.Finish();
    }
}
