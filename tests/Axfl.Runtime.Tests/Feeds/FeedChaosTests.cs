using Axfl.Contracts;
using Axfl.FakeHost;

namespace Axfl.Runtime.Tests;

public sealed class FeedChaosTests
{
    private const int Count = 400;
    private const long T0 = FeedHarness.T0;

    [Theory]
    [InlineData("finnhub")]
    [InlineData("twelvedata")]
    [InlineData("oanda")]
    public async Task Whatever_the_line_does_every_bar_that_is_not_marked_broken_is_the_bar_of_the_undisturbed_feed(string provider)
    {
        var expected = (await Bars(provider, null)).ToDictionary(b => b.Bar.Bar.Time, b => b.Bar);
        Assert.Equal(Count / 60, expected.Count);
        var (broken, whole) = (0, 0);
        for (var seed = 0; seed < 8; seed++)
        {
            foreach (var built in await Bars(provider, new Random(seed)))
            {
                if (built.Broken) broken++;
                else
                {
                    Assert.Equal(expected[built.Bar.Bar.Time], built.Bar);
                    whole++;
                }
            }
        }

        Assert.True(broken > 0 && whole > broken, $"{broken} broken, {whole} whole");
    }

    private static async Task<List<BuiltBar>> Bars(string provider, Random? faults)
    {
        await using var feed = await FeedHarness.Start(provider, o => o with
        {
            MaxFuture = TimeSpan.FromHours(1), MinDialGap = TimeSpan.Zero, MaxShortSessions = 0, MaxBadFrames = int.MaxValue,
        });
        var replay = Replay(feed, provider, faults);
        var builder = new BarBuilder(1, new Interval(1), TimeSpan.FromSeconds(5));
        var bars = new List<BuiltBar>();
        var (newest, lost) = (T0, false);
        while (true)
        {
            switch (await feed.Next<FeedEvent>())
            {
                case StateEvent { State: FeedState.BackingOff }:
                    // A tick that was overtaken may be lost too: the gap begins a little before the newest.
                    builder.Lost(0, newest - 2000);
                    lost = true;
                    break;
                case TickEvent tick:
                    if (lost && !tick.Late) builder.Restored(0, tick.Tick.Time);
                    lost &= tick.Late;
                    Assert.True(builder.Add(0, tick.Tick));
                    newest = Math.Max(newest, tick.Tick.Time);
                    bars.AddRange(builder.OnClock(newest).SelectMany(s => s.Bars));
                    break;
            }

            if (newest < T0 + Count * 1000L) continue;
            await replay;
            bars.AddRange(builder.OnClock(newest + 1000).SelectMany(s => s.Bars));
            return bars;
        }
    }

    /// <summary>Sends a tick a second, then a last one that ends the reading, with seeded faults on the way.</summary>
    private static async Task Replay(FeedHarness feed, string provider, Random? faults)
    {
        var format = provider switch { "finnhub" => WireFormat.Finnhub, "twelvedata" => WireFormat.TwelveData, _ => WireFormat.Oanda };
        var name = format.NameOf("EUR", "USD");
        var prices = new Random(42);
        var messages = Enumerable.Range(0, Count + 1).Select(i => (1.1 + prices.Next(1000) / 100_000.0) is var bid
            ? format.Price(name, T0 + i * 1000L, bid, bid + 0.0001) : "").ToList();
        var connection = await feed.Connection();
        var (before, sent) = (0L, 0);
        for (var i = 0; i <= Count; i++)
        {
            var fault = i == Count || faults is null ? 99 : faults.Next(100);
            sent += fault is < 10 or >= 15 and < 20 ? 2 : 1;
            if (fault < 10) await connection.Send(messages[i]);
            else if (fault < 15) await connection.SendSplit(messages[i], 3);
            else if (fault < 20) await connection.Send("{\"garbage");
            else if (fault < 25 && i + 1 < Count) (messages[i], messages[i + 1]) = (messages[i + 1], messages[i]);
            else if (fault == 25)
            {
                // Mostly the client has read all: a reset throws away what is on its way. Prices of the outage are lost in any case.
                sent--;
                var settled = faults!.Next(4) > 0 ? sent + before : 0;
                while (feed.Feed.Statistics.Frames < settled) await Task.Delay(1);
                connection.Abort();
                connection = await feed.Connection();
                (before, sent) = (feed.Feed.Statistics.Frames, 0);
                i = Math.Min(Count, i + faults.Next(5));
            }

            await connection.Send(messages[i]);
        }
    }
}
