using Axfl.Contracts;

namespace Axfl.Benchmarks;

/// <summary>Parameters of <see cref="BurstStrategy"/>: those every strategy has.</summary>
public sealed record BurstParameters : StrategyParameters;

/// <summary>At each bar ten orders, of which each takes the place of the one before and the last is filled: all there is to tell of a run, and much of it.</summary>
[Strategy("burst", "Places ten orders at each bar, for measuring.")]
public sealed class BurstStrategy(BurstParameters parameters, StrategySetup setup) : IStrategy
{
    private const int Orders = 10;

    private readonly double _pip = setup.Instrument.Pip;
    private readonly string _tag = parameters is null ? "" : "burst";

    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        for (var i = 1; i < Orders; i++)
            desk.Place(new EntryOrder(Side.Long, EntryType.Limit, bar.Close - (20 + i) * _pip, bar.Close - 60 * _pip, bar.Close, Tag: _tag));
        desk.Place(new EntryOrder(Side.Long, EntryType.Market, 0, bar.Close - 3 * _pip, bar.Close + 3 * _pip, Tag: _tag));
    }
}
