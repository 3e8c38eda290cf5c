namespace Axfl.Engine.Plan;

/// <summary>The rules of a plan that a key switches: the one table of them. A new gate that has a key adds its line here.</summary>
public static class PlanRules
{
    /// <summary>The rule that sets the least distance of a stop loss: the part of the gate <c>risk_distance</c> that has a key.</summary>
    public static PlanRule MinStop { get; } = Of("min_stop", "risk_distance", "min_stop_pips=0", r => r.MinStopPips > 0, r => r with { MinStopPips = 0 });

    /// <summary>All of them, in the order of their gates.</summary>
    public static IReadOnlyList<PlanRule> InOrder { get; } =
    [
        new("blackout", "blackout", "blackouts=[]", p => p.Blackouts.Count > 0, p => p with { Blackouts = [] }),
        new("news", "news", "news=null", p => p.News is not null, p => p with { News = null }),
        Of("portfolio_halted", "global_daily_stop_r=null", r => r.GlobalDailyStopR is not null, r => r with { GlobalDailyStopR = null }),
        Of("portfolio_target", "global_daily_target_r=null", r => r.GlobalDailyTargetR is not null, r => r with { GlobalDailyTargetR = null }),
        Of("drawdown", "drawdown=null", r => r.Drawdown is not null, r => r with { Drawdown = null }),
        Of("strategy_daily_stop", "per_strategy_daily_stop_r=null", r => r.PerStrategyDailyStopR is not null, r => r with { PerStrategyDailyStopR = null }),
        Of("strategy_daily_trades", "per_strategy_daily_trades=null", r => r.PerStrategyDailyTrades is not null, r => r with { PerStrategyDailyTrades = null }),
        Of("cooldown", "cooldown_minutes=0", r => r.CooldownMinutes > 0, r => r with { CooldownMinutes = 0 }),
        Of("loss_streak", "loss_streak=null", r => r.LossStreak is not null, r => r with { LossStreak = null }),
        Of("max_symbol_positions", "max_symbol_positions=null", r => r.MaxSymbolPositions is not null, r => r with { MaxSymbolPositions = null }),
        Of("max_open_positions", "max_open_positions=null", r => r.MaxOpenPositions is not null, r => r with { MaxOpenPositions = null }),
        Of("max_currency_net", "max_currency_net=null", r => r.MaxCurrencyNet is not null, r => r with { MaxCurrencyNet = null }),
        Of("spread", "max_spread_pips=null", r => r.MaxSpreadPips is not null, r => r with { MaxSpreadPips = null }),
        MinStop,
    ];

    /// <summary>Gates that no key switches: they are what an order is, what data are, or where it stands.</summary>
    public static IReadOnlyList<string> GatesWithoutRule { get; } = ["warmup", "session", "stale", "position_open", "size"];

    /// <summary>The rules a plan has in force, in order.</summary>
    public static IReadOnlyList<PlanRule> InForce(EnginePlan plan) => [.. InOrder.Where(r => r.IsInForce(plan))];

    /// <summary>A plan without some of its rules.</summary>
    public static EnginePlan Without(EnginePlan plan, IEnumerable<PlanRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return rules.Aggregate(plan, static (p, rule) => rule.Remove(p));
    }

    private static PlanRule Of(string gate, string off, Func<RiskPlan, bool> isInForce, Func<RiskPlan, RiskPlan> remove) => Of(gate, gate, off, isInForce, remove);

    private static PlanRule Of(string name, string gate, string off, Func<RiskPlan, bool> isInForce, Func<RiskPlan, RiskPlan> remove) =>
        new(name, gate, "risk." + off, p => isInForce(p.Risk), p => p with { Risk = remove(p.Risk) });
}

/// <summary>A rule of a plan that a key switches.</summary>
/// <param name="Name">Its name: that of its gate, but <c>min_stop</c>.</param>
/// <param name="Gate">The gate by which it blocks.</param>
/// <param name="Off">The override that switches it off, <c>risk.max_open_positions=null</c>.</param>
/// <param name="IsInForce">Whether a plan has it.</param>
/// <param name="Remove">The plan without it, and without all it does.</param>
public sealed record PlanRule(string Name, string Gate, string Off, Func<EnginePlan, bool> IsInForce, Func<EnginePlan, EnginePlan> Remove)
{
    /// <summary>The plan key that switches it, dotted.</summary>
    public string Key => Off[..Off.IndexOf('=', StringComparison.Ordinal)];
}
