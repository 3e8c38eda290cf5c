using Axfl.FakeHost;
using Axfl.Providers.Common;
using Axfl.Providers.Common.Links;
using Axfl.Providers.Common.Streaming;
using Axfl.Providers.Finnhub;
using Axfl.Providers.Oanda;
using Axfl.Testing;

namespace Axfl.Providers.Tests.Common.Links;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 14, 5, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("7", 7)]
    [InlineData(" 0 ", 1)]
    [InlineData("Tue, 03 Mar 2026 14:05:09 GMT", 9)]
    [InlineData("Tue, 03 Mar 2026 14:00:00 GMT", 1)]
    [InlineData("999999", 3600)]
    [InlineData("Wed, 03 Mar 2027 14:05:00 GMT", 3600)]
    public void Seconds_and_a_date_are_waits_of_a_second_to_an_hour(string header, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryAfter.Read(header, Now));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-3")]
    [InlineData("7.5")]
    public void Anything_else_is_no_wait(string? header) => Assert.Null(RetryAfter.Read(header, Now));

    [Theory]
    [InlineData("0", 1.5)]
    [InlineData("7", 7.5)]
    [InlineData("Tue, 03 Mar 2026 14:05:09 GMT", 9.5)]
    public async Task History_waits_as_long_as_it_is_told_and_no_longer(string header, double seconds)
    {
        var throttled = new RestReply(429, "{}") { Headers = new Dictionary<string, string> { ["Retry-After"] = header } };
        await using var history = await HistoryHarness.Start("oanda", call => call.Headers["Authorization"].EndsWith("ONE", StringComparison.Ordinal)
            ? throttled : new RestReply(401, "{}"), Now.ToUnixTimeMilliseconds());
        await Assert.ThrowsAsync<FeedException>(() => history.FetchHour());
        Assert.NotEmpty(history.Time.Waits);
        Assert.Equal(seconds, history.Time.Waits[0].TotalSeconds, 1);
    }

    [Theory]
    [InlineData(FeedErrorClass.Throttled)]
    [InlineData(FeedErrorClass.Transient)]
    public void A_feed_dials_again_after_the_wait_it_was_told(FeedErrorClass errorClass)
    {
        var time = new JumpingTime(Now);
        var policy = new ReconnectPolicy(new FinnhubOptions { Keys = ["a"] }, new KeyRing(["a"]), time, () => 0) { LastDial = Now.AddMinutes(-1) };
        var decision = policy.Next(new FeedException("x", errorClass, "x") { RetryAfter = TimeSpan.FromSeconds(7) }, null, hadPrices: false);
        Assert.True(decision.IsRetry);
        Assert.Equal(7, decision.Delay.TotalSeconds);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(null)]
    public void A_feed_that_is_throttled_again_and_again_dials_less_and_less_often(double? told)
    {
        var policy = new ReconnectPolicy(
            new OandaOptions { Keys = ["a"], AccountId = "1" }, new KeyRing(["a"]), new JumpingTime(Now), () => 1) { LastDial = Now.AddMinutes(-1) };
        var error = new FeedException("x", FeedErrorClass.Throttled, "x") { RetryAfter = told is { } seconds ? TimeSpan.FromSeconds(seconds) : null };
        double[] waits = [.. Enumerable.Range(0, 7).Select(_ => policy.Next(error, null, hadPrices: false).Delay.TotalSeconds)];
        Assert.Equal([2, 4, 8, 16, 30, 30], waits[1..]);
    }
}
