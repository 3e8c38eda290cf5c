using Axfl.FakeHost;
using Axfl.Providers.Common;
using Axfl.Testing;

namespace Axfl.Providers.Tests.Common.Rest;

/// <summary>Waits, keys that take turns, and time limits.</summary>
public sealed class RestWaitTests
{
    private static readonly RestReply Day = RestFrames.Reply("twelvedata/rest_error_429_day.json");
    private static readonly RestReply Minute = RestFrames.Reply("twelvedata/rest_error_429_minute_http429.json");

    [Theory]
    [InlineData("EO")]
    [InlineData("OE")]
    public async Task When_one_key_is_spent_for_the_day_the_other_one_s_minute_is_waited_for(string spentFirst)
    {
        var answered = new List<char>();
        await using var history = await HistoryHarness.Start("twelvedata", call =>
        {
            var key = call.Headers["Authorization"][^1];
            answered.Add(key);
            if (key == spentFirst[0]) return Day;
            return answered.Count(k => k == key) == 1 ? Minute : RestFrames.Reply("twelvedata/rest_time_series_desc.json");
        });
        Assert.Equal(2, (await history.FetchHour()).Count);
        Assert.Equal(60.5, Assert.Single(history.Time.Waits).TotalSeconds);
        Assert.Equal(spentFirst[1], answered[^1]);
    }

    [Fact]
    public async Task A_server_that_wants_a_long_wait_is_given_up_at_once()
    {
        await using var history = await HistoryHarness.Start("oanda", new RestReply(429, "slow down") { Headers = new Dictionary<string, string> { ["Retry-After"] = "3600" } });
        var error = await Assert.ThrowsAsync<FeedException>(() => history.FetchHour());
        Assert.Equal((FeedErrorClass.Throttled, TimeSpan.FromHours(1)), (error.ErrorClass, error.RetryAfter));
        Assert.Empty(history.Time.Waits);
    }

    [Theory]
    [InlineData("oanda")]
    [InlineData("finnhub")]
    [InlineData("dukascopy")]
    public async Task What_a_server_told_one_request_to_wait_holds_for_the_next_ones_of_its_keys(string provider)
    {
        var calls = 0;
        await using var history = await HistoryHarness.Start(provider, _ =>
        {
            calls++;
            return new RestReply(429, "slow down") { Headers = new Dictionary<string, string> { ["Retry-After"] = "3600" } };
        });
        await Assert.ThrowsAsync<FeedException>(() => history.FetchHour());
        var asked = calls;
        history.Time.Advance(TimeSpan.FromMinutes(20));
        var error = await Assert.ThrowsAsync<FeedException>(() => history.FetchHour(HistoryHarness.UsdJpy));
        Assert.Equal((FeedErrorClass.Throttled, TimeSpan.FromMinutes(40)), (error.ErrorClass, error.RetryAfter));
        Assert.Contains("slow down", error.Message, StringComparison.Ordinal);
        Assert.Equal(asked, calls);

        // Less than two minutes are waited for.
        history.Time.Advance(TimeSpan.FromMinutes(39));
        await Assert.ThrowsAsync<FeedException>(() => history.FetchHour());
        Assert.Equal(TimeSpan.FromMinutes(1), history.Time.Waits[0]);
        Assert.True(calls > asked);
    }

    [Fact]
    public async Task Keys_that_are_spent_for_the_day_are_asked_nothing_until_their_credits_return()
    {
        var calls = 0;
        await using var history = await HistoryHarness.Start("twelvedata", _ =>
        {
            calls++;
            return Day;
        });
        await Assert.ThrowsAsync<FeedException>(() => history.FetchHour());
        Assert.Equal(2, calls);
        var error = await Assert.ThrowsAsync<FeedException>(() => history.FetchHour(HistoryHarness.UsdJpy));
        Assert.Equal("HistoryCreditsSpent", error.ErrorId);
        Assert.Equal(2, calls);
        history.Time.Advance(TimeSpan.FromDays(1));
        await Assert.ThrowsAsync<FeedException>(() => history.FetchHour());
        Assert.True(calls > 2);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_asked_for_again()
    {
        HistoryHarness? history = null;
        var calls = 0;
        await using var owned = history = await HistoryHarness.Start("finnhub", _ =>
        {
            if (++calls == 1) history!.Time.Advance(TimeSpan.FromSeconds(31));
            return RestFrames.Reply("finnhub/rest_candle_ok.json");
        });
        Assert.Equal(3, (await history.FetchHour()).Count);
        Assert.Equal(2, calls);
        Assert.Contains("an answer of finnhub, 1 s", history.Waits);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named_after_four_tries()
    {
        var time = new JumpingTime(DateTimeOffset.FromUnixTimeMilliseconds(HistoryHarness.T0));
        using var history = HistorySources.Create("dukascopy", "http://127.0.0.1:1/", _ => null, time, random: () => 0.5);
        var error = await Assert.ThrowsAsync<FeedException>(() =>
            history.Fetch(FeedHarness.EurUsd, HistoryHarness.FiveMinutes, HistoryHarness.T0 - 3_600_000, HistoryHarness.T0, null, CancellationToken.None));
        Assert.Equal(("FeedUnreachable", FeedErrorClass.Transient), (error.ErrorId, error.ErrorClass));
        Assert.Contains("127.0.0.1", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, time.Waits.Count);
    }
}
