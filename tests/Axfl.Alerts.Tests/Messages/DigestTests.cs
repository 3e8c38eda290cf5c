using Axfl.Alerts.Messages;
using Axfl.Configuration.Plan;
using Axfl.Contracts;

namespace Axfl.Alerts.Tests.Messages;

/// <summary>The day in numbers, and when it is summed up.</summary>
public class DigestTests
{
    private static readonly DigestPlan NewYork = AlertPlan.UsualDigest;

    [Fact]
    public void It_sums_up_trades_money_refusals_and_outages_since_the_last_one()
    {
        var book = new DigestBook();
        book.Add(1.5, 750, 12.5);
        book.Add(-1, -500.25, 10);
        book.Blocked("news");
        book.Blocked("max_open_positions");
        book.Blocked("news");
        book.Lost(1000);
        book.Lost(2000);
        book.Back(91_000);
        var digest = book.Take("a/digest/1", "a <b> up to now", 100_000);
        Assert.Equal("a <b> up to now\ntrades: 2, 1 won\nR: +0.50\nPnL: +249.75\ncosts: 22.50\nblocked: max_open_positions 1, news 2\nfeed outages: 1, 90 s", digest.Text);
        Assert.StartsWith("<h3>a &lt;b&gt; up to now</h3><table><tr><td>trades</td><td><b>2, 1 won</b></td></tr>", digest.Html, StringComparison.Ordinal);
        Assert.Equal((2, 0.5, 249.75, 22.5, 1, 90.0), (digest.Facts.Trades, digest.Facts.R, digest.Facts.Pnl, digest.Facts.Costs, digest.Facts.Outages, digest.Facts.OutageS));
        Assert.Equal(2, digest.Facts.Blocked!["news"]);
        Assert.Equal("b\ntrades: 0, 0 won\nR: 0.00\nPnL: 0.00\ncosts: 0.00\nblocked: none\nfeed outages: none", book.Take("a/digest/2", "b", 200_000).Text);
    }

    [Fact]
    public void A_trade_that_made_nothing_is_not_won()
    {
        var book = new DigestBook();
        book.Add(1e-16, 0, 0);
        Assert.Contains("trades: 1, 0 won", book.Take("1", "a", 0).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_outage_that_goes_on_is_in_both_digests()
    {
        var book = new DigestBook();
        book.Lost(0);
        Assert.EndsWith("feed outages: 1, 60 s, one goes on", book.Take("1", "a", 60_000).Text, StringComparison.Ordinal);
        book.Back(90_000);
        Assert.EndsWith("feed outages: 1, 30 s", book.Take("2", "b", 120_000).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-06T12:00:00Z", "2026-03-06T22:05:00Z")]
    [InlineData("2026-03-06T22:05:00Z", "2026-03-07T22:05:00Z")]
    [InlineData("2026-03-07T22:05:00Z", "2026-03-08T21:05:00Z")]
    [InlineData("2026-10-31T21:05:00Z", "2026-11-01T22:05:00Z")]
    [InlineData("2026-07-02T00:30:00Z", "2026-07-02T21:05:00Z")]
    public void It_is_due_at_the_local_time_of_its_zone_whatever_daylight_saving_does(string after, string due)
    {
        Assert.Equal(due, EventTime.ToIso(DigestTimes.After(NewYork, Time(after))));
        Assert.Equal(due, EventTime.ToIso(DigestTimes.UpTo(NewYork, Time(due))));
        Assert.True(DigestTimes.UpTo(NewYork, Time(due) - 1) <= Time(after));
    }

    private static long Time(string iso) => EventTime.TryParseIso(iso, out var time) ? time : throw new FormatException(iso);
}
