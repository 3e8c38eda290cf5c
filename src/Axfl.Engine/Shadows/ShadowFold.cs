using System.Globalization;
using Axfl.Contracts;
using Axfl.Engine.Account;
using Axfl.Engine.Events;
using Axfl.Engine.Exits;
using Axfl.Engine.Fills;
using Axfl.Engine.Gates;
using Axfl.Engine.Orders;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Risk;

namespace Axfl.Engine.Shadows;

/// <summary>
/// Orders folded each for itself: with the fills, exits and costs of a plan, and without its gates, limits, halts, weights and strategies. No order sees another.
/// </summary>
/// <remarks>
/// An order lives until its expiry or the end of its window; a position has its stop loss, target, time stop and the end of its session, and is closed at the
/// end of the bars. A fill with the stop loss on the wrong side, or nearer than the plan's <c>min_stop_pips</c>, does not happen. R does not depend on size.
/// </remarks>
public sealed class ShadowFold : IStepFold
{
    private static readonly StrategyDefinition NoStrategy = new("", "", [], StrategyDefinition.BuiltInSource, static _ => new Idle());

    private readonly EnginePlan _plan;
    private readonly IShadowDriver _driver;
    private readonly PortfolioState _state;
    private readonly TradingAccount _account;
    private readonly EntryFill _entries;
    private readonly PositionExit _exits;
    private readonly OpenOfBar _open;
    private readonly IntrabarModel _intrabar;
    private readonly ShadowOutcomes _outcomes = new();
    private readonly StepBar?[] _bars;
    private long _numbered;
    private bool _isClosing;

    /// <summary>A fold at its beginning.</summary>
    /// <param name="plan">The plan of the run.</param>
    /// <param name="driver">Says which orders there are.</param>
    internal ShadowFold(EnginePlan plan, IShadowDriver driver)
    {
        _driver = driver;
        _plan = Alone(plan, driver.KeepsFlat);
        _state = new PortfolioState(_plan, _outcomes);
        _account = new TradingAccount(_state);
        var halts = new Halts(_state, _account);
        _entries = new EntryFill(_state, _account, new GateKeeper(_state, _account, halts));
        _exits = new PositionExit(_state, _account, halts);
        _open = new OpenOfBar(_state, _entries, _exits);
        _intrabar = ChosenModel.Make(plan.Intrabar, _state.Markets, _entries, _exits, _outcomes);
        _bars = new StepBar?[_state.Markets.Length];
        foreach (var market in _state.Markets) market.Slots = [];
    }

    /// <summary>Runs a plan over bars, and beside it, step by step, the orders that drivers name, those of each in a fold of their own.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="bars">Bars of each symbol in plan order, those of the warm-up included.</param>
    /// <param name="observer">Observes the run, each step before the drivers are asked.</param>
    /// <param name="drivers">Name the orders.</param>
    /// <param name="cancellation">Stops it between two steps.</param>
    /// <exception cref="AxflException">A profit cannot be converted, or a strategy fails.</exception>
    public static void Run(EnginePlan plan, IReadOnlyList<SharedBars> bars, IEngineObserver observer, IReadOnlyList<IShadowDriver> drivers, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentNullException.ThrowIfNull(observer);
        ArgumentNullException.ThrowIfNull(drivers);
        if (bars.Count != plan.Symbols.Count) throw new ArgumentException($"The plan has {plan.Symbols.Count} symbols, there are bars of {bars.Count}.", nameof(bars));
        var engine = new PortfolioEngine(plan, observer);
        var shadows = drivers.Select(d => new ShadowFold(plan, d)).ToArray();
        Backtest.Fold(new Together([engine, .. shadows]), bars, cancellation);
        engine.End();
        foreach (var shadow in shadows) shadow.End();
    }

