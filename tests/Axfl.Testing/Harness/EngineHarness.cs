using Axfl.Contracts;
using Axfl.Engine.Events;
using Axfl.Engine.Plan;
using Axfl.Engine.Results;

namespace Axfl.Testing.Harness;

/// <summary>An engine over one or more symbols with scripted strategies, its records at hand.</summary>
internal sealed class EngineHarness : IEngineObserver
{
    public static readonly Instrument EurUsd = new("EURUSD", "EUR", "USD", 0.0001, 5, 0);

    public List<DecisionRecord> Decisions { get; } = [];

    public List<TradeRecord> Trades { get; } = [];

    public List<HaltRecord> Halts { get; } = [];

    public void OnOrderPlaced(in OrderPlaced placed) => Decisions.Add(placed.Decision);

    public void OnOrderBlocked(in OrderBlocked blocked) => Decisions.Add(blocked.Decision);

    public void OnOrderCancelled(in OrderCancelled cancelled) => Decisions.Add(cancelled.Decision);

    public void OnTradeOpened(in TradeOpened opened) => Decisions.Add(opened.Decision);

    public void OnTradeClosed(in TradeClosed closed) => Trades.Add(closed.Trade);

    public void OnHaltBegan(in HaltBegan began) => Halts.Add(began.Halt);

    public void OnHaltEnded(in HaltEnded ended) => Halts.Add(ended.Halt);

    public static long At(string iso) => EventTime.TryParseIso(iso, out var time) ? time : throw new FormatException(iso);

    /// <summary>A strategy that does at each bar what a delegate says.</summary>
    public static StrategyDefinition Scripted(Action<Bar, IOrderDesk> script) =>
        new("scripted", "", [], "test", _ => new ScriptedStrategy(script));

    public static EnginePlan Plan(Action<Bar, IOrderDesk> script, RiskPlan? risk = null, params Instrument[] instruments)
    {
        var always = new SessionWindow(new TimeOfDay(0), new TimeOfDay(1440), TimeZoneInfo.Utc, DaysOfWeek.All, new HashSet<int>());
        var definition = Scripted(script);
        return new EnginePlan
        {
            Since = long.MinValue,
            Interval = new Interval(5),
            Strategies = ["scripted"],
            Symbols = [.. (instruments.Length > 0 ? instruments : [EurUsd]).Select(i => new SymbolPlan(
                i, 0, [new SlotPlan("scripted", definition, new Dictionary<string, object?>(), [always], null)]))],
            Costs = new CostPlan { SlippageOn = SlippageOn.None },
            Risk = risk ?? new RiskPlan(),
        };
    }

    private sealed class ScriptedStrategy(Action<Bar, IOrderDesk> script) : IStrategy
    {
        public void OnBar(in Bar bar, IOrderDesk desk) => script(bar, desk);
    }
}
