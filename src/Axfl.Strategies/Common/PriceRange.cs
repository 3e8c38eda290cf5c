using Axfl.Contracts;

namespace Axfl.Strategies.Common;

/// <summary>Highest high and lowest low of the bars of a range.</summary>
internal struct PriceRange
{
    /// <summary>Highest high; negative infinity before the first bar.</summary>
    public double High { get; private set; }

    /// <summary>Lowest low; infinity before the first bar.</summary>
    public double Low { get; private set; }

    /// <summary>Number of bars.</summary>
    public int Bars { get; private set; }

    /// <summary>High minus low; negative infinity before the first bar.</summary>
    public readonly double Size => High - Low;

    /// <summary>Forgets all bars.</summary>
    public void Clear() => (High, Low, Bars) = (double.NegativeInfinity, double.PositiveInfinity, 0);

    /// <summary>Takes one bar.</summary>
    public void Add(in Bar bar)
    {
        Bars++;
        High = Math.Max(High, bar.High);
        Low = Math.Min(Low, bar.Low);
    }
}
