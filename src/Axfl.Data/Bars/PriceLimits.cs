using Axfl.Contracts;
using Axfl.Data.Markets;

namespace Axfl.Data.Bars;

/// <summary>How far a price may move and still be believed: the largest of so many ATR14, so many spreads, and a share of the price.</summary>
public static class PriceLimits
{
    /// <summary>Default of <c>live.max_tick_atr</c>, in ATR14.</summary>
    public const double Atr = 20;

    /// <summary>In spreads.</summary>
    public const double Spreads = 30;

    /// <summary>Share of the price: 0.5 %.</summary>
    public const double Share = 0.005;

    /// <summary>Share of the price of metals: 1.5 %.</summary>
    public const double MetalShare = 0.015;

    /// <summary>Share of the price after a pause (missing bars, a closed market, a gap in the feed): 3 %.</summary>
    public const double ShareAfterPause = 0.03;

    /// <summary>Share of the price of an instrument: that of metals or of currencies.</summary>
    /// <param name="instrument">Instrument; null: unknown, taken as a currency pair.</param>
    public static double ShareOf(Instrument? instrument) => Metals.Is(instrument) ? MetalShare : Share;
}
