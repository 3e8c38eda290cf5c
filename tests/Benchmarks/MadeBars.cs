using Axfl.Contracts;
using Axfl.Data.Simulated;
using Axfl.Engine.Portfolio;

namespace Axfl.Benchmarks;

/// <summary>Bars of the simulated source, in memory and as canonical CSV.</summary>
internal static class MadeBars
{
    public static readonly Instrument EurUsd = new("EURUSD", "EUR", "USD", 0.0001, 5, 0.6);

    /// <summary>So many 5-minute bars (about 75,000 a year).</summary>
    public static StepBar[] Take(int count)
    {
        var start = EventTime.FromDateTime(new DateTime(2012, 1, 2, 0, 0, 0, DateTimeKind.Utc));
        using var bars = new SimulatedBars(0, EurUsd, new Interval(5), start, long.MaxValue / 4);
        var buffer = new StepBar[count];
        for (var done = 0; done < count;) done += bars.Read(buffer.AsSpan(done));
        return buffer;
    }

    /// <summary>The same as a file's bytes.</summary>
    public static byte[] Csv(int count)
    {
        var text = new System.Text.StringBuilder("time,open,high,low,close,volume\n");
        foreach (var step in Take(count))
        {
            var b = step.Bar;
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"{EventTime.ToIso(b.Time)},{b.Open:F5},{b.High:F5},{b.Low:F5},{b.Close:F5},{b.Volume:F0}\n");
        }

        return System.Text.Encoding.UTF8.GetBytes(text.ToString());
    }
}
