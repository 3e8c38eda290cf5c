using Axfl.Contracts;

namespace Axfl.Reports.Pack;

/// <summary>Bars as columns of variable-length integers, gzip, base64.</summary>
/// <remarks>The number of bars, then by column: time step, open - previous close, close - open, high - max(open, close), min(open, close) - low.</remarks>
internal static class BarColumns
{
    /// <summary>The bars, packed.</summary>
    /// <param name="bars">Ascending.</param>
    /// <param name="step">Unit of the time step, ms; each open time is a multiple of it.</param>
    /// <param name="scale">Prices are whole numbers of 1 / scale.</param>
    public static string Pack(ReadOnlySpan<Bar> bars, long step, double scale)
    {
        var bytes = new Varints(bars.Length * 7 + 16);
        bytes.AddUnsigned((ulong)bars.Length);
        var n = bars.Length;
        var before = 0L;
        for (var i = 0; i < n; i++)
        {
            var time = bars[i].Time / step;
            bytes.Add(time - before);
            before = time;
        }

        var prices = new long[n * 4];
        for (var i = 0; i < n; i++)
        {
            ref readonly var bar = ref bars[i];
            prices[i] = Whole(bar.Open, scale);
            prices[n + i] = Whole(bar.Close, scale);
            prices[2 * n + i] = Whole(bar.High, scale);
            prices[3 * n + i] = Whole(bar.Low, scale);
        }

        for (var i = 0; i < n; i++) bytes.Add(prices[i] - (i == 0 ? 0 : prices[n + i - 1]));
        for (var i = 0; i < n; i++) bytes.Add(prices[n + i] - prices[i]);
        for (var i = 0; i < n; i++) bytes.Add(prices[2 * n + i] - Math.Max(prices[i], prices[n + i]));
        for (var i = 0; i < n; i++) bytes.Add(Math.Min(prices[i], prices[n + i]) - prices[3 * n + i]);
        return Squeezed.Of(bytes.Written);
    }

    private static long Whole(double price, double scale) => (long)Math.Round(price * scale);
}
