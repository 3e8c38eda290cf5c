using System.Globalization;
using Axfl.Providers;
using Axfl.Providers.Common;
using Axfl.Providers.Finnhub;
using Axfl.Runs.Journal;

namespace Axfl.LiveHost;

/// <summary>
/// A live run over sockets in a process of its own: Finnhub's feed and history, a journal that is cut often, time that is the prices'. A run that exists is
/// resumed. Each price taken is told on standard output by its time, the ledger hash at last.
/// </summary>
internal static class SlotClient
{
    public static async Task<int> Run(string output, string run, string feedAddress, string historyAddress, int seed, int count)
    {
        var last = SlotMarket.Ticks(seed, count)[^1].Tick.Time;
        var clock = new EventClock(MadeTicks.Start);
        using var history = HistorySources.Create("finnhub", historyAddress, static _ => "key", clock);
        using var live = JournalFiles.Exist(Path.Combine(output, "runs", run))
            ? DirectLive.Resume(output, run, [], clock: clock, strategies: SlotMarket.Strategies, history: history)
            : DirectLive.Begin(output, run, [], clock: clock, sessions: SlotMarket.Sessions, strategies: SlotMarket.Strategies, history: history);
        live.Session.SegmentBytes = 40_000;
        await live.WarmUp();
        // However slow the machine is, this side gives no connection up: only the test ends one.
        var never = TimeSpan.FromHours(1);
        var options = new FinnhubOptions
        {
            Endpoint = new Uri(feedAddress), Keys = ["key"], MinDialGap = TimeSpan.Zero, MaxShortSessions = 0, ConnectTimeout = never, SilenceLimit = never, PingEvery = never,
            PongWithin = never,
        };
        await using var feed = new FinnhubFeed(options, new ShiftedClock(MadeTicks.Start), static _ => false, static () => 0);
        await foreach (var item in feed.Run([.. live.Session.Plan.Engine.Symbols.Select(s => s.Instrument)], CancellationToken.None))
        {
            if (item is not TickEvent price)
            {
                live.Say(item);
                continue;
            }

            live.Clock(price.Tick.Time);
            live.Say(price with { Received = live.Now });
            Console.WriteLine(price.Tick.Time.ToString(CultureInfo.InvariantCulture));
            if (price.Tick.Time >= last) break;
        }

        Console.WriteLine("ledger " + live.Finish());
        return 0;
    }

    // The machine's clock, moved to where the prices are.
    private sealed class ShiftedClock(long start) : TimeProvider
    {
        private readonly TimeSpan _by = DateTimeOffset.FromUnixTimeMilliseconds(start) - TimeProvider.System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _by;
    }
}
