namespace Axfl.Contracts;

/// <summary>One price of one symbol.</summary>
/// <param name="Time">Unix milliseconds, UTC.</param>
/// <param name="Price">Mid price, quote currency: the mean of bid and ask, or the one price of a feed that has no quotes.</param>
/// <param name="Spread">Ask - bid, quote currency; <see cref="double.NaN"/> when the feed has no quotes.</param>
public readonly record struct Tick(long Time, double Price, double Spread = double.NaN)
{
    /// <summary>A tick from a quote: price is the mid.</summary>
    public static Tick FromQuote(long time, double bid, double ask) => new(time, (bid + ask) / 2, ask - bid);
}
