using Axfl.Contracts;

namespace Axfl.LiveHost;

/// <summary>Parameters of <see cref="OnceStrategy"/>: those every strategy has.</summary>
public sealed record OnceParameters : StrategyParameters;

/// <summary>Sells EURUSD at the market upon the bar of the sixth minute of an hour, whatever the prices, and does nothing else.</summary>
[Strategy("once", "Sells EURUSD once an hour, for tests.")]
public sealed class OnceStrategy(OnceParameters parameters, StrategySetup setup) : IStrategy
{
    private readonly double _pip = setup.Instrument.Pip;
    private readonly bool _trades = setup.Instrument.Symbol == "EURUSD" && parameters is not null;

    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        if (_trades && bar.Time / EventTime.Minute % 60 == 6) desk.Place(new EntryOrder(Side.Short, EntryType.Market, 0, bar.Close + 4 * _pip, bar.Close - 5 * _pip));
    }
}
