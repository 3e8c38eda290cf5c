namespace Axfl.Runtime;

/// <summary>What a run knows of one symbol.</summary>
/// <param name="index">Index in the plan.</param>
/// <param name="name">The provider's name.</param>
/// <param name="symbol">Our name.</param>
/// <param name="duplicateWindow">See <see cref="FeedOptions.DuplicateWindow"/>.</param>
internal sealed class FeedSymbol(int index, string name, string symbol, int duplicateWindow)
{
    public int Index { get; } = index;

    public string Name { get; } = name;

    public string Symbol { get; } = symbol;

    /// <summary>Unix ms; silence before it was normal.</summary>
    public long QuietUntil { get; set; } = long.MinValue;

    public TickSequence Sequence { get; } = new(duplicateWindow);

    /// <summary>Last state that was said; null: nothing yet in this session.</summary>
    public SymbolFeedState? Said { get; set; }

    public bool IsStale { get; set; }

    public bool IsHalted { get; set; }

    public bool IsRefused { get; set; }

    /// <summary>Unix ms; when it was last subscribed.</summary>
    public long SubscribedAt { get; set; }
}
