using Axfl.Contracts;
using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Account;

/// <summary>The currency conversion of each symbol of the plan.</summary>
internal sealed class Conversions
{
    private readonly CurrencyConversion[] _ofMarket;

    /// <exception cref="AxflException">A traded symbol's profit cannot be converted into the account currency.</exception>
    public Conversions(PortfolioState state)
    {
        var account = state.Plan.Account.Currency;
        _ofMarket = [.. state.Markets.Select(m => m.Slots.Length == 0
            ? CurrencyConversion.Unity : CurrencyConversion.For(m, account, state.Markets) ?? throw Missing(m, account))];
    }

    /// <summary>Takes the prices in force before any bar of a step is complete.</summary>
    public void Refresh()
    {
        foreach (var conversion in _ofMarket) conversion.Refresh();
    }

    /// <summary>The symbols whose prices convert others, by their places in the plan.</summary>
    public int[] Sources => [.. _ofMarket.Select(c => c.Source).OfType<Market>().Select(m => m.Index).Distinct()];

    /// <summary>Whether prices of another symbol convert those of a symbol.</summary>
    public bool IsConverted(Market market) => _ofMarket[market.Index].Source is not null;

    /// <summary>What one unit of a symbol's quote currency is worth at a fill's price with costs; NaN when no conversion price is known yet.</summary>
    public double Rate(Market market, double fill) => _ofMarket[market.Index].At(fill);

    private static AxflException Missing(Market market, string account) => new(
        "ConversionSymbolMissing", ErrorKind.Configuration,
        $"{market.Instrument.Symbol}: profit in {market.Instrument.Quote} cannot be converted into {account}. Add a symbol of "
        + $"{market.Instrument.Quote} and {account} to the plan's symbols.") { Target = market.Instrument.Symbol };
}
