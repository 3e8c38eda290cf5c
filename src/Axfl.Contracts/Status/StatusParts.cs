namespace Axfl.Contracts;

/// <summary>One open position.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="Strategy">Strategy id.</param>
/// <param name="Side"><c>long</c> or <c>short</c>.</param>
/// <param name="Units">Units of base currency.</param>
/// <param name="Entry">Entry fill, costs inside.</param>
/// <param name="EntryTime">UTC.</param>
/// <param name="Sl">Stop loss.</param>
/// <param name="Tp">Target, or null.</param>
/// <param name="ROpen">Open result in R as if closed at the last close with costs.</param>
/// <param name="PnlOpen">The same in account currency.</param>
/// <param name="BarsHeld">Complete bars since the entry.</param>
public sealed record PositionStatus(
    string Symbol, string Strategy, string Side, double Units, double Entry, DateTime EntryTime, double Sl, double? Tp, double ROpen, double PnlOpen,
    int BarsHeld)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Symbol} {Strategy} {Side} {Units} at {Entry}, {ROpen:0.00} R");
}

/// <summary>Realised results of one trading day.</summary>
/// <param name="RTotal">R.</param>
/// <param name="PnlTotal">Account currency.</param>
public sealed record TodayStatus(double RTotal, double PnlTotal)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{RTotal:0.00} R, {PnlTotal:0.00}");
}

/// <summary>One strategy's results of the trading day.</summary>
/// <param name="Name">Strategy id.</param>
/// <param name="R">Realised R.</param>
/// <param name="Trades">Trades closed.</param>
/// <param name="Pnl">Account currency.</param>
public sealed record StrategyDayStatus(string Name, double R, int Trades, double Pnl)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Name} {R:0.00} R, {Pnl:0.00}, {Trades} trades");
}

/// <summary>Portfolio halt.</summary>
/// <param name="Halted">Whether entries are blocked until the next trading day.</param>
/// <param name="GlobalDailyStopR">The limit, R; null when switched off.</param>
public sealed record RiskStatus(bool Halted, double? GlobalDailyStopR)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{(Halted ? "halted" : "not halted")}{(GlobalDailyStopR is { } stop ? FormattableString.Invariant($", daily stop {stop} R") : "")}");
}

/// <summary>Costs in force.</summary>
/// <param name="SpreadPips">Spread in force, pips by symbol: configured, or measured at the last complete bar's close (live: of the last quote); null before the first.</param>
/// <param name="SlippageModel">E.g. <c>max(1 pip, ATR/1000)</c>.</param>
public sealed record CostStatus(IReadOnlyDictionary<string, double?> SpreadPips, string SlippageModel)
{
    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", [.. SpreadPips.Select(s => s.Key + (s.Value is { } pips ? FormattableString.Invariant($" {pips} pips") : " not known yet")), SlippageModel]);
}

/// <summary>State of the live feed.</summary>
public sealed record FeedStatus
{
    /// <inheritdoc/>
    public override string ToString() => State is null ? "" : FormattableString.Invariant($"{State}, {Errors} errors");

    /// <summary>Whether ticks can come.</summary>
    public bool Connected { get; init; }

    /// <summary>Errors since the start of the run.</summary>
    public int Errors { get; init; }

    /// <summary>connecting, live, backing off, failed, market closed; null in replay.</summary>
    public string? State { get; init; }

    /// <summary>Median time from event to decision, milliseconds; null in replay.</summary>
    public double? LatencyP50Ms { get; init; }

    /// <summary>99th percentile of the same.</summary>
    public double? LatencyP99Ms { get; init; }

    /// <summary>
    /// Median of how long after their stamp prices are received, milliseconds, of the last 1,000 by this machine's clock: negative when it is behind; null
    /// before the first price and in replay.
    /// </summary>
    public double? LagP50Ms { get; init; }

    /// <summary>99th percentile of the same.</summary>
    public double? LagP99Ms { get; init; }

    /// <summary>Frames, and prices in frames, that could not be used, of all symbols and of none; null in replay.</summary>
    public long? Rejected { get; init; }
}

/// <summary>Results since the start of the run.</summary>
/// <param name="R">Realised R.</param>
/// <param name="Pnl">Account currency.</param>
/// <param name="Trades">Closed trades.</param>
/// <param name="Equity">Starting equity + realised PnL.</param>
/// <param name="MaxDrawdownPct">Maximum drawdown: the largest fall of equity from its peak, percent, on closed trades.</param>
public sealed record TotalStatus(double R, double Pnl, int Trades, double Equity, double MaxDrawdownPct)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{R:0.00} R, {Pnl:0.00}, {Trades} trades, equity {Equity:0.00}, maximum drawdown {MaxDrawdownPct:0.00} %");
}

/// <summary>One pending order.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="Strategy">Strategy id.</param>
/// <param name="Side"><c>long</c> or <c>short</c>.</param>
/// <param name="Type"><c>market</c>, <c>stop</c> or <c>limit</c>.</param>
/// <param name="Price">Its price.</param>
/// <param name="Sl">Stop loss.</param>
/// <param name="Tp">Target, or null.</param>
/// <param name="Placed">Open time of the bar at whose close it was placed, UTC.</param>
/// <param name="Expiry">UTC, or null.</param>
public sealed record PendingOrderStatus(
    string Symbol, string Strategy, string Side, string Type, double Price, double Sl, double? Tp, DateTime Placed, DateTime? Expiry)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Symbol} {Strategy} {Side} {Type} at {Price}");
}

/// <summary>Orders blocked by one gate today.</summary>
/// <param name="Gate">Gate.</param>
/// <param name="Count">How many.</param>
public sealed record BlockedStatus(string Gate, int Count)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Gate} {Count}");
}

/// <summary>Data of one symbol since the start of the run (warm-up included).</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="Bars">Accepted bars.</param>
/// <param name="Gaps">Gaps: consecutive bars between which bars inside trading hours are missing.</param>
/// <param name="Duplicates">Exact duplicates dropped.</param>
/// <param name="Rejected">Rejected lines or frames.</param>
/// <param name="Stale">Whether entries are blocked because no fresh price is available (live).</param>
public sealed record SymbolDataStatus(string Symbol, long Bars, long Gaps, long Duplicates, long Rejected, bool Stale)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Symbol} {Bars} bars, {Gaps} gaps, {Rejected} rejected");

    /// <summary>Bars of the files' interval with a crossed quote (ask below bid), which counts as spread 0; null in a status that was read back, which does not have it, and live.</summary>
    public long? Crossed { get; init; }

    /// <summary>Bars outside trading hours; null in a status that was read back, which does not have it, and live.</summary>
    public long? OutsideHours { get; init; }

    /// <summary>Seconds since the last accepted price, by its stamp (live); null before the first, and in replay.</summary>
    public double? StaleS { get; init; }
}
