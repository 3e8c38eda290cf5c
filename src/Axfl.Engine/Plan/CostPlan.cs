namespace Axfl.Engine.Plan;

/// <summary>Costs of fills.</summary>
public sealed record CostPlan
{
    /// <summary>Least slippage, pips.</summary>
    public double MinSlippagePips { get; init; } = 1;

    /// <summary>Slippage is at least ATR14 / this; null: the minimum alone.</summary>
    public double? AtrDivisor { get; init; } = 1000;

    /// <summary>Fills that pay slippage.</summary>
    public SlippageOn SlippageOn { get; init; } = SlippageOn.Entry | SlippageOn.Stop | SlippageOn.Time | SlippageOn.Target;

    /// <summary>Commission per million of notional and side, account currency.</summary>
    public double CommissionPerMillion { get; init; }
}
