using Axfl.Contracts;
using Axfl.Engine.Orders;
using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Fills;

/// <summary>The prices between which nothing fills: below the lowest level that a rise meets, above the highest that a fall meets.</summary>
internal struct QuietRange()
{
    private double _above = double.PositiveInfinity;
    private double _below = double.NegativeInfinity;

    /// <summary>Whether a bar reaches a level by its extremes.</summary>
    public readonly bool IsLeftBy(in Bar bar) => Prices.AtLeast(bar.High, _above) || Prices.AtMost(bar.Low, _below);

    /// <summary>A stop or limit entry: its price.</summary>
    public void Add(in PendingOrder order) => Add(Trigger.Direction(order.Order), order.Price);

    /// <summary>A position: its stop loss and its target.</summary>
    public void Add(in Position position)
    {
        Add(Trigger.Opposite(position.Side), position.StopLoss);
        Add(position.Side, position.Target);
    }

    // A level that is not there (NaN) is met by no price.
    private void Add(Side direction, double level)
    {
        if (double.IsNaN(level)) return;
        if (direction == Side.Long) _above = Math.Min(_above, level);
        else _below = Math.Max(_below, level);
    }
}
