using Axfl.FakeHost;
using Axfl.Providers.Common;
using Axfl.Testing;

namespace Axfl.Providers.Tests.Common.Rest;

/// <summary>Errors of every provider, by the sample answers.</summary>
public sealed class RestErrorTests
{
    [Theory]
    [InlineData("finnhub/rest_candle_forbidden_free_plan.json", "Plan", 2)]
    [InlineData("finnhub/rest_unauthorized.json", "Auth", 2)]
    [InlineData("finnhub/rest_empty_token_429_text.json", "Auth", 2)]
    [InlineData("finnhub/rest_redirect_bad_token.json", "Auth", 2)]
    [InlineData("finnhub/rest_candle_null_body.json", "Transient", 4)]
    [InlineData("finnhub/rest_html_503.json", "Transient", 4)]
    [InlineData("finnhub/rest_candle_ragged_columns.json", "BadResponse", 2)]
    [InlineData("finnhub/rest_rate_limited.json", "Throttled", 12)]
    [InlineData("finnhub/rest_rate_limited_as_http200.json", "Throttled", 12)]
    [InlineData("twelvedata/rest_error_400_interval.json", "BadRequest", 1)]
    [InlineData("twelvedata/rest_error_401_apikey.json", "Auth", 2)]
    [InlineData("twelvedata/rest_error_403_plan.json", "Plan", 2)]
    [InlineData("twelvedata/rest_error_404_plan.json", "Plan", 1)]
    [InlineData("twelvedata/rest_error_404_symbol.json", "BadSymbol", 1)]
    [InlineData("twelvedata/rest_error_414_too_long.json", "BadRequest", 1)]
    [InlineData("twelvedata/rest_error_429_day.json", "Throttled", 2)]
    [InlineData("twelvedata/rest_error_429_minute_http200.json", "Throttled", 12)]
    [InlineData("twelvedata/rest_error_429_minute_http429.json", "Throttled", 12)]
    [InlineData("twelvedata/rest_csv_request_json_error.json", "Throttled", 12)]
    [InlineData("twelvedata/rest_error_500.json", "Transient", 4)]
    [InlineData("twelvedata/rest_html_502.json", "Transient", 4)]
    [InlineData("oanda/rest_error_401.json", "Auth", 2)]
    [InlineData("oanda/rest_error_429.json", "Throttled", 12)]
    [InlineData("oanda/rest_error_count_exceeded.json", "BadRequest", 2)]
    [InlineData("oanda/rest_error_count_with_from_to.json", "BadRequest", 1)]
    [InlineData("oanda/rest_error_invalid_instrument.json", "BadSymbol", 1)]
    [InlineData("oanda/rest_error_to_in_future.json", "BadRequest", 1)]
    [InlineData("dukascopy/http_202_empty.json", "Transient", 4)]
    [InlineData("dukascopy/candles_ragged_columns.json", "BadResponse", 2)]
    public async Task An_error_has_its_class_and_as_many_tries_as_can_mend_it(string frame, string errorClass, int tries)
    {
        var provider = frame.Split('/')[0];
        await using var history = await HistoryHarness.Start(provider, RestFrames.Reply(frame));
        var error = await Assert.ThrowsAsync<FeedException>(() => history.FetchHour());
        Assert.Equal(errorClass, error.ErrorClass.ToString());
        Assert.Equal(tries, history.Server.Calls.Count);
        if (RestFrames.Expected(frame).TryGetProperty("class", out var expected))
            Assert.Equal(expected.GetString()!.Replace("_", "", StringComparison.Ordinal), errorClass, ignoreCase: true);
    }

