namespace Axfl.Contracts;

/// <summary>What one rule of a plan cost or saved. R and money (account currency) of runs with and without it.</summary>
public sealed record GateMeasure
{
    /// <summary>Run id; empty: a plan was measured.</summary>
    public string Run { get; init; } = "";

    /// <summary>The rule: the name of its gate, or <c>min_stop</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>The gate by which it blocks.</summary>
    public required string Gate { get; init; }

    /// <summary>How it was removed, as an override: <c>risk.max_open_positions=null</c>.</summary>
    public required string Removed { get; init; }

    /// <summary>Total R with all rules.</summary>
    public required double TotalR { get; init; }

    /// <summary>Total R without this rule.</summary>
    public required double WithoutR { get; init; }

    /// <summary>Trades with all rules.</summary>
    public required int Trades { get; init; }

    /// <summary>Trades without this rule.</summary>
    public required int WithoutTrades { get; init; }

    /// <summary>Costs / sum of |PnL + costs| with all rules; null where undefined.</summary>
    public required double? CostShare { get; init; }

    /// <summary>Trading days with a traded bar: what the interval is resampled from.</summary>
    public required int Days { get; init; }

    /// <summary>TotalR - WithoutR. Above 0: the rule saved R; below: it cost R.</summary>
    public double SavedR => TotalR - WithoutR;

    /// <summary>Lower end of the 95 % interval of SavedR; null where undefined.</summary>
    public double? SavedRLow { get; init; }

    /// <summary>Upper end; null where undefined.</summary>
    public double? SavedRHigh { get; init; }

    /// <summary>How often chance alone makes a difference of this sign or none, both sides; null where undefined.</summary>
    public double? P { get; init; }

    /// <summary>P adjusted for the number of rules measured (Holm); null where undefined.</summary>
    public double? PHolm { get; init; }

    /// <summary>Why interval and p are undefined; empty where they are not.</summary>
    public string Reason { get; init; } = "";

    /// <summary>PnL with all rules - PnL without this rule, account currency.</summary>
    public required double SavedPnl { get; init; }

    /// <summary>Orders this gate was the first to refuse, or its halt cancelled; 0 for <c>min_stop</c>, whose refusals say what an order is.</summary>
    public required int Refused { get; init; }

    /// <summary>Of these, would have filled.</summary>
    public required int ShadowFilled { get; init; }

    /// <summary>Of these, have no shadow result because the one before it, of the same strategy and symbol, had not ended.</summary>
    public required int ShadowOverlapping { get; init; }

    /// <summary>Of those that would have filled, made more than 0R.</summary>
    public required int ShadowWins { get; init; }

    /// <summary>Sum of the shadow results, R.</summary>
    public required double ShadowR { get; init; }

    /// <summary>Their mean, R; null without one.</summary>
    public double? ShadowMeanR => ShadowFilled == 0 ? null : ShadowR / ShadowFilled;

    /// <summary>SavedR + ShadowR: what came of the rule beyond the refused orders themselves. Not 0: rules lean on each other.</summary>
    public double InteractionR => SavedR + ShadowR;

    /// <summary>Its Shapley value of R(all) - R(none), R; null unless asked for.</summary>
    public double? AttributedR { get; init; }

    /// <summary>The same of PnL, account currency; null unless asked for.</summary>
    public double? AttributedPnl { get; init; }

    /// <summary>Total R without any of the measured rules; null unless attribution was asked for.</summary>
    public double? NoneR { get; init; }

    /// <summary>PnL without any of them, account currency; null unless attribution was asked for.</summary>
    public double? NonePnl { get; init; }
}
