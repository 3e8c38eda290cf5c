using Axfl.Contracts;

namespace Axfl.Strategies.Lsg;

/// <summary>Swing prices of one side, and the level where most of them are equal.</summary>
internal sealed class EqualLevels
{
    private double[] _values = new double[64];
    private int _count;

    /// <summary>Forgets all.</summary>
    public void Clear() => _count = 0;

    /// <summary>Takes one swing; they are kept in the order of their prices.</summary>
    public void Add(double price)
    {
        if (_count == _values.Length) Array.Resize(ref _values, _count * 2);
        var at = _count++;
        for (; at > 0 && _values[at - 1] > price; at--) _values[at] = _values[at - 1];
        _values[at] = price;
    }

    /// <summary>Median of the largest cluster [anchor, anchor + tolerance], the lowest anchor among equals; NaN below the least count.</summary>
    public double Level(double tolerance, int minCount)
    {
        var values = _values.AsSpan(0, _count);
        int bestStart = 0, bestCount = 0;
        for (int start = 0, end = 0; start < values.Length; start++)
        {
            while (end < values.Length && Prices.AtMost(values[end] - values[start], tolerance)) end++;
            if (end - start > bestCount) (bestStart, bestCount) = (start, end - start);
        }

        if (bestCount < Math.Max(1, minCount)) return double.NaN;
        var middle = bestStart + bestCount / 2;
        return bestCount % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
