using Axfl.Contracts;
using Axfl.FakeHost;
using Axfl.Providers.Common;
using Axfl.Testing;

namespace Axfl.Providers.Tests.TwelveData;

public sealed class TwelveDataHistoryTests
{
    private const long T0 = HistoryHarness.T0;
    private const long Monday = 1_772_409_600_000; // 2026-03-02T00:00:00Z

    [Fact]
    public async Task Bars_come_oldest_first_without_the_one_still_forming()
    {
        await using var history = await HistoryHarness.Start("twelvedata", RestFrames.Reply("twelvedata/rest_time_series_desc.json"));
        var bars = await history.FetchHour();
        Assert.Equal(["2026-03-03T13:55:00Z", "2026-03-03T14:00:00Z"], bars.Select(b => EventTime.ToIso(b.Bar.Time)));
        Assert.Equal(new Bar(bars[1].Bar.Time, 1.16409, 1.16418, 1.16405, 1.16412), bars[1].Bar);
        Assert.True(double.IsNaN(bars[0].OpenSpread));
    }

    [Fact]
    public async Task The_request_has_its_time_zone_and_encoded_names_and_begins_a_bar_early()
    {
        await using var history = await HistoryHarness.Start("twelvedata", RestFrames.Reply("twelvedata/rest_time_series_gold.json"));
        await history.FetchHour(FeedHarness.XauUsd);
        var call = Assert.Single(history.Server.Calls);
        Assert.Equal("/time_series", call.Path);
        Assert.Contains("symbol=XAU%2FUSD&interval=5min&timezone=UTC", call.QueryText, StringComparison.Ordinal);
        Assert.Equal(("2026-03-03 13:00:00", "2026-03-03 14:05:00"), (call.Query["start_date"], call.Query["end_date"]));
        Assert.Equal("apikey KEY-ONE", call.Headers["Authorization"]);
    }

    [Theory]
    [InlineData("twelvedata/rest_time_series_empty_values.json")]
    [InlineData("twelvedata/rest_time_series_no_data_400.json")]
    public async Task A_window_without_data_is_no_error(string frame)
    {
        await using var history = await HistoryHarness.Start("twelvedata", RestFrames.Reply(frame), new RestReply(404, """{"code":404,"message":"no","status":"error"}"""));
        Assert.Empty(await history.FetchHour());
    }

    [Fact]
    public async Task A_bar_with_a_null_is_counted_and_left_out()
    {
        await using var history = await HistoryHarness.Start("twelvedata", call => RestFrames.Reply("twelvedata/rest_time_series_null_fields.json"), T0 + 5 * EventTime.Minute);
        var bars = await history.Fetch(T0 - EventTime.Day / 24, T0 + EventTime.Day / 24);
        Assert.Equal(T0, Assert.Single(bars).Bar.Time);
        Assert.Equal(1, history.History.Rejected);
    }

    [Fact]
    public async Task A_saturday_is_left_out_and_counted()
    {
        await using var history = await HistoryHarness.Start("twelvedata", RestFrames.Reply("twelvedata/rest_time_series_daily_with_saturday.json"));
        var bars = await history.Fetch(T0 - 5 * EventTime.Day, T0, new Interval(1440));
        Assert.Equal(["2026-02-27", "2026-03-02"], bars.Select(b => EventTime.ToIso(b.Bar.Time)[..10]));
        Assert.Equal(1, history.History.Weekend);
    }

    [Fact]
    public async Task A_bar_that_contradicts_itself_is_counted_and_left_out()
    {
        const string body = """
            {"values":[
             {"datetime":"2026-03-03 13:55:00","open":"1.2","high":"1.1","low":"1.0","close":"1.1"},
             {"datetime":"2026-03-03 13:57:00","open":"1","high":"1","low":"1","close":"1"},
             {"datetime":"2026-03-03 13:50:00","open":"1","high":"1","low":"1","close":"1"}],"status":"ok"}
            """;
        await using var history = await HistoryHarness.Start("twelvedata", new RestReply(200, body));
        Assert.Single(await history.FetchHour());
        Assert.Equal(2, history.History.Rejected);
    }

    [Fact]
    public async Task A_period_of_more_than_5000_bars_comes_in_windows_whole_and_each_bar_once()
    {
        var market = new FakeMarket(HistoryHarness.FiveMinutes);
        await using var history = await HistoryHarness.Start("twelvedata", market.TwelveData);
        var from = Monday - 40 * EventTime.Day;
        var bars = await history.Fetch(from, T0);
        Assert.Equal(market.Times(from, T0).Select(market.Bid).Select(b => b with { Volume = 0 }), bars.Select(b => b.Bar));
        Assert.InRange(bars.Count, 7000, 9000);
        Assert.Equal(3, history.Server.Calls.Count);
        Assert.All(history.Server.Calls, c => Assert.True(Length(c) <= (4250 + 1) * 5 * EventTime.Minute));
        Assert.Equal(bars.Count, history.Told[^1].Bars);
        Assert.Equal(bars[^1].Bar.Time, history.Told[^1].Through);
    }

    [Fact]
    public async Task A_server_that_gives_fewer_bars_than_asked_is_asked_again_for_the_start()
    {
        var market = new FakeMarket(HistoryHarness.FiveMinutes) { MostBars = 1000 };
        await using var history = await HistoryHarness.Start("twelvedata", market.TwelveData);
        var from = Monday - 14 * EventTime.Day;
        var bars = await history.Fetch(from, Monday);
        Assert.Equal(market.Times(from, Monday), bars.Select(b => b.Bar.Time));
        Assert.Equal(3, history.Server.Calls.Count);
    }

