namespace Axfl.Providers.Common.Streaming;

/// <summary>What a run of a feed knows of one symbol: its subscription. Its price is known to the live run alone.</summary>
/// <param name="index">Index in the plan.</param>
/// <param name="name">The provider's name.</param>
/// <param name="duplicateWindow">See <see cref="FeedOptions.DuplicateWindow"/>.</param>
internal sealed class FeedSymbol(int index, string name, int duplicateWindow)
{
    public int Index { get; } = index;

    public string Name { get; } = name;

    public TickSequence Sequence { get; } = new(duplicateWindow);

    /// <summary>Last state that was said; null: nothing yet in this session.</summary>
    public SymbolFeedState? Said { get; set; }

    public bool IsHalted { get; set; }

    public bool IsRefused { get; set; }

    /// <summary>Refused by name in the request of a dial: the next leaves it out until its time has come.</summary>
    public bool IsLeftOut { get; set; }

    /// <summary>Unix ms; when it was last subscribed, or refused.</summary>
    public long SubscribedAt { get; set; }

    /// <summary>How often it was refused since its last price.</summary>
    public int Refusals { get; set; }
}
