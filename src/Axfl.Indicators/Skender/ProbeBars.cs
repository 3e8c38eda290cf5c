using Skender.Stock.Indicators;

namespace Axfl.Indicators.Skender;

/// <summary>Made five-minute bars on which the warm-up of an indicator is measured: the same each time.</summary>
internal static class ProbeBars
{
    /// <summary>So many, of one of several series.</summary>
    public static List<Quote> Of(int count, uint seed)
    {
        var quotes = new List<Quote>(count);
        var time = new DateTime(2025, 1, 6, 0, 0, 0, DateTimeKind.Utc);
        var price = 1.1m;
        for (var i = 0; i < count; i++)
        {
            var open = price;
            price += Step(ref seed) + (decimal)Math.Round(0.0004 * Math.Sin(i / 9.0), 5);
            var high = Math.Max(open, price) + Math.Abs(Step(ref seed));
            quotes.Add(new Quote { Date = time.AddMinutes(5 * i), Open = open, High = high, Low = Math.Min(open, price) - Math.Abs(Step(ref seed)), Close = price, Volume = 100 + i % 7 });
        }

        return quotes;
    }

    private static decimal Step(ref uint seed)
    {
        seed = seed * 1664525 + 1013904223;
        return ((int)(seed >> 16) % 101 - 50) / 100000m;
    }
}
