using Axfl.Contracts;
using Axfl.Engine.Account;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Risk;

namespace Axfl.Engine.Gates;

/// <summary>An entry order before the gates, and all that they may look at.</summary>
internal readonly ref struct GateCheck
{
    public required PortfolioState State { get; init; }

    public required TradingAccount Account { get; init; }

    public required Halts Halts { get; init; }

    public required Slot Slot { get; init; }

    public required EntryOrder Order { get; init; }

    /// <summary>Price before costs: placed, the order's; at the fill, that of the fill.</summary>
    public required double Price { get; init; }

    /// <summary>Price with costs at the fill; NaN when placed.</summary>
    public required double Fill { get; init; }

    /// <summary>Spread, quote currency.</summary>
    public required double Spread { get; init; }

    public bool IsAtFill => !double.IsNaN(Fill);

    public Market Market => Slot.Market;

    public RiskPlan Risk => State.Plan.Risk;

    /// <summary>Open time of the bar in hand, or time of the tick, unix ms.</summary>
    public long Time => State.BarTime;

    /// <summary>End of the bar, or tick, in hand, unix ms, exclusive.</summary>
    public long Until => State.BarTime + Market.BarLength;
}
