using Axfl.Contracts;

namespace Axfl.Providers.Common;

/// <summary>What a feed says: a price, a change of its own state, a change of one symbol, or a refused price.</summary>
/// <param name="Received">When it was known here, unix ms, UTC, of the feed's <see cref="TimeProvider"/>.</param>
public abstract record FeedEvent(long Received);

/// <summary>A price that is no duplicate and lies in the sane window of time.</summary>
/// <param name="Received">When it came, unix ms.</param>
/// <param name="Symbol">Index in the list given to <see cref="ITickFeed.Run"/>.</param>
/// <param name="Tick">Time as the provider says, and the price.</param>
/// <param name="Late">
/// Older than the newest price of the symbol: it may complete its own unclosed bar, and must never be taken as the present price.
/// </param>
public sealed record TickEvent(long Received, int Symbol, Tick Tick, bool Late) : FeedEvent(Received)
{
    /// <summary>When it came as a timestamp of the feed's <see cref="TimeProvider"/>, for measuring what follows.</summary>
    public long Timestamp { get; init; }

    /// <summary>Milliseconds from the provider's time to here; negative when the clocks differ.</summary>
    public long Lag => Received - Tick.Time;
}

/// <summary>The feed's state changed (or a retry of it failed again).</summary>
/// <param name="Received">When, unix ms.</param>
/// <param name="State">The state from now on.</param>
/// <param name="Detail">Why, for a person; never with a key in it.</param>
/// <param name="Error">Class of the error that led here, if one did.</param>
/// <param name="RetryIn">Time to the next dial when <see cref="FeedState.BackingOff"/>.</param>
public sealed record StateEvent(long Received, FeedState State, string Detail, FeedErrorClass? Error = null, TimeSpan? RetryIn = null)
    : FeedEvent(Received);

/// <summary>The state of one symbol changed.</summary>
/// <param name="Received">When, unix ms.</param>
/// <param name="Symbol">Index in the list given to <see cref="ITickFeed.Run"/>; -1 when the provider did not name it.</param>
/// <param name="State">The state from now on.</param>
/// <param name="Detail">Why, in the provider's words where it had any.</param>
public sealed record SymbolEvent(long Received, int Symbol, SymbolFeedState State, string Detail) : FeedEvent(Received);

/// <summary>A frame, or a price in one, that was not used.</summary>
/// <param name="Received">When, unix ms.</param>
/// <param name="Reason">What was wrong with it.</param>
/// <param name="Detail">The frame's first 512 bytes, keys masked.</param>
/// <param name="Symbol">Index of the symbol; -1: not known.</param>
public sealed record RejectedEvent(long Received, RejectReason Reason, string Detail, int Symbol = -1) : FeedEvent(Received);

/// <summary>State of a feed.</summary>
public enum FeedState
{
    /// <summary>Dialling or waiting for the first frame.</summary>
    Connecting,

    /// <summary>Frames come.</summary>
    Live,

    /// <summary>Disconnected, waiting for the next dial.</summary>
    BackingOff,

    /// <summary>Given up: key, plan or configuration must be changed by a person.</summary>
    Failed,

    /// <summary>Connected in a closed market: silence is normal.</summary>
    MarketClosed,
}

/// <summary>State of one symbol of a feed.</summary>
public enum SymbolFeedState
{
    /// <summary>The provider confirmed it (Finnhub never does: the first price counts).</summary>
    Subscribed,

    /// <summary>The provider refuses it; asked again later.</summary>
    Refused,

    /// <summary>The provider says it cannot be traded now.</summary>
    Halted,

    /// <summary>Prices came after <see cref="Refused"/> or <see cref="Halted"/>.</summary>
    Resumed,
}

/// <summary>Why a frame or a price was not used.</summary>
public enum RejectReason
{
    /// <summary>Not the JSON it should be, or a price that is missing, not positive or crossed.</summary>
    Malformed,

    /// <summary>A symbol nobody subscribed.</summary>
    UnknownSymbol,

    /// <summary>Stamped in a closed market (stray prices of a weekend).</summary>
    MarketClosed,

    /// <summary>Its time is too far in the past or in the future.</summary>
    TimeOutOfRange,
}
