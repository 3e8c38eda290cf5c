using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Account;

/// <summary>What one unit of a symbol's quote currency is worth in account currency.</summary>
/// <remarks>
/// Quote = account: 1. Base = account: 1 / price of the fill. Else the last close of a conversion symbol with an open time earlier than the
/// bar in hand: <see cref="Refresh"/> is called before any bar of a step is complete.
/// </remarks>
internal sealed class CurrencyConversion
{
    private readonly Market? _conversion;
    private readonly bool _baseIsAccount, _inverse;
    private double _converted = double.NaN;

    private CurrencyConversion(bool baseIsAccount, Market? conversion, bool inverse)
    {
        _baseIsAccount = baseIsAccount;
        _conversion = conversion;
        _inverse = inverse;
    }

    /// <summary>The symbol whose price converts; null: none is needed.</summary>
    public Market? Source => _conversion;

    public static CurrencyConversion Unity { get; } = new(false, null, false);

    /// <summary>The value for a symbol, or null when no symbol of the plan converts it.</summary>
    public static CurrencyConversion? For(Market market, string account, IReadOnlyList<Market> markets)
    {
        var quote = market.Instrument.Quote;
        if (quote == account) return Unity;
        if (market.Instrument.Base == account) return new CurrencyConversion(true, null, false);
        foreach (var other in markets)
        {
            if (other.Instrument.Base == quote && other.Instrument.Quote == account) return new CurrencyConversion(false, other, false);
            if (other.Instrument.Base == account && other.Instrument.Quote == quote) return new CurrencyConversion(false, other, true);
        }

        return null;
    }

    public void Refresh()
    {
        if (_conversion is not null) _converted = _inverse ? 1 / _conversion.Close : _conversion.Close;
    }

    /// <summary>Value at a fill's price with costs; NaN when no conversion price is known yet.</summary>
    public double At(double fill) => _conversion is not null ? _converted : _baseIsAccount ? 1 / fill : 1;
}
