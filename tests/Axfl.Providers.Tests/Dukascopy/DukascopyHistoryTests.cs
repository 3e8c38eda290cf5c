using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Dukascopy;
using Axfl.Testing;

namespace Axfl.Providers.Tests.Dukascopy;

public sealed class DukascopyHistoryTests
{
    private const long T0 = HistoryHarness.T0;
    private const long Day = 1_772_496_000_000; // 2026-03-03T00:00:00Z
    private static readonly Interval Minute = new(1);

    [Fact]
    public async Task Differences_are_summed_to_exact_prices_and_a_step_of_two_is_a_gap()
    {
        await using var history = await HistoryHarness.Start("dukascopy", _ => RestFrames.Reply("dukascopy/candles_minute_with_gap.json"), Day + 2 * EventTime.Day);
        var bars = await history.Fetch(Day, Day + EventTime.Day, Minute);
        var expected = RestFrames.Expected("dukascopy/candles_minute_with_gap.json").GetProperty("bars").EnumerateArray().Select(b => new Bar(
            b.GetProperty("t").GetInt64(), b.GetProperty("o").GetDouble(), b.GetProperty("h").GetDouble(), b.GetProperty("l").GetDouble(), b.GetProperty("c").GetDouble(), b.GetProperty("v").GetDouble()));
        Assert.Equal(expected, bars.Select(b => b.Bar));
        Assert.Equal(["/v1/candles/minute/EUR-USD/BID/2026/3/3", "/v1/candles/minute/EUR-USD/ASK/2026/3/3"], history.Server.Calls.Select(c => c.Path));
        Assert.All(history.Server.Calls, c => Assert.StartsWith("Mozilla/5.0", c.Headers["User-Agent"], StringComparison.Ordinal));
        Assert.All(history.Server.Calls, c => Assert.Equal("https://freeserv.dukascopy.com/", c.Headers["Referer"]));
    }

    [Fact]
    public async Task Minutes_of_both_sides_become_longer_bars_of_each_side()
    {
        var market = new FakeMarket(Minute) { Now = T0 };
        await using var history = await HistoryHarness.Start("dukascopy", market.Dukascopy);
        var from = Day - 4 * EventTime.Day; // A Friday; a weekend follows.
        var bars = await history.Fetch(from, Day);
        Assert.Equal(new FakeMarket(HistoryHarness.FiveMinutes).Times(from, Day), bars.Select(b => b.Bar.Time));
        long[] minutes = [.. Enumerable.Range(0, 5).Select(i => bars[7].Bar.Time + i * EventTime.Minute)];
        Assert.Equal((market.Bid(minutes[0]).Open + market.Ask(minutes[0]).Open) / 2, bars[7].Bar.Open);
        Assert.Equal((minutes.Max(m => market.Bid(m).High) + minutes.Max(m => market.Ask(m).High)) / 2, bars[7].Bar.High);
        Assert.Equal((minutes.Min(m => market.Bid(m).Low) + minutes.Min(m => market.Ask(m).Low)) / 2, bars[7].Bar.Low);
        Assert.Equal((market.Bid(minutes[4]).Close + market.Ask(minutes[4]).Close) / 2, bars[7].Bar.Close);
        Assert.Equal(market.Ask(minutes[4]).Close - market.Bid(minutes[4]).Close, bars[7].CloseSpread);
        Assert.Equal(minutes.Sum(m => market.Bid(m).Volume), bars[7].Bar.Volume);
        Assert.DoesNotContain(history.Server.Calls, c => c.Path.EndsWith("/2/28", StringComparison.Ordinal)); // Saturday
    }

    [Fact]
    public async Task The_running_day_is_asked_for_by_its_start_and_a_bar_that_lacks_its_last_minutes_is_left_out()
    {
        var market = new FakeMarket(Minute) { Now = T0 - 7 * EventTime.Minute };
        await using var history = await HistoryHarness.Start("dukascopy", market.Dukascopy);
        var bars = await history.Fetch(Day, T0);
        Assert.Equal("2026-03-03T13:50:00Z", EventTime.ToIso(bars[^1].Bar.Time));
        Assert.All(history.Server.Calls, c => Assert.Equal("?from=1772496000000", c.QueryText));
    }

    [Fact]
    public async Task A_day_the_server_has_not_finished_is_asked_for_by_its_start()
    {
        await using var history = await HistoryHarness.Start("dukascopy",
            call => call.QueryText.Length == 0 ? RestFrames.Reply("dukascopy/http_400_day_not_finished.json") : RestFrames.Reply("dukascopy/candles_current_day_from.json"), Day + EventTime.Day + 1);
        Assert.Equal(2, (await history.Fetch(Day, Day + EventTime.Day, Minute)).Count);
    }

    [Fact]
    public async Task An_empty_answer_is_no_bars_and_one_empty_side_is_an_error()
    {
        await using var empty = await HistoryHarness.Start("dukascopy", RestFrames.Reply("dukascopy/candles_empty_saturday.json"));
        Assert.Empty(await empty.Fetch(Day - EventTime.Day, Day));
        await using var half = await HistoryHarness.Start("dukascopy",
            call => RestFrames.Reply(call.Path.Contains("BID", StringComparison.Ordinal) ? "dukascopy/candles_minute_with_gap.json" : "dukascopy/candles_empty_saturday.json"), Day + 2 * EventTime.Day);
        Assert.Equal("HistoryAnswerUnfit", (await Assert.ThrowsAsync<FeedException>(() => half.Fetch(Day, Day + EventTime.Day))).ErrorId);
    }

    [Fact]
    public async Task Ten_calls_are_followed_by_a_pause()
    {
        await using var history = await HistoryHarness.Start("dukascopy", RestFrames.Reply("dukascopy/candles_empty_saturday.json"));
        await history.Fetch(Day - 15 * EventTime.Day, Day);
        Assert.Equal(history.Server.Calls.Count / 10, history.Time.Waits.Count(w => w == TimeSpan.FromSeconds(1)));
        Assert.NotEmpty(history.Time.Waits);
    }

    [Fact]
    public void Minutes_that_only_fill_the_silence_are_dropped()
    {
        var quiet = new Bar(Day, 1.1, 1.1, 1.1, 1.1);
        var window = Minutes.Join([quiet, new Bar(Day + EventTime.Minute, 1.1, 1.1, 1.1, 1.1, 3)], [quiet, new Bar(Day + EventTime.Minute, 1.2, 1.2, 1.2, 1.2)], Minute, Day + EventTime.Day, false);
        Assert.Equal(Day + EventTime.Minute, Assert.Single(window.Bars).Time);
        Assert.Equal(0, window.Malformed);
    }

    [Fact]
    public void A_minute_of_one_side_alone_is_counted()
    {
        var window = Minutes.Join([new Bar(Day, 1, 1, 1, 1, 1)], [new Bar(Day + EventTime.Minute, 1, 1, 1, 1, 1)], Minute, Day + EventTime.Day, false);
        Assert.Equal((0, 2), (window.Bars.Count, window.Malformed));
    }
}
