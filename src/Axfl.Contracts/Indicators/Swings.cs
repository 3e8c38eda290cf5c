namespace Axfl.Contracts;

/// <summary>Swing highs and lows: a bar whose high (low) is at least as high (low) as those of the two bars before and after it.</summary>
/// <remarks>Known at the close of the second bar after it, never earlier; bars count as they came, gaps or not. O(1), no allocation.</remarks>
public sealed class Swings
{
    private Bar _a, _b, _c, _d;
    private int _count;

    /// <summary>Whether the bar just added made the middle of the last five a swing high.</summary>
    public bool IsHigh { get; private set; }

    /// <summary>Whether the bar just added made the middle of the last five a swing low.</summary>
    public bool IsLow { get; private set; }

    /// <summary>The middle of the last five bars: the swing, when <see cref="IsHigh"/> or <see cref="IsLow"/>.</summary>
    public Bar Middle => _b;

    /// <summary>Open time of the first of the last five bars, unix ms.</summary>
    public long FirstTime { get; private set; }

    /// <summary>Takes one complete bar.</summary>
    public void Add(in Bar bar)
    {
        FirstTime = _a.Time;
        IsHigh = IsLow = false;
        if (_count < 4) _count++;
        else
        {
            IsHigh = Prices.AtLeast(_c.High, _a.High) && Prices.AtLeast(_c.High, _b.High)
                && Prices.AtLeast(_c.High, _d.High) && Prices.AtLeast(_c.High, bar.High);
            IsLow = Prices.AtMost(_c.Low, _a.Low) && Prices.AtMost(_c.Low, _b.Low)
                && Prices.AtMost(_c.Low, _d.Low) && Prices.AtMost(_c.Low, bar.Low);
        }

        _a = _b;
        _b = _c;
        _c = _d;
        _d = bar;
    }
}
