namespace Axfl.Engine;

/// <summary>A position was closed.</summary>
/// <param name="Trade">The trade.</param>
public readonly record struct TradeClosed(TradeRecord Trade);
