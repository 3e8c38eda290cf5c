namespace Axfl.Contracts;

/// <summary>Wilder's ATR over complete bars, in price units. O(1) a bar, no allocation.</summary>
/// <remarks>
/// J. Welles Wilder, New Concepts in Technical Trading Systems (1978). The first bar has no true range; the first value is the mean
/// of the first n true ranges, then (prev * (n - 1) + tr) / n.
/// </remarks>
/// <param name="length">n, at least 1.</param>
public sealed class AverageTrueRange(int length)
{
    private readonly int _length = length >= 1 ? length : throw new ArgumentOutOfRangeException(nameof(length), length, "At least 1.");
    private double _previousClose = double.NaN;
    private double _sum;
    private int _count;

    /// <summary>The present value; <see cref="double.NaN"/> until n true ranges are known (n + 1 bars).</summary>
    public double Value { get; private set; } = double.NaN;

    /// <summary>Takes one complete bar.</summary>
    public void Add(in Bar bar)
    {
        if (!double.IsNaN(_previousClose))
        {
            // The greatest of high - low, |high - previous close| and |low - previous close|.
            var range = (_previousClose > bar.High ? _previousClose : bar.High) - (_previousClose < bar.Low ? _previousClose : bar.Low);
            if (_count >= _length) Value = (Value * (_length - 1) + range) / _length;
            else
            {
                _sum += range;
                if (++_count == _length) Value = _sum / _length;
            }
        }

        _previousClose = bar.Close;
    }
}
