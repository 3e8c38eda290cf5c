using System.Globalization;
using System.Text;
using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Bars as lines of a file that <see cref="CsvSource"/> reads: the canonical layout, or bid and ask columns. Numbers come back as they were.</summary>
internal static class BarRows
{
    /// <summary>Header of one price.</summary>
    public const string OnePrice = "time,open,high,low,close,volume";

    /// <summary>Header of both sides.</summary>
    public const string BothSides = "time,bid_open,bid_high,bid_low,bid_close,ask_open,ask_high,ask_low,ask_close,volume";

    /// <summary>Header of a file.</summary>
    public static string Header(bool hasSides) => hasSides ? BothSides : OnePrice;

    /// <summary>A line without its end.</summary>
    public static string Format(in SidedBar bar, bool hasSides)
    {
        var text = new StringBuilder(EventTime.ToIso(bar.Time));
        if (hasSides)
        {
            Prices(text, bar.Bid);
            Prices(text, bar.Ask!.Value);
        }
        else
        {
            Prices(text, bar.ToStep().Bar);
        }

        return text.Append(CultureInfo.InvariantCulture, $",{bar.Bid.Volume}").ToString();
    }

    /// <summary>Reads a line; the volume may be missing.</summary>
    public static bool TryParse(string line, bool hasSides, out SidedBar bar)
    {
        bar = default;
        var fields = line.Split(',');
        var count = hasSides ? 9 : 5;
        if (fields.Length < count || fields.Length > count + 1) return false;
        if (!IsoTime.TryParse(Encoding.UTF8.GetBytes(fields[0]), out var time, out var hasOffset) || !hasOffset) return false;
        var numbers = new double[fields.Length - 1];
        for (var i = 0; i < numbers.Length; i++)
            if (!DecimalText.TryParse(Encoding.UTF8.GetBytes(fields[i + 1]), out numbers[i])) return false;
        var volume = fields.Length > count ? numbers[^1] : 0;
        var first = new Bar(time, numbers[0], numbers[1], numbers[2], numbers[3], volume);
        bar = new SidedBar(first, hasSides ? new Bar(time, numbers[4], numbers[5], numbers[6], numbers[7], volume) : null);
        return true;
    }

    /// <summary>Whether two bars of one time have the same prices: side by side when both have sides, else their mids. Volumes are revised by providers.</summary>
    public static bool Agree(in SidedBar a, in SidedBar b) => a.Ask is { } first && b.Ask is { } second
        ? Same(a.Bid, b.Bid) && Same(first, second)
        : Same(a.ToStep().Bar, b.ToStep().Bar);

    // Shortest text that gives the same number again.
    private static void Prices(StringBuilder text, in Bar bar) =>
        text.Append(CultureInfo.InvariantCulture, $",{bar.Open},{bar.High},{bar.Low},{bar.Close}");

    private static bool Same(in Bar a, in Bar b) => (a.Open, a.High, a.Low, a.Close) == (b.Open, b.High, b.Low, b.Close);
}
