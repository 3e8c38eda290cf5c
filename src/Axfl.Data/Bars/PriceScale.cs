using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Data.Bars;

/// <summary>Whether prices have the size that prices of their symbol have: 116106 for 1.16106 is a file without its decimal point, and trades all the same.</summary>
/// <param name="instrument">Instrument.</param>
internal sealed class PriceScale(Instrument instrument)
{
    // From a hundredth of EURUSD at par to twenty-five times gold at 4,000, in pips.
    private const double Least = 100, Most = 1_000_000;

    /// <summary>What is strange about a price; null: nothing, or there is none (NaN).</summary>
    public string? Fault(double price)
    {
        var pips = price / instrument.Pip;
        return !(pips < Least) && !(pips > Most) ? null : string.Create(CultureInfo.InvariantCulture,
            $"the last price, {price}, is {pips:0.######} pips of {instrument.Symbol} ({instrument.Pip}): is its decimal point where it belongs? It is traded as given.");
    }
}
