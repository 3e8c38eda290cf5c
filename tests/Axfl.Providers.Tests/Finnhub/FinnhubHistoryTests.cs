using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Testing;

namespace Axfl.Providers.Tests.Finnhub;

public sealed class FinnhubHistoryTests
{
    private const long T0 = HistoryHarness.T0;

    [Fact]
    public async Task Columns_become_bars()
    {
        await using var history = await HistoryHarness.Start("finnhub", RestFrames.Reply("finnhub/rest_candle_ok.json"));
        var bars = await history.FetchHour();
        Assert.Equal(3, bars.Count);
        Assert.Equal("2026-03-03T13:50:00Z", EventTime.ToIso(bars[0].Bar.Time));
        Assert.Equal(new Bar(bars[2].Bar.Time, 1.16409, 1.16418, 1.16405, 1.16412, 401), bars[2].Bar);
        var call = Assert.Single(history.Server.Calls);
        Assert.Equal("/api/v1/forex/candle", call.Path);
        Assert.Contains("symbol=OANDA%3AEUR_USD&resolution=5&from=1772543100&to=1772546700", call.QueryText, StringComparison.Ordinal);
        Assert.Equal("KEY-ONE", call.Headers["X-Finnhub-Token"]);
    }

    [Theory]
    [InlineData("finnhub/rest_candle_no_data.json")]
    [InlineData("finnhub/rest_candle_no_data_with_nulls.json")]
    public async Task No_data_is_no_error(string frame)
    {
        await using var history = await HistoryHarness.Start("finnhub", RestFrames.Reply(frame));
        Assert.Empty(await history.FetchHour());
    }

    [Fact]
    public async Task The_noise_of_binary_numbers_is_rounded_away()
    {
        await using var history = await HistoryHarness.Start("finnhub", RestFrames.Reply("finnhub/rest_candle_float_noise.json"));
        var bars = await history.FetchHour(HistoryHarness.UsdJpy);
        Assert.Equal((133.198, 132.556), (bars[0].Bar.Close, bars[0].Bar.Low));
    }

    [Fact]
    public async Task A_plan_without_candles_is_remembered_and_costs_no_other_request()
    {
        await using var history = await HistoryHarness.Start("finnhub", RestFrames.Reply("finnhub/rest_candle_forbidden_free_plan.json"));
        for (var i = 0; i < 3; i++) Assert.Equal(FeedErrorClass.Plan, (await Assert.ThrowsAsync<FeedException>(() => history.FetchHour())).ErrorClass);
        Assert.Equal(2, history.Server.Calls.Count);
    }

    [Fact]
    public async Task A_throttled_call_waits_a_minute_or_as_long_as_the_server_says()
    {
        var limited = RestFrames.Reply("finnhub/rest_rate_limited.json");
        await using var history = await HistoryHarness.Start("finnhub", limited, limited, RestFrames.Reply("finnhub/rest_candle_ok.json"));
        Assert.Equal(3, (await history.FetchHour()).Count);
        Assert.Equal(60.5, Assert.Single(history.Time.Waits).TotalSeconds);

        var told = limited with { Headers = new Dictionary<string, string> { ["X-Ratelimit-Reset"] = (T0 / 1000 + 17).ToString(System.Globalization.CultureInfo.InvariantCulture) } };
        await using var exact = await HistoryHarness.Start("finnhub", told, told, RestFrames.Reply("finnhub/rest_candle_ok.json"));
        Assert.Equal(3, (await exact.FetchHour()).Count);
        Assert.Equal(17.5, Assert.Single(exact.Time.Waits).TotalSeconds);
    }

    [Fact]
    public async Task A_long_period_comes_in_windows()
    {
        var market = new FakeMarket(HistoryHarness.FiveMinutes);
        await using var history = await HistoryHarness.Start("finnhub", market.Finnhub);
        var from = T0 - 40 * EventTime.Day;
        Assert.Equal(market.Times(from, T0).Select(market.Bid), (await history.Fetch(from, T0)).Select(b => b.Bar));
    }
}
