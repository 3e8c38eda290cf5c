namespace Axfl.Contracts;

/// <summary>
/// A refused order of a run, and what it would have come to had the one gate that refused it let it through, alone. Times UTC; prices in quote currency.
/// </summary>
/// <remarks>It is no forecast of the run without the gate: an order let through would have met other gates, and others would have met it.</remarks>
public sealed record ShadowResult
{
    /// <summary>Time of the refusal: open time of the bar in hand.</summary>
    public required DateTime Time { get; init; }

    /// <summary>Symbol.</summary>
    public required string Symbol { get; init; }

    /// <summary>Strategy id.</summary>
    public required string Strategy { get; init; }

    /// <summary><c>place</c>: refused when it was placed; <c>fill</c>: when it would have filled; <c>cancel</c>: a halt cancelled it while it waited.</summary>
    public required string Stage { get; init; }

    /// <summary>The gate that refused it first; of an order that a halt cancelled the gate of that halt.</summary>
    public required string Gate { get; init; }

    /// <summary><c>long</c> or <c>short</c>.</summary>
    public required string Side { get; init; }

    /// <summary><c>market</c>, <c>stop</c> or <c>limit</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Its price; of a market order the close at which it was placed.</summary>
    public required double Price { get; init; }

    /// <summary>Its stop loss; null: none.</summary>
    public required double? StopLoss { get; init; }

    /// <summary>Its target; null: none.</summary>
    public required double? Target { get; init; }

    /// <summary>
    /// <c>filled</c>; <c>unfilled</c>: it would not have filled; <c>overlapping</c>: the shadow before it, of the same slot and gate, had not ended, so that it
    /// has none.
    /// </summary>
    public required string State { get; init; }

    /// <summary>R it would have made, costs inside; null unless it filled.</summary>
    public double? R { get; init; }

    /// <summary>Time of its entry; null unless it filled.</summary>
    public DateTime? EntryTime { get; init; }

    /// <summary>Entry fill, costs inside; null unless it filled.</summary>
    public double? Entry { get; init; }

    /// <summary>Time of its exit; null unless it filled.</summary>
    public DateTime? ExitTime { get; init; }

    /// <summary>Exit fill, costs inside; null unless it filled.</summary>
    public double? Exit { get; init; }

    /// <summary>SL, TP, TIME or END; empty unless it filled.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>What a shadow result can be.</summary>
public static class ShadowStates
{
    /// <summary>It would have filled.</summary>
    public const string Filled = "filled";

    /// <summary>It would not have filled.</summary>
    public const string Unfilled = "unfilled";

    /// <summary>The shadow before it had not ended.</summary>
    public const string Overlapping = "overlapping";
}
