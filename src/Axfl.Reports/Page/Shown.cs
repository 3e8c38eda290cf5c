using System.Globalization;
using Axfl.Contracts;
using Axfl.Reports.Reading;

namespace Axfl.Reports.Page;

/// <summary>Numbers and times as people read them: the same in every culture, undefined ones as <c>-</c>.</summary>
internal static class Shown
{
    private const char Minus = '\u2212';

    /// <summary>A number with thousands separated.</summary>
    public static string Number(double? value, int decimals = 0)
    {
        if (value is not { } number || !double.IsFinite(number)) return "-";
        var text = Math.Abs(number).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return number < 0 && text.AsSpan().IndexOfAnyInRange('1', '9') >= 0 ? Minus + text : text;
    }

    /// <summary>The same with a + before what is above 0.</summary>
    public static string Signed(double? value, int decimals)
    {
        var text = Number(value, decimals);
        return value > 0 && text.AsSpan().IndexOfAnyInRange('1', '9') >= 0 ? "+" + text : text;
    }

    /// <summary>Money.</summary>
    public static string Money(double? value, string currency) => With(Signed(value, 2), " " + currency);

    /// <summary>R.</summary>
    public static string R(double? value, int decimals = 2) => With(Signed(value, decimals), "R");

    /// <summary>A share as percent, on one line.</summary>
    public static string Percent(double? share) => With(Number(share * 100, 1), "\u00a0%");

    // What is not defined has no unit.
    private static string With(string number, string unit) => number == "-" ? number : number + unit;

    /// <summary>A price with the digits of its instrument; <c>-</c> of a symbol that the plan does not have.</summary>
    public static string Price(RunRecord run, string symbol, double? price) =>
        price is { } p && run.Engine.Symbols.FirstOrDefault(s => s.Instrument.Symbol == symbol) is { } plan ? plan.Instrument.FormatPrice(p) : "-";

    /// <summary>A time: <c>2025-10-15 07:25</c>.</summary>
    public static string Moment(long? ms) => ms is { } time ? EventTime.ToDateTime(time).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "-";

    /// <summary>The same of a time.</summary>
    public static string Moment(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The date of a time.</summary>
    public static string Date(long? ms) => ms is { } time ? EventTime.ToDateTime(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "-";

    /// <summary><c>1 trade</c>, <c>727 trades</c>.</summary>
    public static string Many(long count, string word) => Number(count) + " " + word + (count == 1 ? "" : "s");
}
