using Axfl.Contracts;
using Axfl.PowerShell.Display;

namespace Axfl.PowerShell.Tests.Display;

public class StatusPictureTests
{
    private static readonly PortfolioStatus Status = new()
    {
        Mode = "replay", Source = "csv", Interval = "5m", Symbols = ["EURUSD"], Day = "2025-01-06", Run = "r", LedgerHash = "",
        Since = new DateTime(2025, 1, 6, 0, 0, 0, DateTimeKind.Utc), Now = new DateTime(2025, 1, 6, 8, 5, 0, DateTimeKind.Utc),
        Today = new TodayStatus(-1.5, -750), Risk = new RiskStatus(true, -5), Costs = new CostStatus(new Dictionary<string, double?>(), ""),
        Total = new TotalStatus(2.25, 1234.5, 7, 101_234.5, 0.75),
        Positions = [new PositionStatus("EURUSD", "orb", "long", 40_000, 1.105, new DateTime(2025, 1, 6, 8, 0, 0, DateTimeKind.Utc), 1.104, null, 0.5, 20, 1)],
    };

    [Fact]
    public void Plain_text_has_the_time_in_UTC_the_halt_and_aligned_numbers()
    {
        var lines = new StatusPicture(coloured: false).Draw(Status).ToArray();
        Assert.Equal("Axfl  r   replay, csv, 5m   2025-01-06 08:05 UTC   day 2025-01-06", lines[0]);
        Assert.Equal("HALTED until the next trading day", lines[1]);
        Assert.Contains("total             2.25      1,234.50       7", lines);
        Assert.Contains("EURUSD  orb       long        40,000       1.105       1.104                0.50       20.00", lines);
        Assert.DoesNotContain(lines, l => l.Contains('\u001b', StringComparison.Ordinal));
    }

    [Fact]
    public void Colours_follow_the_sign()
    {
        var lines = new StatusPicture(coloured: true).Draw(Status).ToArray();
        Assert.Contains(lines, l => l.StartsWith("total", StringComparison.Ordinal) && l.Contains("\u001b[32m", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("today", StringComparison.Ordinal) && l.Contains("\u001b[31m", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_without_a_status_is_warming_up() =>
        Assert.Equal(["Axfl  r", "warming up: no status yet"], new StatusPicture(coloured: false).Draw("r", new RunNow(null, null, []), At(0), null));

    [Fact]
    public void Prices_have_their_age_and_a_stale_one_its_reason()
    {
        var now = new RunNow(Status, At(0), [new PriceNow("EURUSD", 1.085125, At(-1), true, null), new PriceNow("GBPUSD", null, null, false, "no price yet")]);
        var lines = new StatusPicture(coloured: false).Draw("r", now, At(2), null).ToArray();
        Assert.Equal("prices  EURUSD 1.085125, 3 s ago   GBPUSD none yet: no price yet", lines[2]);
        Assert.Equal("as of 2 s ago", lines[3]);
    }

    [Fact]
    public void A_run_that_failed_says_so_in_the_place_of_its_alarm()
    {
        var failed = new RunReport { Run = "r", Directory = "/r", State = RunStates.Failed, Error = "the disk is full" };
        Assert.Equal("FAILED: the disk is full", new StatusPicture(coloured: false).Draw("r", new RunNow(Status, null, []), At(0), failed).ElementAt(1));
    }

    [Theory]
    [InlineData(10, 12, 10, "line 9")]
    [InlineData(10, 10, 9, "... 2 more lines: the window is too small")]
    [InlineData(10, 6, 5, "... 6 more lines: the window is too small")]
    public void A_small_window_cuts_the_end_and_keeps_the_alarm_on_top(int lines, int height, int shown, string last)
    {
        var fitted = StatusPicture.Fit(Enumerable.Range(0, lines).Select(i => "line " + i), height);
        Assert.Equal(shown, fitted.Count);
        Assert.Equal("line 1", fitted[1]);
        Assert.Equal(last, fitted[^1]);
        Assert.True(fitted.Count < height);
    }

    private static DateTime At(int seconds) => new DateTime(2025, 1, 6, 8, 5, 0, DateTimeKind.Utc).AddSeconds(seconds);

    [Fact]
    public void A_live_run_shows_its_feed_and_a_replay_has_none()
    {
        var live = Status with { Mode = "ws", Ws = new FeedStatus { Connected = true, State = "live", Errors = 2, LatencyP50Ms = 3.25, LatencyP99Ms = 41 } };
        Assert.Contains("feed live   2 errors   3.3 ms to a decision, 99 % within 41 ms", new StatusPicture(coloured: false).Draw(live));
        Assert.DoesNotContain(new StatusPicture(coloured: false).Draw(Status), l => l.StartsWith("feed", StringComparison.Ordinal));
    }

    [Fact]
    public void No_text_of_a_run_a_feed_or_a_strategy_acts_on_the_terminal()
    {
        const string Acts = "\u001b]0;owned\u0007\u001b[2J\u202e\r\n";
        var status = Status with
        {
            Run = Acts, Mode = "ws", Source = Acts, Interval = Acts, Day = Acts, Ok = false, Error = Acts, Ws = new FeedStatus { State = Acts },
            ByStrategy = [new StrategyDayStatus(Acts, 1, 1, 1)], Positions = [Status.Positions[0] with { Symbol = Acts, Strategy = Acts, Side = Acts }],
            Pending = [new PendingOrderStatus(Acts, Acts, Acts, Acts, 1.1, 1, null, default, null)], Blocked = [new BlockedStatus(Acts, 1)],
            Data = [new SymbolDataStatus(Acts, 1, 0, 0, 0, true)],
        };
        var now = new RunNow(status, At(0), [new PriceNow(Acts, 1.1, At(0), false, Acts), new PriceNow(Acts, null, null, false, null)]);
        var ended = new RunReport { Run = Acts, Directory = "/r", State = Acts, Error = Acts };
        var picture = new StatusPicture(coloured: false);
        string[] lines =
        [
            .. picture.Draw(Acts, now, At(1), null), .. picture.Draw(Acts, now, At(1), ended), .. picture.Draw(Acts, now, At(1), ended with { State = RunStates.Failed }),
            .. picture.Draw(Acts, new RunNow(null, null, []), At(1), null),
        ];
        Assert.All(lines, l => Assert.Equal(ShownText.Line(l), l));
        Assert.Equal(52, lines.Sum(l => l.Split("\\u001b]0;owned\\u0007\\u001b[2J\\u202e").Length - 1));
        Assert.All(new StatusPicture(coloured: true).Draw(Acts, now, At(1), null), l => Assert.DoesNotMatch("\u001b(?!\\[(0|3[123])m)", l));
    }
}
