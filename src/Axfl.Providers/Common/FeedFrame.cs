using Axfl.Contracts;

namespace Axfl.Providers.Common;

/// <summary>One parsed message of a provider. Reused from message to message, so that reading prices makes no garbage but their names.</summary>
internal sealed class FeedFrame
{
    private readonly List<FrameTick> _ticks = [];
    private readonly List<string> _confirmed = [];
    private readonly List<FrameFault> _refused = [];

    /// <summary>What the message is.</summary>
    public FrameKind Kind { get; internal set; }

    /// <summary>Prices, in the order of the message.</summary>
    public IReadOnlyList<FrameTick> Ticks => _ticks;

    /// <summary>Symbols whose subscription was confirmed.</summary>
    public IReadOnlyList<string> Confirmed => _confirmed;

    /// <summary>Symbols that were refused.</summary>
    public IReadOnlyList<FrameFault> Refused => _refused;

    /// <summary>The provider's words, if any.</summary>
    public string? Message { get; internal set; }

    /// <summary>Prices in the message that were unusable.</summary>
    public int BadItems { get; internal set; }

    internal void Clear()
    {
        Kind = FrameKind.Unknown;
        _ticks.Clear();
        _confirmed.Clear();
        _refused.Clear();
        Message = null;
        BadItems = 0;
    }

    internal void Add(in FrameTick tick) => _ticks.Add(tick);

    internal void Confirm(string symbol) => _confirmed.Add(symbol);

    internal void Refuse(string symbol, string message) => _refused.Add(new FrameFault(symbol, message));

    /// <summary>Nothing of the message is to be trusted.</summary>
    internal void Fail(string why)
    {
        Clear();
        Kind = FrameKind.Malformed;
        Message = why;
    }

    /// <summary>Prices of a message that turned out to carry none.</summary>
    internal void DropTicks()
    {
        _ticks.Clear();
        BadItems = 0;
    }
}

/// <summary>A price under the provider's name of its symbol.</summary>
/// <param name="Symbol">The provider's name.</param>
/// <param name="Tick">Time and price.</param>
/// <param name="Volume">As the provider says, 0 if it does not; only tells duplicates apart.</param>
/// <param name="Tradeable">Whether the provider would trade on it.</param>
internal readonly record struct FrameTick(string Symbol, Tick Tick, double Volume = 0, bool Tradeable = true);

/// <summary>A refused symbol.</summary>
/// <param name="Symbol">The provider's name.</param>
/// <param name="Message">The provider's words; empty if it had none.</param>
internal readonly record struct FrameFault(string Symbol, string Message);

/// <summary>Kinds of message.</summary>
internal enum FrameKind
{
    /// <summary>Well-formed, of a kind not known here.</summary>
    Unknown,

    /// <summary>Prices (possibly none).</summary>
    Prices,

    /// <summary>Ping or heartbeat.</summary>
    Heartbeat,

    /// <summary>Answer to a subscription.</summary>
    SubscribeStatus,

    /// <summary>An error, in <see cref="FeedFrame.Message"/>.</summary>
    Error,

    /// <summary>Not a message of this provider; why is in <see cref="FeedFrame.Message"/>.</summary>
    Malformed,
}
