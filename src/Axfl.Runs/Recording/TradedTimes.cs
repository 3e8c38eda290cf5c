using Axfl.Engine.Plan;
using Axfl.Engine.Sessions;

namespace Axfl.Runs.Recording;

/// <summary>The open times at which a run could trade: what exposure and daily returns are measured over.</summary>
/// <param name="plan">Plan of the run.</param>
internal sealed class TradedTimes(EnginePlan plan)
{
    private readonly TradingDay _day = new(plan.TradingDay);
    private readonly HashSet<int> _days = [];

    /// <summary>Open time of the first traded bar, unix ms; null before it.</summary>
    public long? First { get; private set; }

    /// <summary>Open time of the last bar, warm-up included; long.MinValue before the first.</summary>
    public long Last { get; private set; } = long.MinValue;

    /// <summary>Distinct open times at or after the run's start.</summary>
    public long Count { get; private set; }

    /// <summary>Trading days of these times, ascending; of those inside trading hours alone.</summary>
    public IReadOnlyList<int> Days
    {
        get
        {
            var days = new List<int>(_days);
            days.Sort();
            return days;
        }
    }

    /// <summary>Takes the open time of a step; one at or before the last is not counted again.</summary>
    /// <param name="time">Open time, unix ms.</param>
    /// <param name="isMarketOpen">Whether it lies inside trading hours: else it makes no trading day.</param>
    /// <returns>Whether it is a new traded time.</returns>
    public bool Take(long time, bool isMarketOpen = true)
    {
        if (time <= Last) return false;
        Last = time;
        if (time < plan.Since) return false;
        First ??= time;
        Count++;
        if (isMarketOpen && _day.Roll(time)) _days.Add(_day.Name);
        return true;
    }
}
