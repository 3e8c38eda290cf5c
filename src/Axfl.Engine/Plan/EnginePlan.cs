using Axfl.Contracts;

namespace Axfl.Engine;

/// <summary>Everything that decides a run, besides its events. Immutable; made by the configuration.</summary>
public sealed record EnginePlan
{
    /// <summary>First traded bar's open time at the earliest, unix ms; earlier bars are warm-up.</summary>
    public required long Since { get; init; }

    /// <summary>Bar length.</summary>
    public required Interval Interval { get; init; }

    /// <summary>Symbols in plan order.</summary>
    public required IReadOnlyList<SymbolPlan> Symbols { get; init; }

    /// <summary>Strategy ids in plan order.</summary>
    public required IReadOnlyList<string> Strategies { get; init; }

    /// <summary>Start of the trading day. Default 00:00 UTC.</summary>
    public TradingDayPlan TradingDay { get; init; } = new(TimeZoneInfo.Utc, new TimeOfDay(0));

    /// <summary>What one bar cannot tell. Default worst.</summary>
    public IntrabarPolicy Intrabar { get; init; } = IntrabarPolicy.Worst;

    /// <summary>Whether market orders fill at the signal bar's close instead of the next open. Default false.</summary>
    public bool FillAtClose { get; init; }

    /// <summary>Whether a replay closes what is open at its end. Default true.</summary>
    public bool CloseAtEnd { get; init; } = true;

    /// <summary>Whether measured spreads replace the configured ones. Default false.</summary>
    public bool MeasuredSpread { get; init; }

    /// <summary>Account.</summary>
    public AccountPlan Account { get; init; } = new();

    /// <summary>Costs.</summary>
    public CostPlan Costs { get; init; } = new();

    /// <summary>Risk limits.</summary>
    public RiskPlan Risk { get; init; } = new();
}

/// <summary>One symbol of the plan.</summary>
/// <param name="Instrument">Instrument.</param>
/// <param name="SpreadPips">Configured spread, pips.</param>
/// <param name="Slots">Its strategies in plan order.</param>
public sealed record SymbolPlan(Instrument Instrument, double SpreadPips, IReadOnlyList<SlotPlan> Slots);

/// <summary>One strategy on one symbol.</summary>
/// <param name="Strategy">Strategy id.</param>
/// <param name="Definition">Its definition.</param>
/// <param name="Values">A value for each of its parameters.</param>
/// <param name="Windows">Session windows.</param>
/// <param name="TimeStopMinutes">Time exit, minutes; null: none.</param>
public sealed record SlotPlan(
    string Strategy, StrategyDefinition Definition, IReadOnlyDictionary<string, object?> Values, IReadOnlyList<SessionWindow> Windows, int? TimeStopMinutes);

/// <summary>A session window: half-open, in local time.</summary>
/// <param name="Start">Local start.</param>
/// <param name="End">Local end; earlier than the start: it crosses midnight; 24:00 allowed; equal is an error.</param>
/// <param name="Zone">Zone.</param>
/// <param name="Days">Days of the week on which it starts.</param>
/// <param name="Holidays">Local dates (days since 1970-01-01) on which it does not start.</param>
public sealed record SessionWindow(TimeOfDay Start, TimeOfDay End, TimeZoneInfo Zone, IReadOnlySet<DayOfWeek> Days, IReadOnlySet<int> Holidays);

/// <summary>Start of the trading day.</summary>
/// <param name="Zone">Zone.</param>
/// <param name="Start">Local start, 00:00 to 23:59.</param>
public sealed record TradingDayPlan(TimeZoneInfo Zone, TimeOfDay Start);

/// <summary>Account.</summary>
public sealed record AccountPlan
{
    /// <summary>Account currency.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Starting equity, account currency, positive.</summary>
    public double StartingEquity { get; init; } = 100_000;

    /// <summary>Risk of a trade, percent of equity, positive.</summary>
    public double RiskPerTradePct { get; init; } = 0.5;

    /// <summary>Whether risk is a percentage of the starting equity throughout.</summary>
    public bool FixedRisk { get; init; }

    /// <summary>Units are rounded down to this step, positive.</summary>
    public double UnitStep { get; init; } = 1;
}

/// <summary>Costs of fills.</summary>
public sealed record CostPlan
{
    /// <summary>Least slippage, pips.</summary>
    public double MinSlippagePips { get; init; } = 1;

    /// <summary>Slippage is at least ATR14 / this; null: the least alone.</summary>
    public double? AtrDivisor { get; init; } = 1000;

    /// <summary>Fills that pay slippage.</summary>
    public SlippageOn SlippageOn { get; init; } = SlippageOn.Entry | SlippageOn.Stop | SlippageOn.Time | SlippageOn.Target;

    /// <summary>Commission per million of notional and side, account currency.</summary>
    public double CommissionPerMillion { get; init; }
}

/// <summary>Fills that pay slippage.</summary>
[Flags]
public enum SlippageOn
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Entries.</summary>
    Entry = 1,

    /// <summary>Stop losses.</summary>
    Stop = 2,

    /// <summary>Exits at market: TIME, EXIT, HALT, END.</summary>
    Time = 4,

    /// <summary>Targets.</summary>
    Target = 8,
}

/// <summary>Limits of the portfolio; null switches one off.</summary>
public sealed record RiskPlan
{
    /// <summary>Portfolio halt, R, negative.</summary>
    public double? GlobalDailyStopR { get; init; } = -5;

    /// <summary>Halt of one strategy, R, negative.</summary>
    public double? PerStrategyDailyStopR { get; init; } = -2;

    /// <summary>Entries of one strategy a day.</summary>
    public int? PerStrategyDailyTrades { get; init; } = 3;

    /// <summary>Positions open in the portfolio.</summary>
    public int? MaxOpenPositions { get; init; } = 2;

    /// <summary>Positions open on one symbol.</summary>
    public int? MaxSymbolPositions { get; init; } = 1;

    /// <summary>Widest spread for an entry, pips.</summary>
    public double? MaxSpreadPips { get; init; }

    /// <summary>Least distance of the stop loss, pips.</summary>
    public double MinStopPips { get; init; } = 1;

    /// <summary>Minutes without entries of a slot after a loss.</summary>
    public int CooldownMinutes { get; init; }

    /// <summary>Whether open R counts for the portfolio halt.</summary>
    public bool HaltCountsOpen { get; init; }

    /// <summary>Whether a portfolio halt closes every position.</summary>
    public bool FlattenOnHalt { get; init; }

    /// <summary>Drawdown guard; null: none.</summary>
    public DrawdownPlan? Drawdown { get; init; }
}

/// <summary>Drawdown guard.</summary>
/// <param name="TrailingPct">Fall of equity from its peak that locks entries, percent.</param>
/// <param name="CooloffMinutes">How long.</param>
public sealed record DrawdownPlan(double TrailingPct, int CooloffMinutes);

/// <summary>How a fill inside a bar is decided.</summary>
public enum IntrabarPolicy
{
    /// <summary>Stop loss before target; no target on the bar of a stop or limit entry.</summary>
    Worst,

    /// <summary>Open, nearer extreme, other extreme, close.</summary>
    Path,

    /// <summary>The smallest bars at hand, those of all symbols in time order, each by worst.</summary>
    Drill,

    /// <summary>The mirror of worst: target before stop loss, and granted on the bar of a stop or limit entry.</summary>
    Best,
}
