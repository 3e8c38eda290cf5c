using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Runs.Parity;

/// <summary>Prices for people: the instrument's digits, one more when it says something.</summary>
internal static class PriceText
{
    /// <summary>A price; <c>none</c> when there is none.</summary>
    public static string Of(double price, Instrument instrument)
    {
        if (double.IsNaN(price)) return "none";
        var text = instrument.FormatPrice(price);
        return instrument.Digits > 0 && text.EndsWith('0') ? text[..^1] : text;
    }

    /// <summary>Two prices that differ: with all their digits when they would look the same.</summary>
    public static (string Left, string Right) Of(double left, double right, Instrument instrument)
    {
        var (l, r) = (Of(left, instrument), Of(right, instrument));
        return l != r ? (l, r) : (left.ToString("R", CultureInfo.InvariantCulture), right.ToString("R", CultureInfo.InvariantCulture));
    }

    /// <summary>A count.</summary>
    public static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);
}
