using Axfl.Contracts;

namespace Axfl.Engine.Portfolio;

/// <summary>The extremes of price a position has lived through, its fills included: MAE and MFE come from them.</summary>
internal struct Excursion(double entry)
{
    public double Highest = entry;
    public double Lowest = entry;

    /// <summary>Prices the position lived through.</summary>
    public void See(double high, double low)
    {
        Highest = Math.Max(Highest, high);
        Lowest = Math.Min(Lowest, low);
    }

    /// <summary>Maximum adverse excursion of a position, R, at most 0.</summary>
    public readonly double MaeR(in Position position) => Math.Min(0, position.ROf(position.Side == Side.Long ? Lowest : Highest));

    /// <summary>Maximum favourable excursion of a position, R, at least 0.</summary>
    public readonly double MfeR(in Position position) => Math.Max(0, position.ROf(position.Side == Side.Long ? Highest : Lowest));
}
