using Axfl.Contracts;
using Axfl.Engine.Portfolio;

namespace Axfl.Runs.Fold;

/// <summary>A bar still taking ticks, by their own time and not by their arrival.</summary>
/// <remarks>Ticks of one millisecond keep their order of arrival: the first of the earliest opens, the last of the latest closes.</remarks>
internal sealed class OpenBar
{
    private Tick _first;
    private Tick _last;
    private double _high;
    private double _low;

    public OpenBar(long open, in Tick tick)
    {
        Open = open;
        _first = _last = tick;
        _high = _low = tick.Price;
        Ticks = 1;
    }

    public long Open { get; }

    public int Ticks { get; private set; }

    public void Add(in Tick tick)
    {
        if (tick.Time < _first.Time) _first = tick;
        if (tick.Time >= _last.Time) _last = tick;
        _high = Math.Max(_high, tick.Price);
        _low = Math.Min(_low, tick.Price);
        Ticks++;
    }

    public StepBar Complete(int symbol) => new(symbol, new Bar(Open, _first.Price, _high, _low, _last.Price), _first.Spread, _last.Spread);
}
