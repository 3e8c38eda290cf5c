using Axfl.Contracts;
using Axfl.FakeHost;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Testing;

namespace Axfl.Providers.Tests.Oanda;

public sealed class OandaHistoryTests
{
    private const long T0 = HistoryHarness.T0;

    [Fact]
    public async Task Bid_and_ask_become_mid_prices_and_measured_spreads_of_complete_candles()
    {
        await using var history = await HistoryHarness.Start("oanda", RestFrames.Reply("oanda/rest_candles_m5_mba.json"));
        var bars = await history.FetchHour();
        Assert.Equal(2, bars.Count);
        Assert.Equal((1.16402, 1.16415, 1.16400, 1.16409), (FakeMarket.Round(bars[0].Bar.Open), FakeMarket.Round(bars[0].Bar.High), FakeMarket.Round(bars[0].Bar.Low), FakeMarket.Round(bars[0].Bar.Close)));
        Assert.Equal(388, bars[0].Bar.Volume);
        Assert.Equal(8e-5, bars[0].OpenSpread, 9);
        Assert.Equal(8e-5, bars[0].CloseSpread, 9);
    }

    [Theory]
    [InlineData("oanda", "oanda/rest_candles_m5_mba.json")]
    [InlineData("twelvedata", "twelvedata/rest_time_series_desc.json")]
    public async Task Bars_of_another_symbol_than_the_one_asked_for_are_no_bars_and_are_not_asked_for_twice(string provider, string frame)
    {
        await using var history = await HistoryHarness.Start(provider, RestFrames.Reply(frame));
        var refused = await Assert.ThrowsAsync<FeedException>(() => history.FetchHour(FeedHarness.XauUsd));
        Assert.Equal("HistoryAnswerUnfit", refused.ErrorId);
        Assert.Single(history.Server.Calls);
    }

    [Fact]
    public async Task The_request_has_a_start_and_a_count_and_no_end()
    {
        var reply = RestFrames.Reply("oanda/rest_candles_m5_mba.json");
        await using var history = await HistoryHarness.Start("oanda", reply with { Body = reply.Body.Replace("EUR_USD", "XAU_USD", StringComparison.Ordinal) });
        await history.FetchHour(FeedHarness.XauUsd);
        var call = history.Server.Calls[0];
        Assert.Equal("/v3/instruments/XAU_USD/candles", call.Path);
        Assert.Equal(("MBA", "M5", "2026-03-03T13:05:00Z", "12"), (call.Query["price"], call.Query["granularity"], call.Query["from"], call.Query["count"]));
        Assert.False(call.Query.ContainsKey("to"));
        Assert.Equal(("Bearer KEY-ONE", "RFC3339"), (call.Headers["Authorization"], call.Headers["Accept-Datetime-Format"]));
    }

    [Fact]
    public async Task A_long_period_comes_in_pages_across_weekends_whole_and_each_bar_once()
    {
        var market = new FakeMarket(HistoryHarness.FiveMinutes) { Now = T0 };
        await using var history = await HistoryHarness.Start("oanda", market.Oanda);
        var from = T0 - 90 * EventTime.Day;
        var bars = await history.Fetch(from, T0 + EventTime.Day);
        long[] times = [.. market.Times(from, T0).Where(t => t + 5 * EventTime.Minute <= T0)];
        Assert.True(times.Length > 15_000);
        Assert.Equal(times, bars.Select(b => b.Bar.Time));
        Assert.Equal(times.Select(t => new SidedBar(market.Bid(t), market.Ask(t), market.Mid(t)).ToStep()), bars);
        Assert.Equal(4, history.Server.Calls.Count);
    }

    [Fact]
    public async Task Candles_across_a_weekend_are_three()
    {
        await using var history = await HistoryHarness.Start("oanda", RestFrames.Reply("oanda/rest_candles_weekend_gap.json"), new RestReply(200, """{"candles":[]}"""));
        Assert.Equal(3, (await history.Fetch(T0 - 5 * EventTime.Day, T0 - EventTime.Day)).Count);
        Assert.Equal("2026-03-01T22:10:00Z", history.Server.Calls[1].Query["from"]);
    }

