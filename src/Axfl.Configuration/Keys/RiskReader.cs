using Axfl.Configuration.Compatibility;
using Axfl.Configuration.Yaml;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>Reads the risk section.</summary>
internal static class RiskReader
{
    /// <summary>Reads <c>risk</c>, and the older program's risk keys in the profile or in it.</summary>
    public static RiskPlan Read(Section profile, Section s)
    {
        s.AcceptOlder(OlderRiskKeys.Keys);
        s.RefuseNotYet(SessionKeys.RiskNotYet);
        s.RefuseUnknown();
        OlderRiskKeys.Unsupported(profile);
        OlderRiskKeys.Unsupported(s);
        return new RiskPlan
        {
            GlobalDailyStopR = Stop(s, "global_daily_stop_r", -5),
            PerStrategyDailyStopR = Stop(s, "per_strategy_daily_stop_r", -2),
            PerStrategyDailyTrades = s.Count("per_strategy_daily_trades", 3, 1, 1_000_000),
            MaxOpenPositions = s.Count("max_open_positions", 2, 1, 1_000_000),
            MaxSymbolPositions = s.Count("max_symbol_positions", 1, 1, 1_000_000),
            MaxSpreadPips = s.Limit("max_spread_pips", null, 0, 100_000),
            MinStopPips = s.Limit("min_stop_pips", 1, 0, 100_000) ?? 0,
            CooldownMinutes = s.Count("cooldown_minutes", 0, 0, 525_600) ?? 0,
            HaltCountsOpen = s.Flag("halt_counts_open", false),
            FlattenOnHalt = s.Flag("flatten_on_halt", false),
            Drawdown = Drawdown(profile, s),
        };
    }

    private static double? Stop(Section s, string key, double fallback)
    {
        var value = s.Limit(key, fallback, -1_000_000, 1_000_000);
        if (value >= 0)
        {
            s.Log.Error(s.Node(key)!.Place, s.Path(key),
                $"{Scalars.Show(value.Value)} is no loss: a daily stop is negative, like {Scalars.Show(fallback)}; null switches it off.");
        }

        return value;
    }

    private static DrawdownPlan? Drawdown(Section profile, Section s)
    {
        var older = OlderRiskKeys.Drawdown(profile) ?? OlderRiskKeys.Drawdown(s);
        if (s.MapOf("drawdown") is not { } map)
        {
            s.Record("drawdown", older is null ? "null"
                : $"{{trailing_pct: {Scalars.Show(older.TrailingPct)}, cooloff_minutes: {Scalars.Show(older.CooloffMinutes)}}}");
            return older;
        }

        if (older is not null) s.Log.Error(map.Place, s.Path("drawdown"), "stands beside dd_lock, its older form: keep 'drawdown'.");
        var d = s.Child("drawdown", SessionKeys.Drawdown);
        d.RefuseUnknown();
        if (map.Find("trailing_pct") is null) s.Log.Error(map.Place, d.Path("trailing_pct"), "is missing; drawdown: {trailing_pct: 5, cooloff_minutes: 120}.");
        return new DrawdownPlan(d.Number("trailing_pct", 5, 0, 100, above: true), d.Whole("cooloff_minutes", 120, 1, 525_600));
    }
}
