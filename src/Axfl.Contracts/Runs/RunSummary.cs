namespace Axfl.Contracts;

/// <summary>Totals and metrics of a run: summary.json as an object. Undefined numbers are null.</summary>
public sealed record RunSummary
{
    /// <summary>Run id; empty for piped trades.</summary>
    public string Run { get; init; } = "";

    /// <summary>Profile; empty for piped trades.</summary>
    public string Profile { get; init; } = "";

    /// <summary>replay or ws; empty for piped trades.</summary>
    public string Mode { get; init; } = "";

    /// <summary>csv, simulated, ...</summary>
    public string Source { get; init; } = "";

    /// <summary>Bar length.</summary>
    public string Interval { get; init; } = "";

    /// <summary>Start, inclusive, UTC.</summary>
    public DateTime? Since { get; init; }

    /// <summary>End, exclusive, UTC.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Open time of the first traded bar: where the period really begins, UTC; null without one.</summary>
    public DateTime? TradedSince { get; init; }

    /// <summary>End of the last traded bar: where the period really ends, UTC; null without one.</summary>
    public DateTime? TradedUntil { get; init; }

    /// <summary>Symbols in plan order.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>The metrics.</summary>
    public required PortfolioMetrics Metrics { get; init; }

    /// <summary>Decisions counted by <c>stage:result</c>.</summary>
    public IReadOnlyDictionary<string, int> Decisions { get; init; } = new Dictionary<string, int>();

    /// <summary>Data of each symbol.</summary>
    public IReadOnlyList<SymbolDataStatus> Data { get; init; } = [];

    /// <summary>Bars outside trading hours, all symbols: traded, but they make no trading day.</summary>
    public long OutsideHours { get; init; }

    /// <summary>The largest gaps of each symbol, largest first.</summary>
    public IReadOnlyList<RunGap> LargestGaps { get; init; } = [];

    /// <summary>What people were told of the data.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Positions left open.</summary>
    public int OpenPositions { get; init; }

    /// <summary>Lower-case hex SHA-256 of the ledger.</summary>
    public string LedgerHash { get; init; } = "";

    /// <summary>Version of Axfl.</summary>
    public string Version { get; init; } = "";

    /// <summary>Whether the run was stopped before its end.</summary>
    public bool Interrupted { get; init; }

    /// <summary>ended, stopped or failed (<see cref="RunStates"/>); without a summary, running, failed or killed; empty for piped trades.</summary>
    public string State { get; init; } = "";

    /// <summary>What stopped a failed run; null: nothing.</summary>
    public string? Error { get; init; }

    /// <summary>Seconds of wall clock the run took.</summary>
    public double WallSeconds { get; init; }
}

/// <summary>Bars that are missing inside trading hours.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="From">Open time of the first missing bar, UTC.</param>
/// <param name="Until">Open time of the bar after the gap, UTC.</param>
/// <param name="Bars">How many are missing.</param>
public sealed record RunGap(string Symbol, DateTime From, DateTime Until, long Bars);

/// <summary>Metrics of a ledger of trades. Undefined ones are null, never 0 or infinity.</summary>
public sealed record PortfolioMetrics
{
    /// <summary>Run they are of; empty for piped trades.</summary>
    public string Run { get; init; } = "";

    /// <summary>Closed trades.</summary>
    public int Trades { get; init; }

    /// <summary>Trades with R above 0.</summary>
    public int Wins { get; init; }

    /// <summary>Trades with R below 0.</summary>
    public int Losses { get; init; }

    /// <summary>Wins / trades.</summary>
    public double? WinRate { get; init; }

    /// <summary>Sum of R.</summary>
    public double TotalR { get; init; }

    /// <summary>Mean R a trade: the expectancy.</summary>
    public double? AverageR { get; init; }

    /// <summary>Sum of winning R / |sum of losing R|.</summary>
    public double? ProfitFactor { get; init; }

    /// <summary>Mean winning R / |mean losing R|.</summary>
    public double? PayoffRatio { get; init; }

    /// <summary>Most losses in a row.</summary>
    public int LongestLosingRun { get; init; }

    /// <summary>Mean MAE, R.</summary>
    public double? AverageMaeR { get; init; }

    /// <summary>Mean MFE, R.</summary>
    public double? AverageMfeR { get; init; }

    /// <summary>Maximum drawdown: the largest fall of cumulated R from its peak (which starts at 0).</summary>
    public double MaxDrawdownR { get; init; }

    /// <summary>Maximum drawdown: the largest fall of equity from its peak, percent, on closed trades.</summary>
    public double MaxDrawdownPct { get; init; }

    /// <summary>Profit or loss, account currency.</summary>
    public double Pnl { get; init; }

    /// <summary>All costs, account currency.</summary>
    public double Costs { get; init; }

    /// <summary>Half spreads of all fills, account currency; null for trades of older versions.</summary>
    public double? CostSpread { get; init; }

    /// <summary>Slippage of all fills, account currency; null for trades of older versions.</summary>
    public double? CostSlippage { get; init; }

    /// <summary>Commissions, account currency; null for trades of older versions.</summary>
    public double? CostCommission { get; init; }

    /// <summary>Costs / sum of |pnl + costs|.</summary>
    public double? CostShare { get; init; }

    /// <summary>Starting equity + PnL.</summary>
    public double? Equity { get; init; }

    /// <summary>Sharpe ratio of daily realised PnL / equity at the day's start, annualised by 252.</summary>
    public double? Sharpe { get; init; }

    /// <summary>Sortino ratio of the same, target 0.</summary>
    public double? Sortino { get; init; }

    /// <summary>System quality number: sqrt(n) * mean R / sample deviation of R (Van Tharp).</summary>
    public double? Sqn { get; init; }

    /// <summary>Union of [entry, exit) / (distinct traded bar times * interval).</summary>
    public double? Exposure { get; init; }

    /// <summary>The ledger split by strategy, symbol, strategy and symbol, reason, weekday and hour of entry (UTC).</summary>
    public IReadOnlyList<MetricsBreakdown> Breakdown { get; init; } = [];
}

/// <summary>One row of a split ledger.</summary>
/// <param name="By">strategy, symbol, strategy_symbol, reason, weekday (1 = Monday) or hour.</param>
/// <param name="Key">The value, e.g. <c>orb</c> or <c>7</c>.</param>
/// <param name="Trades">Closed trades.</param>
/// <param name="Wins">R above 0.</param>
/// <param name="Losses">R below 0.</param>
/// <param name="TotalR">Sum of R.</param>
/// <param name="Pnl">Account currency.</param>
public sealed record MetricsBreakdown(string By, string Key, int Trades, int Wins, int Losses, double TotalR, double Pnl);
