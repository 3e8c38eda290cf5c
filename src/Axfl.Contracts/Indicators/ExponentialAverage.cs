namespace Axfl.Contracts;

/// <summary>Exponential moving average of closes, in price units. O(1) a bar, no allocation.</summary>
/// <remarks>First value: the mean of the first n closes; then prev + 2 / (n + 1) * (close - prev).</remarks>
/// <param name="length">n, at least 1.</param>
public sealed class ExponentialAverage(int length)
{
    private readonly int _length = length >= 1 ? length : throw new ArgumentOutOfRangeException(nameof(length), length, "At least 1.");
    private double _sum;
    private int _count;

    /// <summary>The present value; <see cref="double.NaN"/> until n closes are known.</summary>
    public double Value { get; private set; } = double.NaN;

    /// <summary>Takes the close of one complete bar.</summary>
    public void Add(double close)
    {
        if (_count >= _length) Value += 2.0 / (_length + 1) * (close - Value);
        else
        {
            _sum += close;
            if (++_count == _length) Value = _sum / _length;
        }
    }
}
