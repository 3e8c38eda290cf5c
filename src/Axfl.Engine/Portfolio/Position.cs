using Axfl.Contracts;

namespace Axfl.Engine.Portfolio;

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
    public Excursion Excursion;
    public string Tag;

    /// <summary>R of a price against the entry fill, commissions aside.</summary>
    public readonly double ROf(double price) => (price - Entry) * (int)Side / RiskPerUnit;
}
