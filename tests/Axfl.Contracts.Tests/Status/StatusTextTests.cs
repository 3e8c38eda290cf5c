using System.Globalization;

namespace Axfl.Contracts.Tests.Status;

public sealed class StatusTextTests
{
    private static readonly PortfolioStatus Status = new()
    {
        Mode = "replay", Source = "csv", Interval = "5m", Symbols = ["EURUSD", "GBPUSD"], Day = "2025-01-06", Run = "r", LedgerHash = "", Since = default, Now = default,
        Today = new TodayStatus(-1.5, -750.25), Risk = new RiskStatus(true, -5), Total = new TotalStatus(2.25, 1234.5, 7, 101_234.5, 0.75),
        Costs = new CostStatus(new Dictionary<string, double?> { ["EURUSD"] = 0.6, ["GBPUSD"] = null }, "max(1 pip, ATR/1000)"),
        Positions = [new PositionStatus("EURUSD", "orb", "long", 40_000, 1.105, default, 1.104, null, 0.5, 20, 1), new PositionStatus("GBPUSD", "lsg", "short", 1000, 1.3, default, 1.31, null, -0.25, 20, 1)],
        ByStrategy = [new StrategyDayStatus("orb", 0.5, 1, 250)], Pending = [new PendingOrderStatus("EURUSD", "orb", "long", "stop", 1.11, 1.1, null, default, null)],
        Blocked = [new BlockedStatus("max_spread", 2)], Data = [new SymbolDataStatus("EURUSD", 10, 1, 0, 2, false)],
    };

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void Each_part_of_a_status_has_a_text_and_not_the_name_of_a_type(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Assert.Equal("EURUSD; GBPUSD", Status.Symbols.ToString());
            Assert.Equal("EURUSD orb long 40000 at 1.105, 0.50 R; GBPUSD lsg short 1000 at 1.3, -0.25 R", Status.Positions.ToString());
            Assert.Equal("orb 0.50 R, 250.00, 1 trades", Status.ByStrategy.ToString());
            Assert.Equal("EURUSD orb long stop at 1.11", Status.Pending.ToString());
            Assert.Equal("max_spread 2", Status.Blocked.ToString());
            Assert.Equal("EURUSD 10 bars, 1 gaps, 2 rejected", Status.Data.ToString());
            Assert.Equal("-1.50 R, -750.25", Status.Today.ToString());
            Assert.Equal("halted, daily stop -5 R", Status.Risk.ToString());
            Assert.Equal("EURUSD 0.6 pips; GBPUSD not known yet; max(1 pip, ATR/1000)", Status.Costs.ToString());
            Assert.Equal("2.25 R, 1234.50, 7 trades, equity 101234.50, maximum drawdown 0.75 %", Status.Total.ToString());
            Assert.Equal(("", "live, 2 errors"), (Status.Ws.ToString(), new FeedStatus { State = "live", Errors = 2 }.ToString()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void No_property_of_a_status_is_shown_as_a_type_also_when_nothing_is_in_it()
    {
        foreach (var status in new[] { Status, Status with { Symbols = [], Positions = [], ByStrategy = [], Pending = [], Blocked = [], Data = [] } })
            Assert.All(typeof(PortfolioStatus).GetProperties(), p => Assert.DoesNotContain("Axfl.", p.GetValue(status)?.ToString() ?? "", StringComparison.Ordinal));
        Assert.Equal("", (Status with { Positions = [] }).Positions.ToString());
    }

    [Fact]
    public void A_list_that_was_cut_stays_unknown_and_equal_lists_are_equal()
    {
        Assert.Null((Status with { Positions = null! }).Positions);
        Assert.Equal(Status, Status with { Symbols = ["EURUSD", "GBPUSD"], Blocked = [new BlockedStatus("max_spread", 2)] });
        Assert.NotEqual(Status, Status with { Symbols = ["GBPUSD", "EURUSD"] });
    }
}
