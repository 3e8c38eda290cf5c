namespace Axfl.Engine.Portfolio;

/// <summary>Whether a symbol's price is old: a bar that was fetched after the fact, or a feed without a fresh price. Entries are blocked, exits are not.</summary>
internal sealed class Staleness
{
    /// <summary>Whether the feed has no fresh price.</summary>
    public bool OfFeed { get; set; }

    /// <summary>Whether the bar in hand was fetched after the fact.</summary>
    public bool OfBar { get; set; }

    public bool IsStale => OfBar || OfFeed;
}
