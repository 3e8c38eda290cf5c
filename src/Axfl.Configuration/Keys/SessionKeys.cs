namespace Axfl.Configuration.Keys;

/// <summary>The keys a sessions file may have, section by section. The JSON schema for editors has the same (a test holds them together).</summary>
internal static class SessionKeys
{
    public static readonly string[] Profile =
    [
        "symbols", "interval", "source", "venue", "data_dir", "data_timezone", "data_columns", "data_time_format", "spreads", "spread_pips", "warmup_days", "status_every_s",
        "status_every_bars", "trading_day", "holidays", "intrabar", "market_fill", "close_at_end", "spread", "account", "costs", "risk", "live",
        "strategies",
    ];

    /// <summary>Keys of a profile that a later version will have.</summary>
    public static readonly string[] ProfileNotYet = ["blackouts", "news", "alerts"];

    /// <summary>Keys of <c>risk</c> that a later version will have.</summary>
    public static readonly string[] RiskNotYet = ["global_daily_target_r", "max_currency_net", "loss_streak", "weights"];

    public static readonly string[] TradingDay = ["timezone", "start"];

    public static readonly string[] Account = ["currency", "starting_equity", "risk_per_trade_pct", "risk_basis", "unit_step"];

    public static readonly string[] Costs = ["min_slippage_pips", "atr_divisor", "slippage_on", "commission_per_million"];

    public static readonly string[] Risk =
    [
        "global_daily_stop_r", "per_strategy_daily_stop_r", "per_strategy_daily_trades", "max_open_positions", "max_symbol_positions", "max_spread_pips",
        "min_stop_pips", "cooldown_minutes", "halt_counts_open", "flatten_on_halt", "drawdown",
    ];

    public static readonly string[] Live = ["max_tick_atr", "late_ticks_ms", "max_ahead_ms", "max_lag_ms", "stale_after_s", "repair_wait_s"];

    public static readonly string[] Drawdown = ["trailing_pct", "cooloff_minutes"];

    public static readonly string[] Strategy = ["name", "id", "windows", "params", "symbol_params", "symbols"];

    public static readonly string[] Window = ["start", "end", "timezone", "days", "holidays"];

    public static readonly string[] Instrument = ["symbol", "base", "quote", "pip", "digits", "spread_pips"];

    public static readonly string[] Tuned = ["strategy", "symbol", "interval", "params"];
}
