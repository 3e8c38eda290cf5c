using Axfl.Contracts;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Files;

/// <summary>The status of the output page, and one that has something everywhere.</summary>
internal static class SampleStatus
{
    public static PortfolioStatus Quiet { get; } = new()
    {
        Mode = "replay", Source = "csv", Interval = "5m", Since = Utc("2025-10-15T07:25:00Z"), Now = Utc("2025-10-17T18:25:00Z"), Symbols = ["EURUSD"],
        Today = new TodayStatus(0, 0), ByStrategy = [new StrategyDayStatus("lsg", 0, 0, 0)], Risk = new RiskStatus(false, -5),
        Costs = new CostStatus(new Dictionary<string, double?> { ["EURUSD"] = 0.6 }, "max(1 pip, ATR/1000)"),
        Total = new TotalStatus(0, 0, 0, 100_000, 0), Day = "2025-10-17", Run = "portfolio-20251017T182507Z-abcd", LedgerHash = "e3b0",
    };

    public static PortfolioStatus Busy { get; } = Quiet with
    {
        Ok = false, Error = "EURUSD: no price for 90 s", Mode = "ws", Source = "oanda", Symbols = ["EURUSD", "USDJPY"],
        Positions =
        [
            new PositionStatus("EURUSD", "lsg", "short", 357142, 1.0994, Utc("2026-01-13T07:25:00Z"), 1.1008, 1.098, -0.25, -125.5, 3),
            new PositionStatus("USDJPY", "orb", "long", 12.5, 157.1234, Utc("2026-01-13T07:25:01.250Z"), 157.0, null, 0.5, 250, 0),
        ],
        Today = new TodayStatus(-1.5, -750.25),
        ByStrategy = [new StrategyDayStatus("lsg", -1.5, 2, -750.25), new StrategyDayStatus("orb", 0, 0, 0)],
        Risk = new RiskStatus(true, null),
        Costs = new CostStatus(new Dictionary<string, double?> { ["EURUSD"] = 0.6, ["USDJPY"] = 0.8 }, "1 pip"),
        Ws = new FeedStatus { Connected = true, Errors = 2, State = "live", LatencyP50Ms = 1.5, LatencyP99Ms = 12 },
        Total = new TotalStatus(3.25, 1500.5, 12, 101_500.5, 1.2345),
        Pending =
        [
            new PendingOrderStatus("EURUSD", "orb", "long", "stop", 1.1012, 1.1, 1.103, Utc("2026-01-13T07:30:00Z"), Utc("2026-01-13T09:00:00Z")),
            new PendingOrderStatus("USDJPY", "lsg", "short", "limit", 158, 158.5, null, Utc("2026-01-13T07:30:00Z"), null),
        ],
        Blocked = [new BlockedStatus("cooldown", 2), new BlockedStatus("max_open_positions", 1)],
        Data = [new SymbolDataStatus("EURUSD", 100, 1, 2, 3, true), new SymbolDataStatus("USDJPY", 99, 0, 0, 0, false)],
    };

    private static DateTime Utc(string iso) => EventTime.ToDateTime(SampleRecords.At(iso));
}
