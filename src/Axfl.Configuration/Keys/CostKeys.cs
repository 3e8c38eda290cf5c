using Axfl.Configuration.Keys.Forms;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>The keys of <c>costs</c>.</summary>
internal static class CostKeys
{
    public static readonly SectionKeys<CostPlan> Table = new()
    {
        { "min_slippage_pips", new NumberForm(0, 100_000), "pips", "Minimum slippage of a fill.", c => c.MinSlippagePips, (c, v) => c with { MinSlippagePips = v } },
        { "atr_divisor", new LimitForm(0, 1e9, above: true), "", "Slippage is at least ATR(14) divided by this; null: the minimum alone.", c => c.AtrDivisor, (c, v) => c with { AtrDivisor = v } },
        { "slippage_on", new SlippageForm(), "", "Fills that pay slippage.", c => c.SlippageOn, (c, v) => c with { SlippageOn = v } },
        { "commission_per_million", new NumberForm(0, 1_000_000), "account currency", "Commission per million of notional and side.", c => c.CommissionPerMillion, (c, v) => c with { CommissionPerMillion = v } },
    };
}
