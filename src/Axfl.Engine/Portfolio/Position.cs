using Axfl.Contracts;

namespace Axfl.Engine;

/// <summary>An open position.</summary>
internal struct Position
{
    public Side Side;
    public double Units;
    public long EntryTime;
    public double Entry;
    public double StopLoss;
    public double Target;
    public double RiskPerUnit;
    public double RiskAmount;
    public double EntryCommission;
    public double EntryCosts;
    public double EntrySpread;
    public double EntrySlippage;
    public int BarsHeld;
    public double Highest;
    public double Lowest;
    public string Tag;

    /// <summary>Maximum adverse excursion, R, at most 0.</summary>
    public readonly double MaeR => Math.Min(0, ROf(Side == Side.Long ? Lowest : Highest));

    /// <summary>Maximum favourable excursion, R, at least 0.</summary>
    public readonly double MfeR => Math.Max(0, ROf(Side == Side.Long ? Highest : Lowest));

    /// <summary>Prices the position lived through.</summary>
    public void See(double high, double low)
    {
        Highest = Math.Max(Highest, high);
        Lowest = Math.Min(Lowest, low);
    }

    /// <summary>R of a price against the entry fill, commissions aside.</summary>
    public readonly double ROf(double price) => (price - Entry) * (int)Side / RiskPerUnit;
}
