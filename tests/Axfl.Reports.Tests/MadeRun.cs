using System.Text.Json;
using Axfl.Contracts;
using Axfl.Engine.Results;
using Axfl.Runs.Files;
using Axfl.Testing;

namespace Axfl.Reports.Tests;

/// <summary>A run directory whose trades and decisions are made up.</summary>
internal static class MadeRun
{
    private const string Plan = """
        portfolio:
          source: csv
          symbols: [SYMBOLS]
          strategies:
            - name: orb
              windows: [{start: "07:00", end: "10:00"}]
        """;

    /// <summary>A trade of 1 R risk 500 at a minute of 2025.</summary>
    public static Trade Trade(int id, double r, int minute = 0, string symbol = "EURUSD", string tag = "", string strategy = "orb") => new()
    {
        TradeId = id, Symbol = symbol, Strategy = strategy, Side = id % 2 == 0 ? "long" : "short", Units = 1000, EntryTime = Start.AddMinutes(minute), Entry = 1.1, StopLoss = 1.101, Target = 1.098,
        ExitTime = Start.AddMinutes(minute + 5), Exit = 1.1 - 0.001 * r, Reason = r > 0 ? "TP" : "SL", R = r, Pnl = 500 * r, Costs = 5, BarsHeld = 1, MaeR = Math.Min(0, r), MfeR = Math.Max(0, r), Tag = tag,
        CostSpread = 2, CostSlippage = 3, CostCommission = 0, Risk = 500,
    };

    /// <summary>Monday, 6 January 2025, 07:00.</summary>
    public static DateTime Start { get; } = new(2025, 1, 6, 7, 0, 0, DateTimeKind.Utc);

    /// <summary>Writes one.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="trades">Its trades.</param>
    /// <param name="decisions">Its decisions.</param>
    /// <param name="id">Run id.</param>
    /// <param name="symbols">Its symbols.</param>
    /// <param name="change">Changes the summary's text.</param>
    public static string Write(
        string directory, IReadOnlyList<Trade> trades, IEnumerable<Decision>? decisions = null, string id = "made", string symbols = "EURUSD", Func<string, string>? change = null)
    {
        Directory.CreateDirectory(directory);
        var plan = SessionsFiles.Load(Plan.Replace("SYMBOLS", symbols, StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(directory, RunFiles.Plan), plan.Description.Yaml);
        File.WriteAllBytes(Path.Combine(directory, RunFiles.Trades), TradesText.Of(trades, plan.Engine.Symbols.Select(s => s.Instrument)));
        Decision[] made = [.. decisions ?? []];
        File.WriteAllText(Path.Combine(directory, RunFiles.Decisions), string.Concat(made.Select(Line)));
        var metrics = Runs.Metrics.TradeMetrics.Compute(trades, 100_000, null);
        var end = trades.Count == 0 ? Start.AddDays(1) : trades.Max(t => t.ExitTime);
        using (var stream = File.Create(Path.Combine(directory, RunFiles.Summary)))
        {
            using var json = new Utf8JsonWriter(stream);
            SummaryJson.Write(new RunSummary
            {
                Run = id, State = RunStates.Ended, Profile = "portfolio", Mode = "replay", Source = "csv", Since = Start.Date, Until = end.AddDays(1), TradedSince = Start.Date, TradedUntil = end,
                Interval = "5m", Symbols = symbols.Split(", "), Metrics = metrics, LedgerHash = Ledger(Path.Combine(directory, RunFiles.Trades)), Version = "0.1.0",
                Decisions = made.GroupBy(d => d.Stage + ":" + d.Result).ToDictionary(g => g.Key, g => g.Count()),
            }, json);
        }

        var path = Path.Combine(directory, RunFiles.Summary);
        if (change is not null) File.WriteAllText(path, change(File.ReadAllText(path)));
        return directory;
    }

    /// <summary>A refused order.</summary>
    public static Decision Refused(int minute, string gate = "max_open_positions", string detail = "2 >= 2", string strategy = "orb", string symbol = "EURUSD") => new()
    {
        Time = Start.AddMinutes(minute), Symbol = symbol, Strategy = strategy, Stage = "place", Result = gate, Side = "long", Type = "stop", Price = 1.1, StopLoss = 1.09, Target = 1.11, Detail = detail,
    };

    private static string Ledger(string path)
    {
        using var ledger = new LedgerHash();
        foreach (var (trade, fields) in TradesCsv.Rows(path)) ledger.Append(trade, fields[TradesCsv.Units], fields[TradesCsv.Entry], fields[TradesCsv.Exit]);
        return ledger.Current;
    }

    private static string Line(Decision d) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["time"] = EventTime.ToIso(EventTime.FromDateTime(d.Time)), ["symbol"] = d.Symbol, ["strategy"] = d.Strategy, ["stage"] = d.Stage, ["result"] = d.Result, ["side"] = d.Side, ["type"] = d.Type,
        ["price"] = d.Price, ["stop_loss"] = d.StopLoss, ["target"] = d.Target, ["detail"] = d.Detail,
    }) + "\n";
}
