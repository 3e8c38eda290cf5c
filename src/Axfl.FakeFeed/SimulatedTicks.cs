using Axfl.Contracts;
using Axfl.Data.Markets;
using Axfl.Data.Simulated;

namespace Axfl.FakeFeed;

/// <summary>The simulated market of one symbol as ticks: the same minutes as <see cref="SimulatedBars"/>, closed at weekends.</summary>
/// <param name="instrument">Symbol.</param>
/// <param name="perMinute">Ticks of a minute, from <see cref="MinutePath.Least"/> to 1,200.</param>
internal sealed class SimulatedTicks(Instrument instrument, int perMinute)
{
    private readonly SimulatedDay _day = new(instrument);
    private readonly FxWeek _week = new();
    private Tick[] _path = [];
    private long _minute = long.MinValue;

    /// <summary>Ticks with after &lt; time &lt;= through, ascending.</summary>
    public IEnumerable<Tick> Between(long after, long through)
    {
        for (var minute = after / EventTime.Minute * EventTime.Minute; minute <= through; minute += EventTime.Minute)
        {
            if (_week.IsClosed(minute)) continue;
            foreach (var tick in Path(minute))
                if (tick.Time > after && tick.Time <= through) yield return tick;
        }
    }

    private Tick[] Path(long minute)
    {
        if (minute == _minute) return _path;
        var (open, high, low, close) = _day.Minute(minute);
        _path = MinutePath.Of(new Bar(minute, open, high, low, close), instrument.Digits, perMinute);
        _minute = minute;
        return _path;
    }
}
