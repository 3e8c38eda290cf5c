using Axfl.Contracts;
using Axfl.Engine;
using Axfl.Engine.Events;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Strategies.Catalogue;
using BenchmarkDotNet.Attributes;

namespace Axfl.Benchmarks;

/// <summary>The engine alone over bars in memory: lsg, orb and arls on one symbol, all gates on. One operation is one strategy-bar.</summary>
[MemoryDiagnoser]
public class EngineBenchmark : IEngineObserver
{
    private const int Bars = 75_000, StrategyBars = Bars * 3;
    private StepBar[] _bars = [];
    private ReadOnlyMemory<StepBar>[] _series = [];
    private EnginePlan _plan = null!;

    [GlobalSetup]
    public void Setup()
    {
        _bars = MadeBars.Take(Bars);
        _series = [_bars];
        _plan = Plan(_bars[0].Bar.Time);
    }

    /// <summary>A plan of all strategies of the product on one symbol, all gates on.</summary>
    internal static EnginePlan Plan(long since)
    {
        IReadOnlyList<SessionWindow> windows = [new SessionWindow(new TimeOfDay(420), new TimeOfDay(600), TimeZoneInfo.Utc, DaysOfWeek.Weekdays, new HashSet<int>())];
        return new EnginePlan
        {
            Since = since, Interval = new Interval(5), Strategies = [.. StrategyCatalogue.BuiltIn.Select(d => d.Name)],
            Symbols = [new SymbolPlan(MadeBars.EurUsd, 0.6, [.. StrategyCatalogue.BuiltIn.Select(d => new SlotPlan(
                d.Name, d, d.Parameters.ToDictionary(p => p.Name, p => p.Default), windows, 120))])],
            Risk = new RiskPlan { MaxSpreadPips = 3, CooldownMinutes = 30, Drawdown = new DrawdownPlan(5, 120), HaltCountsOpen = true },
        };
    }

    [Benchmark(OperationsPerInvoke = StrategyBars)]
    public void Strategy_bar()
    {
        var engine = new PortfolioEngine(_plan, this);
        foreach (ref readonly var bar in _bars.AsSpan()) engine.Step(new ReadOnlySpan<StepBar>(in bar));
    }

    /// <summary>The same by the function, with an observer that keeps counts and the ledger hash.</summary>
    [Benchmark(OperationsPerInvoke = StrategyBars)]
    public string Backtest_strategy_bar()
    {
        using var totals = new BacktestTotals();
        Backtest.Run(_plan, _series, totals);
        return totals.LedgerHash;
    }

    public void OnOrderPlaced(in OrderPlaced placed)
    {
    }

    public void OnOrderBlocked(in OrderBlocked blocked)
    {
    }

    public void OnOrderCancelled(in OrderCancelled cancelled)
    {
    }

    public void OnTradeOpened(in TradeOpened opened)
    {
    }

    public void OnTradeClosed(in TradeClosed closed)
    {
    }

    public void OnHaltBegan(in HaltBegan began)
    {
    }

    public void OnHaltEnded(in HaltEnded ended)
    {
    }
}
