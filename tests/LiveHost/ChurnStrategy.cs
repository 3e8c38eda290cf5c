using Axfl.Contracts;

namespace Axfl.LiveHost;

/// <summary>Parameters of <see cref="ChurnStrategy"/>: those every strategy has.</summary>
public sealed record ChurnParameters : StrategyParameters;

/// <summary>Trades all the time, in every way: market, stop and limit orders, expiries, cancellations and exits, by the bar's own numbers.</summary>
[Strategy("churn", "Trades all the time, for tests.")]
public sealed class ChurnStrategy(ChurnParameters parameters, StrategySetup setup) : IStrategy
{
    private readonly double _pip = setup.Instrument.Pip;
    private readonly string _tag = parameters.ToString().Length > 0 ? "churn" : "";

    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        var draw = (int)(Math.Abs(Math.Round(bar.Close * 1e5)) % 7 + bar.Time / 60_000 % 5);
        var side = draw % 2 == 0 ? Side.Long : Side.Short;
        var d = (int)side * _pip;
        switch (draw)
        {
            case 0 or 1: desk.Place(new EntryOrder(side, EntryType.Market, 0, bar.Close - 4 * d, bar.Close + 5 * d, Tag: _tag)); break;
            case 2 or 3: desk.Place(new EntryOrder(side, EntryType.Stop, bar.Close + d, bar.Close - 3 * d, bar.Close + 5 * d, bar.Time + 600_000)); break;
            case 4 or 5: desk.Place(new EntryOrder(side, EntryType.Limit, bar.Close - d, bar.Close - 4 * d, bar.Close + 3 * d)); break;
            case 6: desk.CancelEntry(); break;
            case 7: desk.ExitPosition(); break;
            default: break;
        }
    }
}
