using Axfl.Contracts;

namespace Axfl.Reports.Numbers;

/// <summary>A fall of cumulated R below its highest point so far, on closed trades. Times in unix ms.</summary>
/// <param name="R">How deep, above 0.</param>
/// <param name="From">Exit of the highest point before it; null: it began with the run.</param>
/// <param name="Deepest">Exit of its deepest point.</param>
/// <param name="Recovered">Exit that reached the highest point again; null: none did.</param>
/// <param name="Days">Days from the highest point (of a run that began with it, the first entry) to the recovery, or to the last exit.</param>
internal sealed record Drawdown(double R, long? From, long Deepest, long? Recovered, double Days)
{
    /// <summary>All of them, deepest first.</summary>
    /// <param name="trades">Trades in order of closing.</param>
    public static IReadOnlyList<Drawdown> Of(IReadOnlyList<Trade> trades)
    {
        double sum = 0, peak = 0;
        long? peakTime = null;
        var (found, open) = (new List<Drawdown>(), default(Drawdown));
        foreach (var trade in trades)
        {
            var time = EventTime.FromDateTime(trade.ExitTime);
            sum += trade.R;
            if (Prices.AtLeast(sum, peak))
            {
                if (open is not null) found.Add(Ended(open with { Recovered = time }, trades));
                (open, peak, peakTime) = (null, Math.Max(peak, sum), time);
            }
            else if (open is null) open = new Drawdown(peak - sum, peakTime, time, null, 0);
            else if (peak - sum > open.R) open = open with { R = peak - sum, Deepest = time };
        }

        if (open is not null) found.Add(Ended(open, trades));
        return [.. found.OrderByDescending(d => d.R)];
    }

    private static Drawdown Ended(Drawdown drawdown, IReadOnlyList<Trade> trades)
    {
        var from = drawdown.From ?? trades.Min(t => EventTime.FromDateTime(t.EntryTime));
        var to = drawdown.Recovered ?? EventTime.FromDateTime(trades[^1].ExitTime);
        return drawdown with { Days = (double)(to - from) / EventTime.Day };
    }
}
