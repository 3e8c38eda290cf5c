using System.Globalization;

namespace Axfl.Contracts;

/// <summary>What the engine must know of a symbol.</summary>
/// <param name="Symbol">Canonical name, e.g. <c>EURUSD</c>.</param>
/// <param name="Base">Base currency, e.g. <c>EUR</c>.</param>
/// <param name="Quote">Quote currency, e.g. <c>USD</c>.</param>
/// <param name="Pip">Size of a pip in quote currency, positive (0.0001; 0.01 for JPY quotes).</param>
/// <param name="Digits">Decimals of a quoted price, 0 to 8.</param>
/// <param name="SpreadPips">Default spread, pips, not negative.</param>
public sealed record Instrument(string Symbol, string Base, string Quote, double Pip, int Digits, double SpreadPips)
{
    private readonly int _digits = Digits;
    private readonly string _priceFormat = PriceFormat(Digits);

    /// <summary>Decimals of a quoted price, 0 to 8.</summary>
    public int Digits
    {
        get => _digits;
        init
        {
            _digits = value;
            _priceFormat = PriceFormat(value);
        }
    }

    /// <summary>A price with Digits + 1 decimals, rounded half to even of the double's exact value, without negative zero.</summary>
    public string FormatPrice(double price) => (price == 0 ? 0.0 : price).ToString(_priceFormat, CultureInfo.InvariantCulture);

    /// <summary>The same as UTF-8, without allocation.</summary>
    /// <param name="price">The price.</param>
    /// <param name="utf8">Where it goes.</param>
    /// <param name="written">Bytes written.</param>
    /// <returns>Whether there was room for it.</returns>
    public bool TryFormatPrice(double price, Span<byte> utf8, out int written) =>
        (price == 0 ? 0.0 : price).TryFormat(utf8, out written, _priceFormat, CultureInfo.InvariantCulture);

    private static string PriceFormat(int digits) => "F" + (digits + 1).ToString(CultureInfo.InvariantCulture);
}
