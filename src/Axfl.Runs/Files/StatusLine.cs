using System.Globalization;
using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>The JSON of a status block as it stands there; lines of the older program end after <c>ws</c>.</summary>
internal sealed record StatusLine(
    bool Ok, string? Error, string Mode, string Source, string Interval, DateTime Since, DateTime Now, string[]? Symbols, PositionStatus[]? Positions, TodayLine Today,
    RiskStatus? Risk, CostLine Costs, FeedStatus? Ws, TotalStatus? Total, PendingOrderStatus[]? Pending, IReadOnlyDictionary<string, int>? Blocked,
    GuardsLine? Guards,
    IReadOnlyList<SymbolDataStatus>? Data, string? Day, string? Run, string? LedgerHash, AlertStatus? Alerts = null)
{
    /// <summary>The status it tells of.</summary>
    public PortfolioStatus ToStatus()
    {
        var symbols = JsonReading.Items(JsonReading.Given(Symbols, "symbols"));
        RefuseHalf();
        return new PortfolioStatus
        {
            Ok = Ok,
            Error = Error,
            Mode = Mode,
            Source = Source,
            Interval = Interval,
            Since = Since,
            Now = Now,
            Symbols = symbols,
            Positions = JsonReading.Items(JsonReading.Given(Positions, "positions")),
            Today = new TodayStatus(Today.RTotal, Today.PnlTotal),
            ByStrategy = JsonReading.Items(JsonReading.Given(Today.ByStrategy, "by_strategy")),
            Risk = JsonReading.Given(Risk, "risk"),
            Costs = new CostStatus(Costs.SpreadOf(symbols), Costs.SlippageModel),
            Ws = JsonReading.Given(Ws, "ws"),
            Total = Total ?? new TotalStatus(0, 0, 0, 0, 0),
            Pending = JsonReading.Items(Pending),
            Blocked = Blocked is null ? [] : [.. Blocked.Select(b => new BlockedStatus(b.Key, b.Value))],
            News = Guards?.News?.ToStatus(),
            Parity = Guards?.Factors,
            CurrencyNet = Guards?.Net,
            Data = Data ?? [],
            Day = Day ?? Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Run = Run ?? "",
            LedgerHash = LedgerHash ?? "",
            Alerts = Alerts,
        };
    }

    // Lines of the older program have none of what follows "ws": whoever has a part of it has lost the rest.
    private void RefuseHalf()
    {
        (string Name, object? Value)[] newer =
            [("total", Total), ("pending", Pending), ("blocked", Blocked), ("data", Data), ("day", Day), ("run", Run), ("ledger_hash", LedgerHash)];
        if (newer.All(static m => m.Value is null)) return;
        foreach (var (name, value) in newer) JsonReading.Given(value, name);
    }
}

/// <summary>Results of the trading day, those of each strategy in them.</summary>
internal readonly record struct TodayLine(double RTotal, double PnlTotal, StrategyDayStatus[]? ByStrategy);

/// <summary>Costs in force. The spread is one number, or null, where one symbol is traded; else an object.</summary>
internal readonly record struct CostLine(JsonElement SpreadPips, string SlippageModel)
{
    /// <summary>The spread by symbol.</summary>
    public IReadOnlyDictionary<string, double?> SpreadOf(IEnumerable<string> symbols)
    {
        if (SpreadPips.ValueKind == JsonValueKind.Object) return JsonReading.Read<IReadOnlyDictionary<string, double?>>(SpreadPips);
        double? pips = SpreadPips.ValueKind == JsonValueKind.Null ? null : JsonReading.Read<double>(SpreadPips);
        return symbols.ToDictionary(s => s, _ => pips);
    }
}