    [Fact]
    public async Task A_count_that_is_too_high_is_cut_to_500_from_then_on()
    {
        var market = new FakeMarket(HistoryHarness.FiveMinutes) { Now = T0 };
        await using var history = await HistoryHarness.Start("oanda",
            call => int.Parse(call.Query["count"], System.Globalization.CultureInfo.InvariantCulture) > 500 ? RestFrames.Reply("oanda/rest_error_count_exceeded.json") : market.Oanda(call));
        var from = T0 - 10 * EventTime.Day;
        var bars = await history.Fetch(from, T0);
        Assert.Equal(market.Times(from, T0), bars.Select(b => b.Bar.Time));
        Assert.Equal(1, history.Server.Calls.Count(c => c.Query["count"].Length > 3));
    }

    [Fact]
    public async Task The_high_of_a_bar_is_that_of_the_mids_and_not_the_mean_of_the_sides_highs()
    {
        const string body = """
            {"candles":[{"complete":true,"volume":9,"time":"2026-03-03T14:00:00.000000000Z",
             "bid":{"o":"1.10000","h":"1.10020","l":"1.09990","c":"1.10010"},
             "mid":{"o":"1.10005","h":"1.10024","l":"1.09998","c":"1.10015"},
             "ask":{"o":"1.10010","h":"1.10060","l":"1.10000","c":"1.10020"}}]}
            """;
        await using var history = await HistoryHarness.Start("oanda", new RestReply(200, body));
        var bar = Assert.Single(await history.FetchHour());
        Assert.Equal((1.10005, 1.10024, 1.09998, 1.10015), (bar.Bar.Open, bar.Bar.High, bar.Bar.Low, bar.Bar.Close));
        Assert.Equal((1e-4, 1e-4), (Math.Round(bar.OpenSpread, 9), Math.Round(bar.CloseSpread, 9)));
    }

    [Fact]
    public async Task A_candle_without_one_side_or_with_crossed_sides_is_counted_and_left_out()
    {
        const string body = """
            {"candles":[
             {"complete":true,"volume":1,"time":"2026-03-03T13:50:00.000000000Z","bid":{"o":"1.1","h":"1.1","l":"1.1","c":"1.1"}},
             {"complete":true,"volume":1,"time":"2026-03-03T13:55:00.000000000Z","mid":{"o":"1.2","h":"1.2","l":"1.2","c":"1.2"},"bid":{"o":"1.2","h":"1.2","l":"1.2","c":"1.2"},"ask":{"o":"1.1","h":"1.1","l":"1.1","c":"1.1"}},
             {"complete":true,"volume":1,"time":"2026-03-03T14:00:00.000000000Z","mid":{"o":"1.1","h":"1.1","l":"1.1","c":"1.1"},"bid":{"o":"1.1","h":"1.1","l":"1.1","c":"1.1"},"ask":{"o":"1.1","h":"1.1","l":"1.1","c":"1.1"}}]}
            """;
        await using var history = await HistoryHarness.Start("oanda", new RestReply(200, body));
        Assert.Equal(0, Assert.Single(await history.FetchHour()).OpenSpread);
        Assert.Equal(2, history.History.Rejected);
    }

    [Fact]
    public async Task Days_that_begin_at_17_00_new_york_come_across_the_change_of_clocks()
    {
        long[] days = [.. new[] { "2025-10-30T21:00:00Z", "2025-10-31T21:00:00Z", "2025-11-02T22:00:00Z", "2025-11-03T22:00:00Z" }.Select(FakeMarket.Time)];
        await using var history = await HistoryHarness.Start("oanda", call =>
        {
            var candles = days.Where(d => d >= FakeMarket.Time(call.Query["from"])).Take(2).Select(d =>
                $$$"""{"complete":true,"volume":1,"time":"{{{EventTime.ToIso(d)}}}","mid":{"o":"1.1","h":"1.1","l":"1.1","c":"1.1"},"bid":{"o":"1.1","h":"1.1","l":"1.1","c":"1.1"},"ask":{"o":"1.1","h":"1.1","l":"1.1","c":"1.1"}}""");
            return new RestReply(200, $$"""{"candles":[{{string.Join(',', candles)}}]}""");
        });
        var bars = await history.Fetch(days[0], days[^1] + 1, new Interval(1440));
        Assert.Equal([days[0], days[2], days[3]], bars.Select(b => b.Bar.Time)); // Friday 21:00Z is the close.
    }
}
