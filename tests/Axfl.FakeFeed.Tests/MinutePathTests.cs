using Axfl.Contracts;
using Axfl.Data.Simulated;
using Axfl.Testing;

namespace Axfl.FakeFeed.Tests;

public sealed class MinutePathTests
{
    private const long T0 = FeedHarness.T0;

    public static TheoryData<string, int> Markets => new()
    {
        { "EURUSD", 60 }, { "EURUSD", 4 }, { "EURUSD", 6 }, { "USDJPY", 60 }, { "XAUUSD", 1200 }, { "EURGBP", 61 },
    };

    [Theory]
    [MemberData(nameof(Markets))]
    public void A_bar_made_of_a_minutes_ticks_is_that_minute_digit_by_digit(string symbol, int count)
    {
        var instrument = new FakeFeedSymbols().Find(symbol)!;
        var day = new SimulatedDay(instrument);
        for (var minute = T0; minute < T0 + EventTime.Day; minute += 7 * EventTime.Minute)
        {
            var (open, high, low, close) = day.Minute(minute);
            var ticks = MinutePath.Of(new Bar(minute, open, high, low, close), instrument.Digits, count);
            Assert.Equal(count, ticks.Length);
            Assert.Equal((open, high, low, close), (ticks[0].Price, ticks.Max(t => t.Price), ticks.Min(t => t.Price), ticks[^1].Price));
            Assert.InRange(ticks[0].Time, minute, minute + EventTime.Minute / count);
            Assert.True(ticks[^1].Time < minute + EventTime.Minute);
            for (var i = 1; i < count; i++) Assert.True(ticks[i].Time > ticks[i - 1].Time);
            Assert.All(ticks, t => Assert.Equal(Math.Round(t.Price, instrument.Digits), t.Price));
        }
    }

    [Fact]
    public void A_minute_that_does_not_move_is_flat()
    {
        var ticks = MinutePath.Of(new Bar(T0, 1.1, 1.1, 1.1, 1.1), 5, 60);
        Assert.All(ticks, t => Assert.Equal(1.1, t.Price));
    }

    [Fact]
    public void The_same_minute_has_the_same_ticks_and_another_has_others()
    {
        var bar = new Bar(T0, 1.1, 1.12, 1.09, 1.11);
        Assert.Equal(MinutePath.Of(bar, 5, 60), MinutePath.Of(bar, 5, 60));
        var later = MinutePath.Of(bar with { Time = T0 + EventTime.Minute }, 5, 60);
        Assert.NotEqual(MinutePath.Of(bar, 5, 60).Select(t => t.Price), later.Select(t => t.Price));
    }

    [Fact]
    public void Either_extreme_may_come_first()
    {
        var firsts = Enumerable.Range(0, 200).Select(i => MinutePath.Of(new Bar(T0 + i * EventTime.Minute, 1.1, 1.12, 1.09, 1.11), 5, 60))
            .Count(p => Array.FindIndex(p, t => t.Price.Equals(1.12)) < Array.FindIndex(p, t => t.Price.Equals(1.09)));
        Assert.InRange(firsts, 50, 150);
    }
}
