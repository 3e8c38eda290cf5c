using Axfl.Contracts;

namespace Axfl.Dashboard.Follow;

/// <summary>Cumulated results at the exits of a run, in bounded memory: of more points the lowest and the highest of each few stay, so that no peak or trough is lost.</summary>
internal sealed class Equity
{
    /// <summary>The most points kept.</summary>
    public const int Most = 4096;

    private const int Group = 4;

    private readonly List<EquityPoint> _points = new(Most + 1);

    /// <summary>Trades so far.</summary>
    public int Trades { get; private set; }

    /// <summary>The points in their order, the newest last.</summary>
    public IReadOnlyList<EquityPoint> Points => _points;

    /// <summary>Adds a trade.</summary>
    public void Add(Trade trade)
    {
        var last = _points.Count > 0 ? _points[^1] : default;
        Trades++;
        _points.Add(new EquityPoint(EventTime.FromDateTime(trade.ExitTime), last.R + trade.R, last.Pnl + trade.Pnl));
        if (_points.Count > Most) Thin();
    }

    private void Thin()
    {
        var kept = 0;
        for (var start = 0; start + Group < _points.Count; start += Group)
        {
            var (low, high) = (start, start);
            for (var i = start + 1; i < start + Group; i++)
            {
                if (_points[i].R < _points[low].R) low = i;
                if (_points[i].R > _points[high].R) high = i;
            }

            var (first, second) = (_points[Math.Min(low, high)], _points[Math.Max(low, high)]);
            _points[kept++] = first;
            if (low != high) _points[kept++] = second;
        }

        // The newest stays as it is: what follows adds to it.
        _points[kept++] = _points[^1];
        _points.RemoveRange(kept, _points.Count - kept);
    }
}

/// <summary>Cumulated results.</summary>
/// <param name="Time">Exit, unix ms.</param>
/// <param name="R">R.</param>
/// <param name="Pnl">Money.</param>
internal readonly record struct EquityPoint(long Time, double R, double Pnl);
