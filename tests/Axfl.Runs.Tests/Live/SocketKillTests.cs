using Axfl.Contracts;
using Axfl.LiveHost;
using Axfl.Runs.Backtest;
using Axfl.Runs.Files;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Live;

/// <summary>
/// Live runs killed outright while they talk to a server over real sockets, each process by itself: in the warm-up, in position, with an order that waits, in the
/// repair of a gap, at a cut of the journal. With each second kill the server dies too.
/// </summary>
public sealed class SocketKillTests(ITestOutputHelper output) : IDisposable
{
    private const int Ticks = 3_400;
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, int> _kills = [];

    [Fact]
    public Task Ten_kills_after_which_the_server_goes_on_with_the_prices_not_yet_journalled_change_no_ledger() => Killed([1, 2], isLossy: false);

    [Fact]
    public Task Ten_kills_that_lose_prices_change_only_trades_that_a_recorded_gap_touches() => Killed([1, 2], isLossy: true);

    /// <summary>The long form. It takes minutes, so it is asked for by <c>AXFL_SOAK=1</c>.</summary>
    [Fact]
    public async Task Two_hundred_kills_over_sockets()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("AXFL_SOAK") == "1", "Set AXFL_SOAK=1 to run it; the twenty kills beside it are its tenth.");
        foreach (var seeds in Enumerable.Range(100, 20).Chunk(2))
        {
            await Killed(seeds, isLossy: false);
            await Killed(seeds, isLossy: true);
        }
    }

    public void Dispose()
    {
        output.WriteLine("Kills: " + string.Join(", ", _kills.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => $"{k.Value} {k.Key}")));
        _folder.Dispose();
    }

    private async Task Killed(int[] seeds, bool isLossy)
    {
        var runs = await Task.WhenAll(seeds.Select(async seed =>
        {
            using var chain = new KillChain(_folder.Path, seed, Ticks, isLossy);
            return (Seed: seed, Outcome: await chain.Run());
        }));
        foreach (var (seed, outcome) in runs)
        {
            foreach (var kill in outcome.Kills) _kills[kill] = _kills.GetValueOrDefault(kill) + 1;
            if (isLossy) await Overlap(seed, outcome);
            else Assert.Equal((seed, outcome.Expected), (seed, outcome.Ledger));
            var trades = TradesCsv.Read(Path.Combine(outcome.Directory, RunFiles.Trades)).ToList();
            Assert.Equal(Enumerable.Range(1, trades.Count), trades.Select(t => (int)t.TradeId));

            // Reading it asserts that each order has one end.
            Assert.Equal(trades.Count, SlotJournal.Read(outcome.Directory).Trades);
            Assert.Equal(outcome.Ledger, await Again(outcome.Directory));
        }
    }

    private async Task Overlap(int seed, KillChain.Outcome outcome)
    {
        var calm = $"calm-{seed}";
        await SlotRun.Of(_folder.Path, calm, SlotMarket.Ticks(seed, Ticks));
        var expected = Lives(Path.Combine(_folder.Path, "runs", calm));
        var journal = SlotJournal.Read(outcome.Directory);
        var lives = Lives(outcome.Directory);
        var differing = expected.Except(lives).Concat(lives.Except(expected)).ToList();
        Assert.True(expected.Count > 5, $"{expected.Count} trades");
        Assert.All(differing, life => Assert.Contains(
            journal.Gaps, gap => gap.Symbol == (life.Symbol == "EURUSD" ? 0 : 1) && gap.From <= life.Exit && gap.Until >= life.Placed));
        output.WriteLine($"seed {seed}: {expected.Count} trades undisturbed, {differing.Count} of either run differ, {journal.Gaps.Count} gaps");
    }

    // Each trade from its order to its end.
    private static List<Life> Lives(string directory)
    {
        var placed = SlotJournal.Read(directory).Placed;
        return [.. TradesCsv.Read(Path.Combine(directory, RunFiles.Trades)).Select(t => new Life(
            t.Symbol, placed.Last(p => p.Symbol == t.Symbol && p.Time <= EventTime.FromDateTime(t.EntryTime)).Time, EventTime.FromDateTime(t.EntryTime),
            EventTime.FromDateTime(t.ExitTime), t.Side, t.Entry, t.Exit, t.Reason))];
    }

    private async Task<string> Again(string run)
    {
        await using var replay = Replays.Start(new RunRequest
        {
            Source = "journal", DataPath = [run], OutputDirectory = _folder.Path, WorkingDirectory = _folder.Path, RunId = Path.GetFileName(run) + "-again",
        }, SlotMarket.Strategies, TimeProvider.System, CancellationToken.None);
        await foreach (var _ in replay.Events)
        {
            // To the end.
        }

        return (await replay.Completion).LedgerHash;
    }

    private sealed record Life(string Symbol, long Placed, long Entry, long Exit, string Side, double EntryPrice, double ExitPrice, string Reason);
}
