namespace Axfl.Runs.Pictures;

/// <summary>Bars of a few characters.</summary>
internal static class Gauges
{
    /// <summary>A bar that fills up.</summary>
    /// <param name="share">0 to 1; what is beyond counts as the end.</param>
    /// <param name="width">Columns.</param>
    /// <param name="glyphs">Characters.</param>
    public static string Fill(double share, int width, Glyphs glyphs)
    {
        // One that has begun shows it, one that is not full does not look so.
        var whole = Math.Clamp(share, 0, 1);
        var full = whole <= 0 ? 0 : whole >= 1 ? width : Math.Clamp((int)Math.Round(whole * width), 1, Math.Max(1, width - 1));
        return new string(glyphs.Full, full) + new string(glyphs.Blank, width - full);
    }

    /// <summary>Where a price is between stop loss (left) and target (right), and where the entry was.</summary>
    /// <param name="entry">Place of the entry, 0 to 1.</param>
    /// <param name="price">Place of the price, 0 to 1; what is beyond counts as the end.</param>
    /// <param name="hasTarget">Whether there is a target.</param>
    /// <param name="width">Columns, at least 3.</param>
    /// <param name="glyphs">Characters.</param>
    public static string Between(double entry, double price, bool hasTarget, int width, Glyphs glyphs)
    {
        var bar = new char[width];
        Array.Fill(bar, glyphs.Rail);
        (bar[0], bar[^1]) = (glyphs.LeftEnd, hasTarget ? glyphs.RightEnd : glyphs.Open);
        bar[At(entry, width)] = glyphs.Entry;
        bar[At(price, width)] = glyphs.Price;
        return new string(bar);
    }

    private static int At(double place, int width) => double.IsNaN(place) ? 0 : (int)Math.Round(Math.Clamp(place, 0, 1) * (width - 1));
}
