using Axfl.Contracts;
using Axfl.Reports.Reading;

namespace Axfl.Reports.Bars;

/// <summary>Which bars of a run go into its report.</summary>
internal static class Choice
{
    /// <summary>The most bars of which all go in unasked.</summary>
    public const long MostWhole = 400_000;

    /// <summary>Bars before and after an order or trade that go in of a longer run.</summary>
    public const int Before = 24, After = 12;

    /// <summary>Whether all go in.</summary>
    public static bool IsWhole(RunSeries series, string bars) => bars == ReportBars.Every || series.Count <= MostWhole;

    /// <summary>The bars of a symbol around its orders and trades, ascending.</summary>
    public static Bar[] Around(RunRecord run, string symbol, ReadOnlySpan<Bar> bars)
    {
        var wanted = new int[bars.Length + 1];
        foreach (var decision in run.Decisions)
            if (decision.Symbol == symbol) Mark(wanted, bars, EventTime.FromDateTime(decision.Time), EventTime.FromDateTime(decision.Time));
        foreach (var trade in run.Trades)
            if (trade.Symbol == symbol) Mark(wanted, bars, EventTime.FromDateTime(trade.EntryTime), EventTime.FromDateTime(trade.ExitTime));
        var chosen = new List<Bar>();
        for (int i = 0, open = 0; i < bars.Length; i++)
        {
            open += wanted[i];
            if (open > 0) chosen.Add(bars[i]);
        }

        return [.. chosen];
    }

    // One more is open from the first bar of the stretch on, one fewer behind its last.
    private static void Mark(int[] wanted, ReadOnlySpan<Bar> bars, long from, long to)
    {
        wanted[Math.Max(0, FilledOrders.LastAtOrBefore(bars, from) - Before)]++;
        wanted[Math.Min(bars.Length, FilledOrders.LastAtOrBefore(bars, to) + After + 1)]--;
    }
}
