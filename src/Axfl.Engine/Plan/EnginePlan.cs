using Axfl.Contracts;

namespace Axfl.Engine.Plan;

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

    /// <summary>Times in which nothing is opened. Default none.</summary>
    public IReadOnlyList<BlackoutPlan> Blackouts { get; init; } = [];

    /// <summary>When news keeps positions out of the market; null: never. Default null.</summary>
    public NewsPlan? News { get; init; }

    /// <summary>Risk limits.</summary>
    public RiskPlan Risk { get; init; } = new();

    /// <summary>
    /// Makes, for one run, what says of each entry that would fill whether it is missed instead: asked in the order of the fills, after the gates. Null: none
    /// is. Default null; it asks what the run would be without some of its trades.
    /// </summary>
    public Func<Func<bool>>? MissedEntries { get; init; }
}
