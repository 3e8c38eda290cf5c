using Axfl.Configuration.Compatibility;
using Axfl.Configuration.Keys.Forms;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>The keys of <c>risk</c>.</summary>
internal static class RiskKeys
{
    public static readonly SectionKeys<RiskPlan> Table = new(older: OlderRiskKeys.Keys)
    {
        { "global_daily_stop_r", new LossForm(), "R", "The portfolio stops for the day at this loss.", r => r.GlobalDailyStopR, (r, v) => r with { GlobalDailyStopR = v } },
        { "global_daily_target_r", new LimitForm(0, 1_000_000, above: true), "R", "The portfolio stops for the day at this gain.", r => r.GlobalDailyTargetR, (r, v) => r with { GlobalDailyTargetR = v } },
        { "per_strategy_daily_stop_r", new LossForm(), "R", "A strategy stops for the day at this loss.", r => r.PerStrategyDailyStopR, (r, v) => r with { PerStrategyDailyStopR = v } },
        { "per_strategy_daily_trades", new CountForm(1, 1_000_000), "entries", "Entries of a strategy a day.", r => r.PerStrategyDailyTrades, (r, v) => r with { PerStrategyDailyTrades = v } },
        { "max_open_positions", new CountForm(1, 1_000_000), "positions", "Positions open in the portfolio.", r => r.MaxOpenPositions, (r, v) => r with { MaxOpenPositions = v } },
        { "max_symbol_positions", new CountForm(1, 1_000_000), "positions", "Positions open on one symbol.", r => r.MaxSymbolPositions, (r, v) => r with { MaxSymbolPositions = v } },
        { "max_currency_net", new CountForm(1, 1_000_000), "positions", "Net positions on one currency, either way.", r => r.MaxCurrencyNet, (r, v) => r with { MaxCurrencyNet = v } },
        { "max_spread_pips", new LimitForm(0, 100_000), "pips", "No entries while the spread is wider.", r => r.MaxSpreadPips, (r, v) => r with { MaxSpreadPips = v } },
        { "min_stop_pips", new LimitOrZeroForm(0, 100_000), "pips", "Minimum distance of a stop loss.", r => r.MinStopPips, (r, v) => r with { MinStopPips = v } },
        { "cooldown_minutes", new CountOrZeroForm(0, 525_600), "minutes", "Pause of a strategy on a symbol after a loss.", r => r.CooldownMinutes, (r, v) => r with { CooldownMinutes = v } },
        new OptionalSection<RiskPlan, LossStreakPlan>(LossStreakKeys.Table, LossStreakKeys.Usual, r => r.LossStreak, (r, v) => r with { LossStreak = v })
        { Name = "loss_streak", Help = "Pause of a strategy after losses in a row; absent or null: none." },
        { "halt_counts_open", new FlagForm(), "", "Whether open positions count for the portfolio's daily stop and target.", r => r.HaltCountsOpen, (r, v) => r with { HaltCountsOpen = v } },
        { "flatten_on_halt", new FlagForm(), "", "Whether a halt of the portfolio, or its daily target, closes every position.", r => r.FlattenOnHalt, (r, v) => r with { FlattenOnHalt = v } },
        new DrawdownKey { Name = "drawdown", Help = "Guard that locks entries after a fall of equity; absent or null: none." },
        new WeightsKey { Name = "weights", Help = "Factors on the risk of a trade; they change sizes alone, limits in R do not see them." },
        new RiskParityKey { Name = "risk_parity", Help = "Shares risk out among the symbols by how much they move; absent or null: all alike." },
    };
}