    [Fact]
    public async Task Years_before_the_first_bar_cost_one_window_and_one_question()
    {
        var market = new FakeMarket(HistoryHarness.FiveMinutes) { Begins = Monday };
        await using var history = await HistoryHarness.Start("twelvedata", market.TwelveData);
        var bars = await history.Fetch(Monday - 3000 * EventTime.Day, T0);
        Assert.Equal(market.Times(Monday, T0), bars.Select(b => b.Bar.Time));
        Assert.Equal(["/time_series", "/earliest_timestamp", "/time_series"], history.Server.Calls.Select(c => c.Path));
    }

    [Fact]
    public async Task The_closed_weekend_is_not_asked_for()
    {
        await using var history = await HistoryHarness.Start("twelvedata", new RestReply(500, ""));
        Assert.Empty(await history.Fetch(Monday - 40 * EventTime.Minute * 60, Monday - 4 * EventTime.Minute * 60));
        Assert.Empty(history.Server.Calls);
    }

    [Fact]
    public async Task Times_in_another_zone_are_refused()
    {
        const string body = """{"values":[{"datetime":"2026-03-04 01:00:00","open":"1","high":"1","low":"1","close":"1"}],"status":"ok"}""";
        await using var history = await HistoryHarness.Start("twelvedata", new RestReply(200, body));
        Assert.Equal("HistoryAnswerUnfit", (await Assert.ThrowsAsync<FeedException>(() => history.FetchHour())).ErrorId);
    }

    [Fact]
    public async Task Seven_calls_a_minute_and_key_are_made_then_the_minute_is_waited_for()
    {
        var market = new FakeMarket(HistoryHarness.FiveMinutes);
        await using var history = await HistoryHarness.Start("twelvedata", market.TwelveData, T0 + 20_000);
        var from = Monday - 15 * 14 * EventTime.Day;
        Assert.NotEmpty(await history.Fetch(from, Monday));
        var keys = history.Server.Calls.Select(c => c.Headers["Authorization"][^1]).ToList();
        Assert.Equal("EEEEEEEOOOOOOOO", string.Concat(keys));
        Assert.Equal(40.5, Assert.Single(history.Time.Waits).TotalSeconds);
        Assert.Equal("credits of twelvedata, 41 s", Assert.Single(history.Waits));
    }

    [Fact]
    public async Task The_servers_own_count_is_believed()
    {
        var market = new FakeMarket(HistoryHarness.FiveMinutes);
        var left = 300;
        await using var rich = await HistoryHarness.Start("twelvedata", call => market.TwelveData(call) with { Headers = Left(left--) });
        Assert.NotEmpty(await rich.Fetch(Monday - 15 * 14 * EventTime.Day, Monday));
        Assert.Empty(rich.Time.Waits);
        Assert.All(rich.Server.Calls, c => Assert.EndsWith("ONE", c.Headers["Authorization"], StringComparison.Ordinal));

        await using var poor = await HistoryHarness.Start("twelvedata", call => market.TwelveData(call) with { Headers = Left(1) });
        Assert.NotEmpty(await poor.Fetch(Monday - 4 * 14 * EventTime.Day, Monday));
        Assert.NotEmpty(poor.Time.Waits);
    }

    [Fact]
    public async Task Spent_credits_of_the_minute_are_waited_for_and_those_of_the_day_end_it()
    {
        var minute = RestFrames.Reply("twelvedata/rest_error_429_minute_http200.json");
        await using var history = await HistoryHarness.Start("twelvedata", minute, minute, RestFrames.Reply("twelvedata/rest_time_series_desc.json"));
        Assert.Equal(2, (await history.FetchHour()).Count);
        Assert.Equal(60.5, Assert.Single(history.Time.Waits).TotalSeconds);

        await using var spent = await HistoryHarness.Start("twelvedata", RestFrames.Reply("twelvedata/rest_error_429_day.json"));
        var error = await Assert.ThrowsAsync<FeedException>(() => spent.FetchHour());
        Assert.Equal("HistoryCreditsSpent", error.ErrorId);
        Assert.Equal(TimeSpan.FromMinutes(10 * 60 - 5), error.RetryAfter);
        Assert.Contains("00:00 UTC", error.Message, StringComparison.Ordinal);
        Assert.Empty(spent.Time.Waits);
    }

    [Fact]
    public async Task An_interval_it_does_not_have_is_refused_before_any_request()
    {
        await using var history = await HistoryHarness.Start("twelvedata", new RestReply(500, ""));
        var error = await Assert.ThrowsAsync<FeedException>(() => history.Fetch(Monday, T0, new Interval(7)));
        Assert.Equal(("HistoryIntervalUnfit", FeedErrorClass.BadRequest), (error.ErrorId, error.ErrorClass));
        Assert.Empty(history.Server.Calls);
    }

    [Fact]
    public async Task A_cancelled_fetch_ends_at_once()
    {
        using var stop = new CancellationTokenSource();
        await using var history = await HistoryHarness.Start("twelvedata", _ =>
        {
            stop.Cancel();
            return new RestReply(500, "");
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => history.Fetch(Monday, T0, cancellationToken: stop.Token));
        Assert.Single(history.Server.Calls);
    }

    private static Dictionary<string, string> Left(int left) => new() { ["api-credits-used"] = "1", ["api-credits-left"] = left.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    private static long Length(RestCall call) => FakeMarket.Time(call.Query["end_date"]) - FakeMarket.Time(call.Query["start_date"]);
}
