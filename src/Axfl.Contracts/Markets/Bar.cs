namespace Axfl.Contracts;

/// <summary>One complete OHLC bar, named by its open time and covering [Time, Time + interval). Mid prices.</summary>
/// <param name="Time">Open time, unix milliseconds, UTC.</param>
/// <param name="Open">First price, quote currency.</param>
/// <param name="High">Highest price; at least Open and Close.</param>
/// <param name="Low">Lowest price; at most Open and Close.</param>
/// <param name="Close">Last price.</param>
/// <param name="Volume">Volume as the source counts it; 0 when it has none.</param>
public readonly record struct Bar(long Time, double Open, double High, double Low, double Close, double Volume = 0)
{
    /// <summary>Open time, UTC.</summary>
    public DateTime OpenTime => EventTime.ToDateTime(Time);
}
