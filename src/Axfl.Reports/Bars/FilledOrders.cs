using Axfl.Contracts;
using Axfl.Reports.Reading;

namespace Axfl.Reports.Bars;

/// <summary>Holds the fills of a run against bars: each must lie inside its bar.</summary>
internal static class FilledOrders
{
    /// <summary>The first filled order whose price is not inside the bar at its time; null: all are. Of a run that has not ended, those behind its last status are not asked: nor are bars.</summary>
    public static Decision? FirstOutside(RunRecord run, RunSeries series)
    {
        var instruments = run.Instruments;
        var places = instruments.Select((s, i) => (s.Symbol, i)).ToDictionary(s => s.Symbol, s => s.i, StringComparer.Ordinal);
        foreach (var decision in run.Decisions)
        {
            if (decision.Stage != "fill" || decision.Result != "filled" || EventTime.FromDateTime(decision.Time) >= run.Until) continue;
            if (!places.TryGetValue(decision.Symbol, out var place)) return decision;
            var half = 0.5 * Math.Pow(10, -instruments[place].Digits - 1) + 1e-9;
            if (!IsInside(series.Symbols[place].Bars, EventTime.FromDateTime(decision.Time), decision.Price, half)) return decision;
        }

        return null;
    }

    // A fill at the end of a bar has its end for its time; of a drill, a time inside it.
    private static bool IsInside(ReadOnlySpan<Bar> bars, long time, double price, double half)
    {
        var at = LastAtOrBefore(bars, time);
        return at >= 0 && (Holds(bars[at], price, half) || (at > 0 && Holds(bars[at - 1], price, half)));
    }

    private static bool Holds(in Bar bar, double price, double half) => price >= bar.Low - half && price <= bar.High + half;

    /// <summary>Index of the last bar that opened at or before a time, unix ms; -1: none.</summary>
    public static int LastAtOrBefore(ReadOnlySpan<Bar> bars, long time)
    {
        int low = 0, high = bars.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (bars[middle].Time <= time) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }
}
