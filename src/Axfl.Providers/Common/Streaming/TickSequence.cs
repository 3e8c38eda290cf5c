using Axfl.Contracts;

namespace Axfl.Providers.Common.Streaming;

/// <summary>The order of one symbol's ticks: finds exact repeats and late ones.</summary>
/// <remarks>
/// Finnhub sends whole frames several times, and providers step back in time by fractions of a second. A tick newer than all before it
/// can be no repeat, so the window is searched for the others only.
/// </remarks>
/// <param name="window">
/// With how many ticks before it a tick is compared. 1 where time stamps are coarse: within one second a price may well come back, and
/// to drop it would leave the wrong one as the last.
/// </param>
public sealed class TickSequence(int window)
{
    private readonly (Tick Tick, double Volume)[] _seen = new (Tick, double)[Math.Max(1, window)];
    private int _count;

    /// <summary>Time of the newest tick; <see cref="long.MinValue"/> before the first.</summary>
    public long Newest { get; private set; } = long.MinValue;

    /// <summary>Whether the tick equals one of the window.</summary>
    public bool IsRepeat(in Tick tick, double volume = 0) => tick.Time <= Newest && Contains(tick, volume);

    /// <summary>Takes a tick into the window unless it is a repeat.</summary>
    public TickVerdict Take(in Tick tick, double volume)
    {
        if (IsRepeat(tick, volume)) return TickVerdict.Duplicate;
        _seen[_count++ % _seen.Length] = (tick, volume);
        if (tick.Time < Newest) return TickVerdict.Late;
        Newest = tick.Time;
        return TickVerdict.Accepted;
    }

    private bool Contains(in Tick tick, double volume)
    {
        for (var i = Math.Min(_count, _seen.Length) - 1; i >= 0; i--)
        {
            ref readonly var seen = ref _seen[i];
            if (seen.Tick.Time == tick.Time && seen.Tick.Price.Equals(tick.Price) && seen.Tick.Spread.Equals(tick.Spread) && seen.Volume.Equals(volume))
                return true;
        }

        return false;
    }
}
