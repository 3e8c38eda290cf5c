using Axfl.Contracts;
using Axfl.PowerShell.Runs;

namespace Axfl.PowerShell.Tests.Runs;

public class StatusAlarmTests
{
    [Fact]
    public void A_reason_is_said_when_it_is_new_and_again_after_a_recovery()
    {
        var alarm = new StatusAlarm();
        Assert.Null(alarm.Take(Of(null)));
        Assert.Equal("2025-01-06T08:05:00Z not ok: the feed is lost", alarm.Take(Of("the feed is lost")));
        Assert.Null(alarm.Take(Of("the feed is lost")));
        Assert.EndsWith("no fresh price", alarm.Take(Of("no fresh price")), StringComparison.Ordinal);
        Assert.Null(alarm.Take(Of(null)));
        Assert.NotNull(alarm.Take(Of("no fresh price")));
    }

    private static PortfolioStatus Of(string? error) => new()
    {
        Ok = error is null, Error = error, Mode = "ws", Source = "oanda", Interval = "5m", Symbols = ["EURUSD"], Day = "2025-01-06", Run = "r", LedgerHash = "",
        Since = default, Now = new DateTime(2025, 1, 6, 8, 5, 0, DateTimeKind.Utc), Today = new TodayStatus(0, 0), Risk = new RiskStatus(false, null),
        Costs = new CostStatus(new Dictionary<string, double?>(), ""), Total = new TotalStatus(0, 0, 0, 0, 0),
    };
}
