using Axfl.Contracts;

namespace Axfl.Engine;

/// <summary>One strategy on one symbol: at most one waiting entry and one position. It is the desk its strategy speaks to.</summary>
internal sealed class Slot : IOrderDesk
{
    private readonly Broker _broker;

    public Slot(Market market, StrategyDay strategy, SlotPlan plan, Interval interval, Broker broker)
    {
        Market = market;
        Strategy = strategy;
        TimeStop = plan.TimeStopMinutes is { } minutes ? minutes * EventTime.Minute : long.MaxValue;
        Calendar = new SessionCalendar(plan.Windows);
        Logic = ForeignStrategy.Create(plan.Definition, new StrategySetup(market.Instrument, interval, plan.Values));
        _broker = broker;
    }

    public Market Market { get; }

    public StrategyDay Strategy { get; }

    public SessionCalendar Calendar { get; }

    public IStrategy Logic { get; }

    /// <summary>Milliseconds after which a position is closed; long.MaxValue: never.</summary>
    public long TimeStop { get; }

    public bool HasWaiting { get; set; }

    public EntryOrder Waiting { get; set; }

    /// <summary>Open time of the bar at whose close the waiting order was placed.</summary>
    public long PlacedTime { get; set; }

    /// <summary>Whether the close at which a waiting stop was placed had already reached its price.</summary>
    public bool WaitingPassed { get; set; }

    public bool HasPosition { get; set; }

    /// <summary>The position; a mutable value, so a field.</summary>
#pragma warning disable CA1051
    public Position Position;
#pragma warning restore CA1051

    public bool ExitAsked { get; set; }

    /// <summary>Time of the halt that asked to close the position: done at a later open; long.MaxValue: none.</summary>
    public long FlattenAfter { get; set; } = long.MaxValue;

    /// <summary>Time of the last losing exit; long.MinValue: none.</summary>
    public long LastLossTime { get; set; } = long.MinValue;

    void IOrderDesk.Place(in EntryOrder order) => _broker.Place(this, OrderCheck.Checked(order));

    void IOrderDesk.CancelEntry()
    {
        if (HasWaiting) _broker.Cancel(this, DecisionResult.Strategy, _broker.BarTime);
    }

    void IOrderDesk.ExitPosition()
    {
        if (HasPosition) _broker.AskExit(this);
    }
}
