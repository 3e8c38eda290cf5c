using Axfl.Configuration.Compatibility;
using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Yaml;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary><c>drawdown</c> of <c>risk</c>: a section that is absent unless it is written, also in the form of the older program.</summary>
internal sealed class DrawdownKey : PlanKey<RiskPlan>
{
    private static readonly DrawdownPlan Usual = new(5, 120);

    private static readonly SectionKeys<DrawdownPlan> Table = new("drawdown: {trailing_pct: 5, cooloff_minutes: 120}")
    {
        { "trailing_pct", new NumberForm(0, 100, above: true), "percent", "Fall of equity from its peak that locks entries.", d => d.TrailingPct, (d, v) => d with { TrailingPct = v }, true },
        { "cooloff_minutes", new WholeForm(1, 525_600), "minutes", "How long entries are locked.", d => d.CooloffMinutes, (d, v) => d with { CooloffMinutes = v } },
    };

    public override FormDescription Form => new("map", "", "\"type\": [\"object\", \"null\"]");

    public override IReadOnlyList<KeyDescription> Children(RiskPlan? defaults) => Table.Describe(Usual);

    public override RiskPlan Read(Section section, RiskPlan plan)
    {
        var older = (section.Parent is { } profile ? OlderRiskKeys.Drawdown(profile) : null) ?? OlderRiskKeys.Drawdown(section);
        if (section.MapOf(Name) is not { } map)
        {
            section.Record(Name, older is null ? "null" : Table.Write(older));
            return plan with { Drawdown = older };
        }

        if (older is not null) section.Log.Error(map.Location, section.Path(Name), "is set beside dd_lock, its older form: keep 'drawdown'.");
        return plan with { Drawdown = Table.Read(section.Child(Name, Table.Names), Usual) };
    }

    public override string Write(RiskPlan plan) => plan.Drawdown is { } d ? Table.Write(d) : "null";
}
