using Axfl.Contracts;
using Axfl.Engine.Orders;
using Axfl.Engine.Plan;
using Axfl.Engine.Sessions;
using Axfl.Engine.State;

namespace Axfl.Engine.Portfolio;

/// <summary>One strategy on one symbol: at most one pending entry and one position.</summary>
internal sealed class Slot
{
    public Slot(Market market, StrategyDay strategy, SlotPlan plan, Interval interval, SessionCalendar? calendar = null)
    {
        Market = market;
        Strategy = strategy;
        TimeStop = plan.TimeStopMinutes is { } minutes ? minutes * EventTime.Minute : long.MaxValue;
        Calendar = calendar ?? new SessionCalendar(plan.Windows);
        Logic = ForeignStrategy.Create(plan.Definition, new StrategySetup(market.Instrument, interval, plan.Values));
        OnBar = Logic.OnBar;
    }

    public Market Market { get; }

    public StrategyDay Strategy { get; }

    public SessionCalendar Calendar { get; }

    /// <summary>The strategy, for those who keep its state.</summary>
    public IStrategy Logic { get; }

    /// <summary>Shows the strategy a complete bar. A delegate: one call site for strategies of many classes searches for the method at every bar.</summary>
    [field: NotState]
    public BarHandler OnBar { get; }

    /// <summary>Risk of a trade, percent of equity, weights included, parity not.</summary>
    public required double RiskPercent { get; init; }

    /// <summary>Milliseconds after which a position is closed; long.MaxValue: never.</summary>
    public long TimeStop { get; }

    public bool HasPending { get; set; }

    public bool HasPosition { get; set; }

    /// <summary>Whether it has something that prices act on: a pending entry or a position.</summary>
    public bool IsInUse => HasPending || HasPosition;

    /// <summary>Whether the strategy has asked for its position to be closed.</summary>
    public bool ExitRequested { get; set; }

    /// <summary>Time of the halt that asked to close the position: done at a later open; long.MaxValue: none.</summary>
    public long FlattenAfter { get; set; } = long.MaxValue;

    /// <summary>Time of the last losing exit; long.MinValue: none.</summary>
    public long LastLossTime { get; set; } = long.MinValue;

    // Mutable values, so fields.
#pragma warning disable CA1051
    /// <summary>The pending entry.</summary>
    public PendingOrder Pending;

    /// <summary>The position.</summary>
    public Position Position;
#pragma warning restore CA1051
}

/// <summary>Takes a complete bar: <see cref="IStrategy.OnBar"/>.</summary>
internal delegate void BarHandler(in Bar bar, IOrderDesk desk);
