using Axfl.Contracts;

namespace Axfl.Cli.Tests.Fakes;

/// <summary>Small objects to show.</summary>
internal static class Samples
{
    public const string StatusJson = """{"ok":true,"mode":"replay"}""";

    public static DateTime Monday { get; } = new(2026, 1, 12, 7, 5, 0, DateTimeKind.Utc);

    public static PortfolioStatus Status { get; } = new()
    {
        Mode = "replay",
        Source = "csv",
        Interval = "5m",
        Since = Monday,
        Now = Monday,
        Symbols = ["EURUSD"],
        Today = new TodayStatus(0, 0),
        Risk = new RiskStatus(false, -5),
        Costs = new CostStatus(new Dictionary<string, double?> { ["EURUSD"] = 0.6 }, "max(1 pip, ATR/1000)"),
        Total = new TotalStatus(0, 0, 0, 100_000, 0),
        Day = "2026-01-12",
        Run = "run-1",
        LedgerHash = "e3b0",
    };

    public static StrategyDefinition Strategy { get; } = new(
        "orb", "Opening range breakout.",
        [new StrategyParameterInfo("break_pips", typeof(double), false, "pips", 0, 100, 3.0, "How far beyond the edge the break must reach.")],
        "built in", _ => throw new NotSupportedException());

    public static SessionsProfile Profile { get; } = new()
    {
        Path = "/plans/sessions.yaml",
        Profile = "portfolio",
        Symbols = ["EURUSD"],
        Interval = "5m",
        Source = "auto",
        Strategies = [],
        Values = [new PlanValue("risk.max_open_positions", "2", "sessions.yaml:12"), new PlanValue("costs.atr_divisor", "1000", "default")],
        Warnings = [],
        Yaml = "portfolio:\n  interval: 5m\n",
    };

    public static Decision Refusal { get; } = new()
    {
        Time = Monday, Symbol = "EURUSD", Strategy = "lsg", Stage = "fill", Result = "max_open_positions", Side = "short", Type = "stop", Price = 1.16512,
        StopLoss = 1.166, Target = 1.164, Detail = "2 >= 2",
    };

    public static Trade Trade { get; } = new()
    {
        TradeId = 1, Symbol = "EURUSD", Strategy = "orb", Side = "long", Units = 250_000, EntryTime = Monday, Entry = 1.16512, StopLoss = 1.1645, Target = null,
        ExitTime = Monday.AddHours(2), Exit = 1.16412, Reason = "SL", R = -1.0512, Pnl = -525.6, Costs = 65.2, BarsHeld = 24, MaeR = -1.05, MfeR = 0.3, Tag = "up",
    };

    public static RunSummary Summary() => new()
    {
        Run = "run-1",
        Profile = "portfolio",
        Mode = "replay",
        Source = "csv",
        Interval = "5m",
        Since = Monday,
        Until = Monday.AddDays(5),
        Symbols = ["EURUSD"],
        LedgerHash = "abc123",
        Metrics = new PortfolioMetrics
        {
            Trades = 3, Wins = 1, Losses = 2, WinRate = 1.0 / 3, TotalR = -1.25, AverageR = -0.41667, MaxDrawdownR = 2.1, MaxDrawdownPct = 1.04, Pnl = -612.5,
            Costs = 310.25, CostShare = 0.613, Equity = 99_387.5,
            Breakdown = [new MetricsBreakdown("strategy", "orb", 3, 1, 2, -1.25, -612.5), new MetricsBreakdown("weekday", "1", 3, 1, 2, -1.25, -612.5)],
        },
    };
}
