using Axfl.Configuration.Compatibility;
using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Yaml;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary><c>risk_parity</c> of <c>risk</c>: a section that is absent unless it is written, also in the form of the older program.</summary>
internal sealed class RiskParityKey() : OptionalSection<RiskPlan, RiskParityPlan>(Table, Usual, r => r.RiskParity, (r, v) => r with { RiskParity = v })
{
    private const double Rounding = 1e-9;

    private static readonly RiskParityPlan Usual = new();

    private static readonly SectionKeys<RiskParityPlan> Table = new()
    {
        { "lookback_days", new WholeForm(1, 365), "trading days", "Complete days whose ranges count.", p => p.LookbackDays, (p, v) => p with { LookbackDays = v } },
        { "floor", new NumberForm(0, 0.5), "share", "Minimum share of a symbol.", p => p.Floor, (p, v) => p with { Floor = v } },
        { "cap", new NumberForm(0, 1, above: true), "share", "Maximum share of a symbol.", p => p.Cap, (p, v) => p with { Cap = v } },
    };

    public override RiskPlan Read(Section section, RiskPlan plan) => base.Read(OlderRiskParity.Present(section), plan);

    /// <summary>What the symbols of the plan say to it: shares that cannot sum to 1, one symbol alone, days that warm-up does not give.</summary>
    public static void Check(Section profile, EnginePlan plan, int warmupDays)
    {
        if (plan.Risk.RiskParity is not { } parity) return;
        var symbols = plan.Symbols.Count(s => s.Slots.Count > 0);
        var risk = profile.MapOf("risk");
        var location = risk?.Find("risk_parity")?.Value.Location ?? profile.Node("risk_parity")?.Location ?? profile.Location!.Value;
        var path = profile.Path("risk.risk_parity");
        if (symbols < 2) profile.Log.Error(location, path, "needs two traded symbols at least: of one there is nothing to share out. Remove it.");
        else if (symbols * parity.Floor > 1 + Rounding) profile.Log.Error(location, path, $"has a floor of {Scalars.Show(parity.Floor)}: {symbols} symbols would have more than the whole. It is at most 1 / {symbols}.");
        else if (symbols * parity.Cap < 1 - Rounding) profile.Log.Error(location, path, $"has a cap of {Scalars.Show(parity.Cap)}: {symbols} symbols would have less than the whole. It is at least 1 / {symbols}.");
        if (warmupDays < parity.LookbackDays)
            profile.Log.Warn(location, path, $"needs {parity.LookbackDays} complete days, and warmup_days gives {warmupDays}: until they are there every factor is 1. Write warmup_days: {parity.LookbackDays + 1}.");
    }
}
