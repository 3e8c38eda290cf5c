using Axfl.Contracts;
using Axfl.Engine.Portfolio;

namespace Axfl.Runs.Parity;

/// <summary>Finds out whether one side has the other's bars at other times: a file of another zone, or of bars stamped with their end.</summary>
/// <remarks>A bar of the one side is looked for among the last <see cref="Window"/> of the other by its four prices; bars without a range say nothing.</remarks>
internal sealed class BarShift
{
    /// <summary>Bars of each side and symbol that are looked through: more than a day of 1-minute bars.</summary>
    public const int Window = 1500;

    private readonly Dictionary<int, (Recent Left, Recent Right)> _symbols = [];
    private readonly Dictionary<long, long> _found = [];
    private long _asked;

    /// <summary>Takes a bar of a side.</summary>
    public void Take(in StepBar bar, bool isLeft)
    {
        var b = bar.Bar;
        if (!(b.High > b.Low)) return;
        if (!_symbols.TryGetValue(bar.Symbol, out var sides)) _symbols[bar.Symbol] = sides = (new Recent(), new Recent());
        var (own, other) = isLeft ? (sides.Left, sides.Right) : (sides.Right, sides.Left);
        own.Add(b);
        if (isLeft) _asked++;
        if (other.Find(b) is not { } time) return;
        var shift = isLeft ? time - b.Time : b.Time - time;
        _found[shift] = _found.GetValueOrDefault(shift) + 1;
    }

    /// <summary>How much later the right side's bars are, ms; 0: they are not, or not by one amount.</summary>
    public long Milliseconds
    {
        get
        {
            var (shift, count) = _found.OrderByDescending(f => f.Value).ThenBy(f => Math.Abs(f.Key)).Select(f => (f.Key, f.Value)).FirstOrDefault();
            return shift != 0 && count >= 3 && count * 2 > _asked ? shift : 0;
        }
    }

    private sealed class Recent
    {
        private readonly Dictionary<(double Open, double High, double Low, double Close), long> _times = [];
        private readonly Queue<Bar> _bars = new();

        public void Add(in Bar bar)
        {
            _times[Key(bar)] = bar.Time;
            _bars.Enqueue(bar);
            if (_bars.Count > Window && _bars.Dequeue() is var old && _times.GetValueOrDefault(Key(old)) == old.Time) _times.Remove(Key(old));
        }

        public long? Find(in Bar bar) => _times.TryGetValue(Key(bar), out var time) ? time : null;

        // Prices nearer than that are equal; the few on the edge between two steps are missed.
        private static (double Open, double High, double Low, double Close) Key(in Bar b) => (Step(b.Open), Step(b.High), Step(b.Low), Step(b.Close));

        private static double Step(double price) => Math.Round(price, 7);
    }
}
