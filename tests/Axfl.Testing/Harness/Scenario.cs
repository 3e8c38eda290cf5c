using Axfl.Contracts;
using Axfl.Engine;
using Axfl.Engine.Events;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;

namespace Axfl.Testing.Harness;

/// <summary>
/// One rule in a few lines: bars in pips from 1.1000, what strategies do at their closes, and what came of it. Unless it says otherwise: EURUSD,
/// 5-minute bars from Tuesday 2026-01-13 07:00 UTC, always in session, no costs, no limits, 100,000 USD of which a trade risks 500.
/// </summary>
internal sealed class Scenario
{
    public static readonly long Start = EngineHarness.At("2026-01-13T07:00:00Z");
    public static readonly Instrument GbpUsd = new("GBPUSD", "GBP", "USD", 0.0001, 5, 0);

    private readonly List<(int Bar, string Strategy, string Symbol, Action<IOrderDesk> Act)> _script = [];
    private readonly List<StepBar[]> _steps = [];
    private readonly List<SessionWindow> _windows = [];
    private Instrument[] _symbols = [EngineHarness.EurUsd];
    private string[] _strategies = ["a"];
    private double[] _spreads = [0, 0, 0];
    private int? _timeStop;
    private Func<EnginePlan, EnginePlan> _change = p => p;

    public static long Time(double bar) => Start + (long)(bar * 5 * EventTime.Minute);

    public static Bar BarAt(int index, double open, double high, double low, double close) =>
        new(Time(index), Pips.Price(open), Pips.Price(high), Pips.Price(low), Pips.Price(close));

    public Scenario On(params Instrument[] symbols)
    {
        _symbols = symbols;
        return this;
    }

    public Scenario Of(params string[] strategies)
    {
        _strategies = strategies;
        return this;
    }

    /// <summary>A session window of all slots, UTC, every day.</summary>
    public Scenario Window(string start, string end)
    {
        _windows.Add(SessionWindows.Daily(start, end));
        return this;
    }

    public Scenario TimeStop(int minutes)
    {
        _timeStop = minutes;
        return this;
    }

    /// <summary>Configured spreads, pips, by symbol.</summary>
    public Scenario Spread(params double[] pips)
    {
        _spreads = pips;
        return this;
    }

    public Scenario Plan(Func<EnginePlan, EnginePlan> change)
    {
        var before = _change;
        _change = p => change(before(p));
        return this;
    }

    public Scenario Risk(Func<RiskPlan, RiskPlan> change) => Plan(p => p with { Risk = change(p.Risk) });

    public Scenario Costs(Func<CostPlan, CostPlan> change) => Plan(p => p with { Costs = change(p.Costs) });

    public Scenario Account(Func<AccountPlan, AccountPlan> change) => Plan(p => p with { Account = change(p.Account) });

    /// <summary>What a strategy does at the close of a bar; the first strategy and symbol when none is named.</summary>
    public Scenario At(int bar, Action<IOrderDesk> act, string? strategy = null, Instrument? symbol = null)
    {
        _script.Add((bar, strategy ?? "", symbol?.Symbol ?? "", act));
        return this;
    }

    /// <summary>The next bar of the first symbol.</summary>
    public Scenario Bar(double open, double high, double low, double close) => Step((open, high, low, close));

    /// <summary>The next bar of every symbol, at one price.</summary>
    public Scenario Flat(double price = 0, int count = 1)
    {
        for (var i = 0; i < count; i++) Step([.. _symbols.Select(_ => ((double, double, double, double)?)(price, price, price, price))]);
        return this;
    }

    /// <summary>The next bar of each symbol in plan order; null: missing.</summary>
    public Scenario Step(params (double Open, double High, double Low, double Close)?[] bars)
    {
        var index = _steps.Count;
        _steps.Add([.. bars.Select((b, i) => (b, i)).Where(x => x.b is not null)
            .Select(x => new StepBar(x.i, BarAt(index, x.b!.Value.Open, x.b.Value.High, x.b.Value.Low, x.b.Value.Close)))]);
        return this;
    }

    /// <summary>The next bar as it is given.</summary>
    public Scenario Raw(StepBar bar)
    {
        _steps.Add([bar]);
        return this;
    }

    /// <summary>Bar times without any bar.</summary>
    public Scenario Gap(int count = 1)
    {
        for (var i = 0; i < count; i++) _steps.Add([]);
        return this;
    }

    public EnginePlan Build()
    {
        IReadOnlyList<SessionWindow> windows = _windows.Count > 0 ? _windows : [SessionWindows.Always];
        return _change(new EnginePlan
        {
            Since = long.MinValue,
            Interval = new Interval(5),
            Strategies = _strategies,
            Symbols = [.. _symbols.Select((symbol, i) => new SymbolPlan(symbol, _spreads[i], [.. _strategies.Select(strategy => new SlotPlan(
                strategy, Definition(strategy, symbol), new Dictionary<string, object?>(), windows, _timeStop))]))],
            Costs = new CostPlan { SlippageOn = SlippageOn.None },
            Risk = new RiskPlan
            {
                GlobalDailyStopR = null, PerStrategyDailyStopR = null, PerStrategyDailyTrades = null, MaxOpenPositions = null, MaxSymbolPositions = null,
            },
        });
    }

    /// <summary>All bars by symbol, in plan order.</summary>
    public IReadOnlyList<SharedBars> Bars() => [.. _symbols.Select((_, i) => SharedBars.Of(_steps.SelectMany(s => s).Where(b => b.Symbol == i).ToArray()))];

    /// <summary>Runs all bars; the engine is at hand for more.</summary>
    public RunOutcome Run(bool end = false)
    {
        var outcome = new RunOutcome(Build());
        foreach (var step in _steps)
            if (step.Length > 0) outcome.Engine.Step(step);
        if (end) outcome.Engine.End();
        return outcome;
    }

    /// <summary>Runs all bars before an observer.</summary>
    public void Run(IEngineObserver observer)
    {
        var engine = new PortfolioEngine(Build(), observer);
        foreach (var step in _steps)
            if (step.Length > 0) engine.Step(step);
    }

    private StrategyDefinition Definition(string strategy, Instrument symbol) => new(strategy, "", [], "test", _ => new Scripted(_script
        .Where(s => (s.Strategy.Length == 0 ? _strategies[0] : s.Strategy) == strategy && (s.Symbol.Length == 0 ? _symbols[0].Symbol : s.Symbol) == symbol.Symbol)
        .ToLookup(s => Time(s.Bar), s => s.Act)));

    private sealed class Scripted(ILookup<long, Action<IOrderDesk>> script) : IStrategy
    {
        public void OnBar(in Bar bar, IOrderDesk desk)
        {
            foreach (var act in script[bar.Time]) act(desk);
        }
    }
}
