using System.Globalization;

namespace Axfl.Runs.Pictures;

/// <summary>Numbers and times as pictures have them; invariant.</summary>
internal static class Figures
{
    /// <summary>R with a sign: <c>+1.25R</c>.</summary>
    public static string R(double r) => Signed(r, "0.00") + "R";

    /// <summary>A limit in R: <c>-5R</c>.</summary>
    public static string Limit(double r) => r.ToString("0.##", CultureInfo.InvariantCulture) + "R";

    /// <summary>Money with a sign.</summary>
    public static string Money(double money) => Signed(money, "#,0.00");

    /// <summary>Equity.</summary>
    public static string Equity(double money) => money.ToString("#,0.00", CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public static string Count(double count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A share as percent.</summary>
    public static string Share(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>A price with as many decimals as its size is quoted with.</summary>
    public static string Price(double price) => price.ToString(Math.Abs(price) < 20 ? "0.00000" : Math.Abs(price) < 1000 ? "0.000" : "0.00", CultureInfo.InvariantCulture);

    /// <summary>Time of day, UTC.</summary>
    public static string Clock(DateTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Time of day, with the date when it is of another day.</summary>
    public static string Clock(DateTime time, DateTime now) => time.Date == now.Date ? Clock(time) : time.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A length of time in its two largest units: <c>45 s</c>, <c>12 min</c>, <c>3 h 05 min</c>, <c>2 d 4 h</c>.</summary>
    public static string Span(TimeSpan span)
    {
        if (span < TimeSpan.Zero) span = TimeSpan.Zero;
        return span.TotalSeconds < 120 ? Invariant($"{Math.Floor(span.TotalSeconds):0} s")
            : span.TotalMinutes < 60 ? Invariant($"{Math.Floor(span.TotalMinutes):0} min")
            : span.TotalHours < 24 ? Invariant($"{Math.Floor(span.TotalHours):0} h {span.Minutes:00} min")
            : Invariant($"{Math.Floor(span.TotalDays):0} d {span.Hours} h");
    }

    /// <summary>The style of a result.</summary>
    public static PictureStyle StyleOf(double value) => Math.Abs(value) < 0.005 ? PictureStyle.Plain : value > 0 ? PictureStyle.Good : PictureStyle.Bad;

    private static string Signed(double value, string format)
    {
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        // What rounds to nothing is nothing, not -0.00.
        if (!text.Any(c => c is > '0' and <= '9')) return text.TrimStart('-');
        return value > 0 ? "+" + text : text;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
