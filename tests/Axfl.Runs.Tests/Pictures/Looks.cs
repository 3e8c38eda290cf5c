using Axfl.Contracts;
using Axfl.Runs.Files;
using Axfl.Runs.Pictures;
using Axfl.Runs.Watching;

namespace Axfl.Runs.Tests.Pictures;

/// <summary>Looks at runs, made by hand.</summary>
internal static class Looks
{
    public static DateTime Time { get; } = new(2025, 10, 15, 8, 25, 10, DateTimeKind.Utc);

    public static PositionStatus Long { get; } = new("EURUSD", "lsg", "long", 40_000, 1.1050, At(8, 0), 1.1040, 1.1070, 0.5, 20.5, 5);

    public static NowStatePrice Fresh { get; } = new("EURUSD", 1.1055, 1.10547, 1.10553, Time.AddSeconds(-2), Time.AddSeconds(-2), true, null);

    public static PortfolioStatus Status { get; } = new()
    {
        Mode = "ws", Source = "oanda", Interval = "5m", Symbols = ["EURUSD", "GBPUSD"], Day = "2025-10-15", Run = "portfolio-20251015T070000Z-abcd", LedgerHash = "",
        Since = At(7, 0), Now = At(8, 20), Today = new TodayStatus(-1.4, -700), Risk = new RiskStatus(false, -5),
        Costs = new CostStatus(new Dictionary<string, double?> { ["EURUSD"] = 0.6, ["GBPUSD"] = null }, "max(1 pip, ATR/1000)"),
        Ws = new FeedStatus { Connected = true, State = "live", Errors = 1, LatencyP50Ms = 3.25, LatencyP99Ms = 41 },
        ByStrategy = [new StrategyDayStatus("lsg", -1.4, 2, -700), new StrategyDayStatus("orb", 0, 0, 0)],
        Total = new TotalStatus(2.25, 1234.5, 7, 101_234.5, 0.75), Positions = [Long],
        Pending = [new PendingOrderStatus("GBPUSD", "orb", "short", "stop", 1.25, 1.255, null, At(8, 15), null)],
        Blocked = [new BlockedStatus("max_open_positions", 3)],
        Data = [new SymbolDataStatus("EURUSD", 1234, 1, 0, 2, false), new SymbolDataStatus("GBPUSD", 1230, 0, 0, 0, false)],
    };

    public static NowState State { get; } = new(
        null, Time.AddSeconds(-1), RunStates.Running, [Fresh, new("GBPUSD", 1.2501, null, null, Time.AddSeconds(-40), Time.AddSeconds(-40), false, "no price for 40 s")],
        [new("lsg", At(7, 0), At(10, 0)), new("orb", At(12, 0), At(13, 30))],
        [new(null, -1.4, -5, 2, null), new("lsg", -1.4, -2, 2, 3), new("orb", 0, null, 0, 3)], [],
        [Trade("orb", 0.4, At(7, 30)), Trade("lsg", -1.05, At(8, 10))], [Refusal(At(8, 5)), Refusal(At(8, 15))]);

    public static RunLook Live { get; } = new(Status.Run, Time) { Report = Report(RunStates.Running), Now = State, Status = Status, Curve = Curve };

    public static RunLook Replay { get; } = Live with
    {
        Status = Status with { Mode = "replay", Source = "csv", Ws = new FeedStatus() }, Report = null, Progress = new ProgressEvent(0.63, 123_456, 812_000, At(8, 20)),
    };

    public static EquityCurve Curve => new([At(7, 30), At(8, 10)], [400, -300], 120, 1000);

    public static NowStateTrade Trade(string strategy, double r, DateTime exit) => new("EURUSD", strategy, "long", exit, 1.1040, r > 0 ? "TP" : "SL", r, r * 500);

    public static NowStateRefusal Refusal(DateTime time) => new(time, "GBPUSD", "lsg", "short", "fill", "max_open_positions", "stop", 1.25, "2 >= 2");

    public static RunReport Report(string state, string? error = null) => new() { Run = Status.Run, Directory = "/r", State = state, Error = error, Mode = "ws" };

    public static DateTime At(int hour, int minute) => new(2025, 10, 15, hour, minute, 0, DateTimeKind.Utc);

    public static string[] Text(RunLook look, int width, int height, bool unicode = true, string? keys = "p hold | q quit") =>
        [.. RunPicture.Draw(look, new PictureFormat(width, height, false, unicode), keys).Select(l => l.Text.TrimEnd())];
}
