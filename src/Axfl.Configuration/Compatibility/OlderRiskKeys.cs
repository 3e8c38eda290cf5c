using Axfl.Configuration.Yaml;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Compatibility;

/// <summary>Risk keys of the older program, in the profile or under <c>risk</c>: <c>dd_lock</c> with <c>cooloff_min</c>; <c>risk_parity</c> and <c>news_guard</c> are read by classes of their names.</summary>
internal static class OlderRiskKeys
{
    private static readonly string[] DrawdownKeys = ["enabled", "trailing_pct", "pct", "cooloff_minutes", "cooloff_min"];

    /// <summary>Keys of the older program that a profile and its <c>risk</c> may have, whichever class reads them.</summary>
    public static readonly string[] Keys = ["dd_lock", "cooloff_min", "risk_parity", "news_guard"];

    /// <summary>The drawdown guard of <c>dd_lock</c>; null: there is none, or it is off.</summary>
    public static DrawdownPlan? Drawdown(Section section)
    {
        var log = section.Log;
        var minutes = section.Node("cooloff_min") is { } c ? Scalars.Whole(c, section.Path("cooloff_min"), 1, 525_600, log) : null;
        if (section.Node("dd_lock") is not { } node)
        {
            if (section.Node("cooloff_min") is { } alone)
            {
                log.Warn(alone.Location, section.Path("cooloff_min"),
                    "does nothing without dd_lock; the present form is risk.drawdown: {trailing_pct: 5, cooloff_minutes: 120}.");
            }

            return null;
        }

        var path = section.Path("dd_lock");
        log.Warn(node.Location, path, "'dd_lock' is the older form of risk.drawdown: write drawdown: {trailing_pct: 5, cooloff_minutes: 120} under 'risk'.");
        switch (node)
        {
            case ScalarNode { IsNull: true } or ScalarNode { Plain: true, Text: "false" or "False" or "FALSE" }:
                return null;
            case ScalarNode { Plain: true, Text: "true" or "True" or "TRUE" }:
                return new DrawdownPlan(5, minutes ?? 120);
            case MapNode map:
                var s = new Section(map, path, null, DrawdownKeys, log, []);
                s.RefuseUnknown();
                var percent = s.Number("trailing_pct", s.Number("pct", 5, 0, 100, above: true), 0, 100, above: true);
                minutes = s.Whole("cooloff_minutes", s.Whole("cooloff_min", minutes ?? 120, 1, 525_600), 1, 525_600);
                return s.Flag("enabled", true) ? new DrawdownPlan(percent, minutes.Value) : null;
            default:
                return Scalars.Number(node, path, 0, 100, log, above: true) is { } pct ? new DrawdownPlan(pct, minutes ?? 120) : null;
        }
    }
}
