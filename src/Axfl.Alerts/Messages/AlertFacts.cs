namespace Axfl.Alerts.Messages;

/// <summary>What a message says, in parts. Parts that it does not have are null and left out of its JSON.</summary>
internal sealed record AlertFacts
{
    /// <summary>What happened: opened, closed, placed, cancelled, began, ended, stale, backing_off, back, ...</summary>
    public required string Action { get; init; }

    /// <summary>Symbol.</summary>
    public string? Symbol { get; init; }

    /// <summary>Strategy id.</summary>
    public string? Strategy { get; init; }

    /// <summary>long or short.</summary>
    public string? Side { get; init; }

    /// <summary>market, stop or limit.</summary>
    public string? Type { get; init; }

    /// <summary>Units.</summary>
    public double? Units { get; init; }

    /// <summary>Price of the fill with costs, or of the order.</summary>
    public double? Price { get; init; }

    /// <summary>Price of the entry of a closed trade.</summary>
    public double? Entry { get; init; }

    /// <summary>Stop loss.</summary>
    public double? StopLoss { get; init; }

    /// <summary>Target.</summary>
    public double? Target { get; init; }

    /// <summary>Why a trade was closed, an order cancelled, a run ended.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of the trade.</summary>
    public int? TradeId { get; init; }

    /// <summary>R of the trade, or of the digest's period.</summary>
    public double? R { get; init; }

    /// <summary>PnL, account currency.</summary>
    public double? Pnl { get; init; }

    /// <summary>Realised R of the trading day so far.</summary>
    public double? DayR { get; init; }

    /// <summary>Name of a halt.</summary>
    public string? Halt { get; init; }

    /// <summary>What reached the limit of a halt.</summary>
    public double? Value { get; init; }

    /// <summary>Limit of a halt.</summary>
    public double? Limit { get; init; }

    /// <summary>State of the feed.</summary>
    public string? State { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public string? Detail { get; init; }

    /// <summary>Trades of a digest's period.</summary>
    public int? Trades { get; init; }

    /// <summary>Costs of a digest's period, account currency.</summary>
    public double? Costs { get; init; }

    /// <summary>Blocked entries of a digest's period by gate.</summary>
    public IReadOnlyDictionary<string, int>? Blocked { get; init; }

    /// <summary>Outages of the feed in a digest's period.</summary>
    public int? Outages { get; init; }

    /// <summary>How long they were together, seconds.</summary>
    public double? OutageS { get; init; }
}
