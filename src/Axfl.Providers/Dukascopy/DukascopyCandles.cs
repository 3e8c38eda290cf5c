using System.Text.Json;
using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Common.Rest;

namespace Axfl.Providers.Dukascopy;

/// <summary>Answers of Dukascopy's JSON candles: a first bar, then columns of differences in units of <c>multiplier</c> and <c>shift</c>.</summary>
/// <remarks>No documented interface: the layout is that of the public client dukascopy-node (src/data-normaliser).</remarks>
internal static class DukascopyCandles
{
    private static readonly string[] Prices = ["open", "high", "low", "close"];

    /// <summary>Bars of one side, oldest first.</summary>
    /// <exception cref="FeedException">The answer is an error or cannot be read.</exception>
    public static List<Bar> Read(RestAnswer answer)
    {
        if (answer.Status != 200) throw answer.Status == 404
            ? new FeedException("HistorySymbolUnknown", FeedErrorClass.BadSymbol, $"{answer.Host} does not know the symbol.") { Target = answer.Host }
            : answer.Refusal();
        using var json = answer.Json();
        var root = json.RootElement;
        var times = root.Member("times");
        if (times.ValueKind != JsonValueKind.Array) throw answer.Unreadable("no times");
        var count = times.GetArrayLength();
        JsonElement[] columns = [.. Prices.Select(p => root.Member(p + "s")), root.Member("volumes")];
        if (columns.Any(c => c.ValueKind != JsonValueKind.Array || c.GetArrayLength() != count)) throw answer.Unreadable("columns of unequal length");
        return count == 0 ? [] : Decode(answer, root, times, columns);
    }

    private static List<Bar> Decode(RestAnswer answer, JsonElement root, JsonElement times, JsonElement[] columns)
    {
        var multiplier = root.MaybeNumber("multiplier");
        if (root.MaybeWhole("timestamp") is not { } time || root.MaybeWhole("shift") is not { } shift || !(multiplier > 0)) throw answer.Unreadable("no first bar");

        // Whole units divided once give the decimal nearest to the price; summed fractions would not.
        var scale = Math.Round(1 / multiplier);
        var isScale = Math.Abs(scale * multiplier - 1) < 1e-9;
        var units = new double[4];
        for (var k = 0; k < 4; k++) units[k] = Math.Round(root.MaybeNumber(Prices[k]) / multiplier);
        var bars = new List<Bar>(times.GetArrayLength());
        Span<double> price = stackalloc double[4];
        for (var i = 0; i < times.GetArrayLength(); i++)
        {
            var step = times[i].MaybeNumber();
            if (!(Math.Abs(step) < 1e9)) throw answer.Unreadable("a time that is not a number");
            time += (long)step * shift;
            for (var k = 0; k < 4; k++)
            {
                units[k] += columns[k][i].MaybeNumber();
                price[k] = isScale ? units[k] / scale : units[k] * multiplier;
            }

            bars.Add(new Bar(time, price[0], price[1], price[2], price[3], columns[4][i].MaybeNumber()));
        }

        // A sum with one unreadable part is unreadable from there on.
        return bars.TrueForAll(b => double.IsFinite(b.Open + b.High + b.Low + b.Close + b.Volume)) ? bars : throw answer.Unreadable("a price that is not a number");
    }
}
