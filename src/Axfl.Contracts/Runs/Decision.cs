namespace Axfl.Contracts;

/// <summary>Why an order did or did not become a trade: one line of decisions.jsonl.</summary>
public sealed record Decision
{
    /// <summary>Open time of the bar in hand (with ticks: of the tick), UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>Symbol.</summary>
    public required string Symbol { get; init; }

    /// <summary>Strategy id.</summary>
    public required string Strategy { get; init; }

    /// <summary><c>place</c>, <c>fill</c> or <c>cancel</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>accepted, filled, the gate that blocked it, or why it was cancelled.</summary>
    public required string Result { get; init; }

    /// <summary><c>long</c> or <c>short</c>.</summary>
    public required string Side { get; init; }

    /// <summary><c>market</c>, <c>stop</c> or <c>limit</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Price before costs.</summary>
    public required double Price { get; init; }

    /// <summary>Stop loss; null when the order has none.</summary>
    public required double? StopLoss { get; init; }

    /// <summary>Target; null when the order has none.</summary>
    public required double? Target { get; init; }

    /// <summary>The two numbers a gate compared, e.g. <c>-5.12R &lt;= -5R</c>; may be empty.</summary>
    public required string Detail { get; init; }

    /// <summary>Run it belongs to, where it was read from one; else empty.</summary>
    public string Run { get; init; } = "";

    /// <summary>One sentence for people: <c>EURUSD lsg 2025-07-04 08:35 short stop 1.16512: blocked by max_open_positions at the fill, 2 &gt;= 2</c>.</summary>
    public string Explain()
    {
        var what = Result switch
        {
            "accepted" or "filled" => Result,
            _ when Stage == "cancel" => $"cancelled ({Result})",
            _ => $"blocked by {Result}" + (Stage == "fill" ? " at the fill" : ""),
        };
        var price = Price.ToString("0.#######", System.Globalization.CultureInfo.InvariantCulture);
        var time = Time.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return $"{Symbol} {Strategy} {time} {Side} {Type} {price}: {what}" + (Detail.Length > 0 ? $", {Detail}" : "");
    }
}
