using Axfl.Contracts;

namespace Axfl.Reports.Numbers;

/// <summary>The greatest drawdown of cumulated R on closed trades. Times in unix ms.</summary>
/// <param name="R">How deep, at least 0.</param>
/// <param name="From">Exit of the highest point before it; null: it began at the start of the run.</param>
/// <param name="Deepest">Exit of its deepest point.</param>
/// <param name="Recovered">Exit that reached the highest point again; null: none did.</param>
internal sealed record Drawdown(double R, long? From, long Deepest, long? Recovered)
{
    /// <summary>Of trades in order of closing; null: there was none.</summary>
    public static Drawdown? Of(IReadOnlyList<Trade> trades)
    {
        double sum = 0, peak = 0, greatest = 0, peakOfGreatest = 0;
        long? peakTime = null;
        Drawdown? found = null;
        foreach (var trade in trades)
        {
            var time = EventTime.FromDateTime(trade.ExitTime);
            sum += trade.R;
            if (found is { Recovered: null } && sum >= peakOfGreatest) found = found with { Recovered = time };
            if (sum >= peak) (peak, peakTime) = (sum, time);
            if (peak - sum <= greatest) continue;
            (greatest, peakOfGreatest) = (peak - sum, peak);
            found = new Drawdown(greatest, peakTime, time, null);
        }

        return found;
    }
}
