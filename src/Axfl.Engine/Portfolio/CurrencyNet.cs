namespace Axfl.Engine.Portfolio;

/// <summary>Net positions on one currency: a long position on BASE/QUOTE counts +1 for BASE and -1 for QUOTE, a short one the reverse. A metal is a currency.</summary>
internal static class CurrencyNet
{
    /// <summary>Of a currency.</summary>
    public static int Of(PortfolioState state, string currency)
    {
        var net = 0;
        if (state.OpenPositions == 0) return net;
        foreach (var market in state.Markets)
        {
            if (market.OpenPositions == 0) continue;
            var sign = (market.Instrument.Base == currency ? 1 : 0) - (market.Instrument.Quote == currency ? 1 : 0);
            if (sign == 0) continue;
            foreach (var slot in market.Slots)
                if (slot.HasPosition) net += sign * (int)slot.Position.Side;
        }

        return net;
    }

    /// <summary>Of all currencies, in ordinal order, without zeros. Allocates.</summary>
    public static IReadOnlyList<(string Currency, int Net)> Of(PortfolioState state) =>
    [
        .. state.Markets.SelectMany(m => (string[])[m.Instrument.Base, m.Instrument.Quote]).Distinct().Order(StringComparer.Ordinal)
            .Select(c => (c, Of(state, c))).Where(n => n.Item2 != 0),
    ];
}
