using Axfl.Engine.Results;

namespace Axfl.Engine.Events;

/// <summary>A position was closed.</summary>
/// <param name="Trade">The trade.</param>
public readonly record struct TradeClosed(TradeRecord Trade);