    [Theory]
    [InlineData("finnhub/rest_candle_ok.json")]
    [InlineData("twelvedata/rest_time_series_desc.json")]
    [InlineData("oanda/rest_candles_m5_mba.json")]
    public async Task The_key_goes_into_a_header_and_a_refused_one_is_never_used_again(string frame)
    {
        var provider = frame.Split('/')[0];
        var refused = new RestReply(401, """{"error":"wrong key KEY-ONE","errorMessage":"KEY-ONE","message":"KEY-ONE"}""");
        await using var history = await HistoryHarness.Start(provider, call => KeyOf(call) == "KEY-ONE" ? refused : RestFrames.Reply(frame));
        Assert.NotEmpty(await history.FetchHour());
        await history.FetchHour();
        Assert.Equal("KEY-ONE", KeyOf(history.Server.Calls[0]));
        Assert.All(history.Server.Calls.Skip(1), c => Assert.Equal("KEY-TWO", KeyOf(c)));
        Assert.All(history.Server.Calls, c => Assert.DoesNotContain("KEY-", c.QueryText, StringComparison.Ordinal));
        Assert.Contains(history.Waits, w => w.StartsWith("the next key of", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("finnhub")]
    [InlineData("twelvedata")]
    [InlineData("oanda")]
    public async Task When_every_key_is_refused_no_other_request_is_made(string provider)
    {
        await using var history = await HistoryHarness.Start(provider, new RestReply(403, """{"error":"You don't have access to this resource.","message":"no"}"""));
        var first = await Assert.ThrowsAsync<FeedException>(() => history.FetchHour());
        var second = await Assert.ThrowsAsync<FeedException>(() => history.FetchHour());
        Assert.Equal((FeedErrorClass.Plan, first.Message), (second.ErrorClass, second.Message));
        Assert.Equal(2, history.Server.Calls.Count);
    }

    [Theory]
    [InlineData("finnhub")]
    [InlineData("twelvedata")]
    [InlineData("oanda")]
    public async Task Keys_are_in_no_message_and_no_note(string provider)
    {
        var leak = """{"code":429,"error":"API limit reached for KEY-ONE and KEY-TWO","errorMessage":"KEY-ONE","message":"credits for the day: apikey=KEY-TWO","status":"error"}""";
        await using var history = await HistoryHarness.Start(provider, new RestReply(429, leak) { Headers = new Dictionary<string, string> { ["RequestID"] = "KEY" } });
        var error = await Assert.ThrowsAsync<FeedException>(() => history.FetchHour());
        Assert.DoesNotContain("KEY-", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("***", error.Message, StringComparison.Ordinal);
        Assert.All(history.Waits, w => Assert.DoesNotContain("KEY-", w, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Waits_after_transient_errors_grow_up_to_the_cap_with_full_jitter()
    {
        await using var history = await HistoryHarness.Start("oanda", new RestReply(0, ""), new RestReply(500, "x"), new RestReply(502, "y"), RestFrames.Reply("oanda/rest_candles_m5_mba.json"));
        Assert.Equal(2, (await history.FetchHour()).Count);
        Assert.Equal([0.5, 1, 2], history.Time.Waits.Select(w => w.TotalSeconds));
        Assert.Equal(4, history.Server.Calls.Count);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var other = await FakeRest.Start(RestFrames.Reply("finnhub/rest_candle_ok.json"));
        var redirect = new RestReply(302, "") { Headers = new Dictionary<string, string> { ["Location"] = other.Address.ToString() } };
        await using var history = await HistoryHarness.Start("finnhub", redirect);
        Assert.Equal(FeedErrorClass.Auth, (await Assert.ThrowsAsync<FeedException>(() => history.FetchHour())).ErrorClass);
        Assert.Empty(other.Calls);
    }

    [Fact]
    public async Task An_answer_of_another_kind_is_asked_for_once_more_and_shown_in_the_error()
    {
        await using var history = await HistoryHarness.Start("twelvedata", new RestReply(200, "<html>hello</html>"));
        var error = await Assert.ThrowsAsync<FeedException>(() => history.FetchHour());
        Assert.Contains("<html>hello</html>", error.Message, StringComparison.Ordinal);
        Assert.Equal((FeedErrorClass.BadResponse, 2), (error.ErrorClass, history.Server.Calls.Count));
    }

    private static string KeyOf(RestCall call)
    {
        if (call.Headers.TryGetValue("X-Finnhub-Token", out var token)) return token;
        return call.Headers["Authorization"].Split(' ')[1];
    }
}
