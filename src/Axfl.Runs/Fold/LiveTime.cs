using Axfl.Configuration.Plan;
using Axfl.Providers.Common;
using Axfl.Runs.Events;

namespace Axfl.Runs.Fold;

/// <summary>Time of a live run: this machine's clock, corrected where the prices of all symbols say that it is wrong; and how late prices come.</summary>
/// <param name="time">This machine's clock.</param>
/// <param name="live">Limits.</param>
/// <param name="symbols">Number of symbols.</param>
internal sealed class LiveTime(TimeProvider time, LivePlan live, int symbols)
{
    private const int Window = 1000, Fewest = 20;

    private readonly ClockSkew _skew = new(live.StaleAfterS * 1000L, symbols);
    private readonly long[] _lags = new long[Window];
    private int _count;
    private bool _isLate;

    /// <summary>What is added to this machine's clock, ms.</summary>
    public long Skew => _skew.Skew;

    /// <summary>This machine's clock as it is.</summary>
    public TimeProvider Machine => time;

    /// <summary>Now, unix ms.</summary>
    public long Now => time.GetUtcNow().ToUnixTimeMilliseconds() + Skew;

    /// <summary>Takes a price that came.</summary>
    /// <returns>Whether the correction changed.</returns>
    public bool Take(TickEvent price)
    {
        _lags[_count++ % Window] = price.Received - price.Tick.Time;
        return _skew.Take(price.Symbol, price.Tick.Time, price.Received);
    }

    /// <summary>Whether a price is stamped too far ahead of its receipt.</summary>
    public bool IsAhead(TickEvent price) => price.Tick.Time > price.Received + Skew + live.MaxAheadMs;

    /// <summary>Percentile of receipt behind stamp, ms, of the last 1,000 prices by this machine's clock as it is; null before the first.</summary>
    public double? Lag(double share)
    {
        var count = Math.Min(_count, Window);
        if (count == 0) return null;
        var sorted = _lags[..count];
        Array.Sort(sorted);
        return sorted[Math.Min(count - 1, (int)(share * count))];
    }

    /// <summary>What is to be said of late prices, once each time they begin to be late or end; null: nothing.</summary>
    public PriceLagChanged? Tell()
    {
        if (_count < Fewest || Lag(0.5) is not { } lag || lag > live.MaxLagMs == _isLate) return null;
        _isLate = !_isLate;
        return new PriceLagChanged(lag, _isLate);
    }
}