    /// <summary>Adds an order. At the close of a bar it is as if it were placed then; before the inside of a bar, as if it had waited until that bar.</summary>
    /// <param name="symbol">Index of its symbol in the plan.</param>
    /// <param name="slot">Windows and time stop.</param>
    /// <param name="order">The order as it was placed.</param>
    /// <param name="placed">Open time of the bar at whose close it was placed, unix ms.</param>
    /// <param name="choice">What becomes of it where a bar does not say.</param>
    public ShadowOrder Add(int symbol, SlotPlan slot, in EntryOrder order, long placed, ShadowChoice choice = ShadowChoice.AsRun)
    {
        ArgumentNullException.ThrowIfNull(slot);
        var market = _state.Markets[symbol];
        var id = (_numbered++).ToString(CultureInfo.InvariantCulture);
        var own = new Slot(market, new StrategyDay(id), slot with { Definition = NoStrategy }, _plan.Interval)
        {
            RiskPercent = _plan.Account.RiskPerTradePct, HasPending = true, Pending = PendingOrder.Place(order, market.Close, placed),
        };
        var shadow = new ShadowOrder(own, choice, _exits);
        _outcomes.Add(id, shadow);
        market.Slots = [.. market.Slots, own];
        if (_isClosing && _plan.FillAtClose && own.Pending.IsMarket)
            _entries.Fill(own, market.Close, market.CloseSpread, _state.BarTime + _plan.Interval.Milliseconds);
        else if (!_isClosing && _bars[symbol] is { } bar) _open.Walk(own, bar.Bar);
        return shadow;
    }

    /// <inheritdoc/>
    void IStepFold.Step(ReadOnlySpan<StepBar> bars)
    {
        var time = bars[0].Bar.Time;
        _state.BarTime = time;
        _account.Conversions.Refresh();
        _state.Day.Roll(time);
        _isClosing = false;
        Array.Clear(_bars);
        foreach (ref readonly var bar in bars) _bars[bar.Symbol] = bar;
        _driver.BeforeOpen(this);
        foreach (ref readonly var bar in bars)
        {
            var market = _state.Markets[bar.Symbol];
            market.Take(bar);
            foreach (var slot in market.Slots) _open.Walk(slot, bar.Bar);
        }

        _driver.BeforeInside(this);
        _intrabar.Walk(bars);
        foreach (ref readonly var bar in bars) _state.Markets[bar.Symbol].Complete(bar.Bar);
        _isClosing = true;
        _driver.AfterClose(this);
        foreach (var market in _state.Markets) Sweep(market);
    }

    private void End()
    {
        foreach (var market in _state.Markets)
        {
            _state.BarTime = market.LastBarTime;
            foreach (var slot in market.Slots)
            {
                if (slot.HasPending) _state.Cancel(slot, CancelReason.End, market.LastBarTime);
                if (!slot.HasPosition) continue;
                _exits.Close(
                    slot, market.Close, market.LastCloseSpread, ExitReasons.EndOfReplay, market.LastBarTime + _plan.Interval.Milliseconds,
                    _state.Day.NameOf(market.LastBarTime));
            }
        }
    }

    // What is over is looked at no more.
    private void Sweep(Market market)
    {
        foreach (var slot in market.Slots)
        {
            if (slot.IsInUse) continue;
            market.Slots = [.. market.Slots.Where(s => s.IsInUse)];
            _outcomes.Forget();
            return;
        }
    }

    // No rule but the least stop, no equity that decides a size, and a slot that does nothing where there is one, for the conversion of its currency.
    private static EnginePlan Alone(EnginePlan plan, bool keepsFlat)
    {
        var without = PlanRules.Without(plan, PlanRules.InOrder.Where(r => r != PlanRules.MinStop));
        return without with
        {
            // What filled in the run passed their gates there: here they do nothing but close.
            Blackouts = keepsFlat ? plan.Blackouts : [],
            News = keepsFlat ? plan.News : null,
            Risk = without.Risk with { Weights = new WeightPlan(), RiskParity = null },
            MissedEntries = null,
            Account = plan.Account with { FixedRisk = true, StartingEquity = 100_000, RiskPerTradePct = 1, UnitStep = 1e-6 },
            Symbols = [.. plan.Symbols.Select(s => s with { Slots = [.. s.Slots.Select(slot => slot with { Definition = NoStrategy })] })],
        };
    }

    private sealed class Idle : IStrategy
    {
        public void OnBar(in Bar bar, IOrderDesk desk)
        {
            // Orders come from the driver.
        }
    }

    private sealed class Together(IStepFold[] folds) : IStepFold
    {
        public void Step(ReadOnlySpan<StepBar> bars)
        {
            foreach (var fold in folds) fold.Step(bars);
        }
    }
}
