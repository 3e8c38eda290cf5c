namespace Axfl.Contracts;

/// <summary>The state of a run at one moment. Collections are flat records on the root, so that ConvertTo-Json at its default depth loses nothing.</summary>
/// <remarks>The text form (status block) has the same content under the names and in the order of docs/en-US/about_Axfl.md.</remarks>
public sealed record PortfolioStatus
{
    /// <summary>False when the run cannot do its job at this moment; <see cref="Error"/> says why. A risk halt is no error.</summary>
    public bool Ok { get; init; } = true;

    /// <summary>Why <see cref="Ok"/> is false; null otherwise.</summary>
    public string? Error { get; init; }

    /// <summary><c>replay</c> or <c>ws</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>Where prices come from: csv, simulated, or the name of a provider.</summary>
    public required string Source { get; init; }

    /// <summary>Bar length, e.g. <c>5m</c>.</summary>
    public required string Interval { get; init; }

    /// <summary>Open time of the first traded bar, UTC.</summary>
    public required DateTime Since { get; init; }

    /// <summary>Open time of the last bar, UTC.</summary>
    public required DateTime Now { get; init; }

    /// <summary>Symbols in plan order.</summary>
    public required IReadOnlyList<string> Symbols { get; init => field = ShownList<string>.Of(value); }

    /// <summary>Open positions in plan order.</summary>
    public IReadOnlyList<PositionStatus> Positions { get; init => field = ShownList<PositionStatus>.Of(value); } = ShownList<PositionStatus>.Empty;

    /// <summary>Realised results of the trading day of <see cref="Now"/>.</summary>
    public required TodayStatus Today { get; init; }

    /// <summary>The same per strategy.</summary>
    public IReadOnlyList<StrategyDayStatus> ByStrategy { get; init => field = ShownList<StrategyDayStatus>.Of(value); } = ShownList<StrategyDayStatus>.Empty;

    /// <summary>Halt and its limit.</summary>
    public required RiskStatus Risk { get; init; }

    /// <summary>Costs in force.</summary>
    public required CostStatus Costs { get; init; }

    /// <summary>State of the feed; not connected in replay.</summary>
    public FeedStatus Ws { get; init; } = new();

    /// <summary>Results since the start of the run.</summary>
    public required TotalStatus Total { get; init; }

    /// <summary>Waiting entry orders in plan order.</summary>
    public IReadOnlyList<PendingOrderStatus> Pending { get; init => field = ShownList<PendingOrderStatus>.Of(value); } = ShownList<PendingOrderStatus>.Empty;

    /// <summary>Orders blocked today, by gate.</summary>
    public IReadOnlyList<BlockedStatus> Blocked { get; init => field = ShownList<BlockedStatus>.Of(value); } = ShownList<BlockedStatus>.Empty;

    /// <summary>The news calendar; null: the plan has none.</summary>
    public NewsStatus? News { get; init; }

    /// <summary>Factors of risk parity, in plan order; null: the plan has none.</summary>
    public IReadOnlyList<ParityStatus>? Parity { get; init => field = value is null ? null : ShownList<ParityStatus>.Of(value); }

    /// <summary>Net positions by currency, in ordinal order, without zeros; null: the plan does not limit them.</summary>
    public IReadOnlyList<CurrencyNetStatus>? CurrencyNet { get; init => field = value is null ? null : ShownList<CurrencyNetStatus>.Of(value); }

    /// <summary>What became of the run's alerts; null: the plan has none, or the run sends none.</summary>
    public AlertStatus? Alerts { get; init; }

    /// <summary>Counts of data per symbol.</summary>
    public IReadOnlyList<SymbolDataStatus> Data { get; init => field = ShownList<SymbolDataStatus>.Of(value); } = ShownList<SymbolDataStatus>.Empty;

    /// <summary>Name of the trading day, <c>yyyy-MM-dd</c>.</summary>
    public required string Day { get; init; }

    /// <summary>Run id.</summary>
    public required string Run { get; init; }

    /// <summary>Lower-case hex SHA-256 of the ledger so far.</summary>
    public required string LedgerHash { get; init; }
}
