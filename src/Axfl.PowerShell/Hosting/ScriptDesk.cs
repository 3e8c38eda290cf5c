using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>The desk as script blocks use it: plain methods with plain arguments.</summary>
/// <param name="desk">The slot's desk.</param>
public sealed class ScriptDesk(IOrderDesk desk)
{
    /// <summary>Buys at the next open.</summary>
    public void BuyMarket(double stopLoss, double target = double.NaN, string tag = "") => Place(Side.Long, EntryType.Market, 0, stopLoss, target, tag);

    /// <summary>Sells at the next open.</summary>
    public void SellMarket(double stopLoss, double target = double.NaN, string tag = "") => Place(Side.Short, EntryType.Market, 0, stopLoss, target, tag);

    /// <summary>Buys when the market reaches a higher price.</summary>
    public void BuyStop(double price, double stopLoss, double target = double.NaN, string tag = "") => Place(Side.Long, EntryType.Stop, price, stopLoss, target, tag);

    /// <summary>Sells when the market reaches a lower price.</summary>
    public void SellStop(double price, double stopLoss, double target = double.NaN, string tag = "") => Place(Side.Short, EntryType.Stop, price, stopLoss, target, tag);

    /// <summary>Buys when the market comes down to a price.</summary>
    public void BuyLimit(double price, double stopLoss, double target = double.NaN, string tag = "") => Place(Side.Long, EntryType.Limit, price, stopLoss, target, tag);

    /// <summary>Sells when the market comes up to a price.</summary>
    public void SellLimit(double price, double stopLoss, double target = double.NaN, string tag = "") => Place(Side.Short, EntryType.Limit, price, stopLoss, target, tag);

    /// <summary>Cancels the waiting entry.</summary>
    public void CancelEntry() => desk.CancelEntry();

    /// <summary>Closes the position at the next open.</summary>
    public void ExitPosition() => desk.ExitPosition();

    private void Place(Side side, EntryType type, double price, double stopLoss, double target, string tag) =>
        desk.Place(new EntryOrder(side, type, price, stopLoss, target, Tag: tag));
}
