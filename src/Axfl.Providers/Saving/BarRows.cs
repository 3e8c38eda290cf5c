using System.Globalization;
using System.Text;
using Axfl.Contracts;
using Axfl.Data.Dialects;
using Axfl.Data.Merge;
using Axfl.Providers.Common.History;

namespace Axfl.Providers.Saving;

/// <summary>Bars as lines of a file that <see cref="CsvSource"/> reads: the canonical layout, or bid and ask columns. Numbers come back as they were.</summary>
internal static class BarRows
{
    /// <summary>Header of one price.</summary>
    public const string OnePrice = "time,open,high,low,close,volume";

    /// <summary>Header of both sides.</summary>
    public const string BothSides = "time,bid_open,bid_high,bid_low,bid_close,ask_open,ask_high,ask_low,ask_close,volume";

    /// <summary>Header of both sides and of mids that are not their means.</summary>
    public const string SidesAndMid = BothSides + ",mid_open,mid_high,mid_low,mid_close";

    /// <summary>Header of a file.</summary>
    public static string Header(BarLayout layout) => layout switch
    {
        BarLayout.SidesAndMid => SidesAndMid,
        BarLayout.Sides => BothSides,
        _ => OnePrice,
    };

    /// <summary>The layout of a header; null: it is none of a download. One price may come without volume.</summary>
    public static BarLayout? LayoutOf(string header) => header switch
    {
        SidesAndMid => BarLayout.SidesAndMid,
        BothSides => BarLayout.Sides,
        OnePrice or "time,open,high,low,close" => BarLayout.OnePrice,
        _ => null,
    };

    /// <summary>A line without its end.</summary>
    public static string Format(in SidedBar bar, BarLayout layout)
    {
        var text = new StringBuilder(EventTime.ToIso(bar.Time));
        if (layout != BarLayout.OnePrice)
        {
            Prices(text, bar.Bid);
            Prices(text, bar.Ask!.Value);
        }
        else
        {
            Prices(text, bar.ToStep().Bar);
        }

        text.Append(CultureInfo.InvariantCulture, $",{bar.Bid.Volume}");
        if (layout == BarLayout.SidesAndMid) Prices(text, bar.ToStep().Bar);
        return text.ToString();
    }

    /// <summary>Reads a line; the volume may be missing, where it is the last field.</summary>
    public static bool TryParse(string line, BarLayout layout, out SidedBar bar)
    {
        bar = default;
        var fields = line.Split(',');
        var count = layout == BarLayout.OnePrice ? 5 : 9;
        var hasMid = layout == BarLayout.SidesAndMid;
        if (hasMid ? fields.Length != 14 : fields.Length != count && fields.Length != count + 1) return false;
        if (!IsoTime.TryParse(Encoding.UTF8.GetBytes(fields[0]), out var time, out var hasOffset) || !hasOffset) return false;
        var numbers = new double[fields.Length - 1];
        for (var i = 0; i < numbers.Length; i++)
            if (!DecimalText.TryParse(Encoding.UTF8.GetBytes(fields[i + 1]), out numbers[i])) return false;
        var volume = fields.Length > count ? numbers[count - 1] : 0;
        var first = new Bar(time, numbers[0], numbers[1], numbers[2], numbers[3], volume);
        bar = new SidedBar(
            first,
            layout == BarLayout.OnePrice ? null : new Bar(time, numbers[4], numbers[5], numbers[6], numbers[7], volume),
            hasMid ? new Bar(time, numbers[9], numbers[10], numbers[11], numbers[12], volume) : null);
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
