namespace Axfl.Contracts;

/// <summary>An entry a strategy asks for. Mid prices in quote currency, not rounded.</summary>
/// <param name="Side">Long buys, short sells.</param>
/// <param name="Type">Market, stop or limit.</param>
/// <param name="Price">Trigger price of a stop or limit; ignored for a market order.</param>
/// <param name="StopLoss">Protective stop; <see cref="double.NaN"/> means none, which the gate <c>risk_distance</c> blocks.</param>
/// <param name="Target">Profit target; <see cref="double.NaN"/> means none.</param>
/// <param name="Expiry">Unix ms at or after which a pending order is cancelled; default never.</param>
/// <param name="Tag">What the strategy says of its signal, e.g. <c>high_sweep</c>; default empty.</param>
public readonly record struct EntryOrder(
    Side Side, EntryType Type, double Price, double StopLoss, double Target = double.NaN, long Expiry = long.MaxValue, string Tag = "");

/// <summary>Direction of an order or position.</summary>
public enum Side
{
    /// <summary>Bought.</summary>
    Long = 1,

    /// <summary>Sold.</summary>
    Short = -1,
}

/// <summary>How an entry fills.</summary>
public enum EntryType
{
    /// <summary>At the open of the symbol's next bar (live: the first tick after the close).</summary>
    Market,

    /// <summary>When the market reaches a price beyond the present one.</summary>
    Stop,

    /// <summary>When the market comes to a better price than the present one.</summary>
    Limit,
}
