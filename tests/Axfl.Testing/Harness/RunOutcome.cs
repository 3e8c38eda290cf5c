using System.Globalization;
using Axfl.Engine;
using Axfl.Engine.Events;
using Axfl.Engine.Plan;
using Axfl.Engine.Results;

namespace Axfl.Testing.Harness;

/// <summary>What the engine said, in words and pips.</summary>
internal sealed class RunOutcome : IEngineObserver
{
    public RunOutcome(EnginePlan plan) => Engine = new PortfolioEngine(plan, this);

    public PortfolioEngine Engine { get; }

    public List<DecisionRecord> Decisions { get; } = [];

    public List<TradeRecord> Trades { get; } = [];

    public List<HaltRecord> Halts { get; } = [];

    /// <summary>Each decision as <c>bar stage result</c>, e.g. <c>1 fill filled</c>: bar 1 is the second.</summary>
    public string[] Story => [.. Decisions.Select(d => $"{BarOf(d.Time)} {d.Stage.Name()} {d.Result.Name}")];

    /// <summary>The same with symbol and strategy before.</summary>
    public string[] StoryBySlot => [.. Decisions.Select(d => $"{d.Instrument.Symbol} {d.Strategy}: {BarOf(d.Time)} {d.Stage.Name()} {d.Result.Name}")];

    /// <summary>Each trade as <c>bar of entry entry -> bar of exit exit reason</c>, prices in pips.</summary>
    public string[] Ledger => [.. Trades.Select(t => string.Create(
        CultureInfo.InvariantCulture, $"{BarOf(t.EntryTime)} {Pips.Of(t.Entry)} -> {BarOf(t.ExitTime)} {Pips.Of(t.Exit)} {t.Reason.Name}"))];

    /// <summary>The only trade.</summary>
    public TradeRecord Trade => Assert.Single(Trades);

    /// <summary>The last decision's result.</summary>
    public string Last => Decisions[^1].Result.Name;

    /// <summary>The last decision's detail.</summary>
    public string Detail => Decisions[^1].Detail;

    public void OnOrderPlaced(in OrderPlaced placed) => Decisions.Add(placed.Decision);

    public void OnOrderBlocked(in OrderBlocked blocked) => Decisions.Add(blocked.Decision);

    public void OnOrderCancelled(in OrderCancelled cancelled) => Decisions.Add(cancelled.Decision);

    public void OnTradeOpened(in TradeOpened opened) => Decisions.Add(opened.Decision);

    public void OnTradeClosed(in TradeClosed closed) => Trades.Add(closed.Trade);

    public void OnHaltBegan(in HaltBegan began) => Halts.Add(began.Halt);

    public void OnHaltEnded(in HaltEnded ended) => Halts.Add(ended.Halt);

    private static string BarOf(long time) => ((time - Scenario.Start) / 300_000.0).ToString("0.###", CultureInfo.InvariantCulture);
}
