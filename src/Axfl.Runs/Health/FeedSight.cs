using Axfl.Providers.Common;

namespace Axfl.Runs.Health;

/// <summary>What a feed said while it was looked at.</summary>
/// <param name="symbols">Number of symbols.</param>
internal sealed class FeedSight(int symbols)
{
    private readonly List<string> _said = [];

    /// <summary>Each symbol, in plan order.</summary>
    public IReadOnlyList<SymbolSight> Symbols { get; } = [.. Enumerable.Range(0, symbols).Select(_ => new SymbolSight())];

    /// <summary>Whether messages came, or the market is closed and the connection was made.</summary>
    public bool IsConnected { get; private set; }

    /// <summary>Whether the connection was made in a closed market.</summary>
    public bool IsMarketClosed { get; private set; }

    /// <summary>Whether the feed gave up: only a person can help.</summary>
    public bool HasGivenUp { get; private set; }

    /// <summary>The last dial or connection that failed; null: none did.</summary>
    public StateEvent? Error { get; private set; }

    /// <summary>The last key that was refused; null: none was.</summary>
    public StateEvent? KeyError { get; private set; }

    /// <summary>What the provider said of no symbol it named.</summary>
    public IReadOnlyList<string> Said => _said;

    /// <summary>Takes what it says.</summary>
    public void Take(FeedEvent item)
    {
        switch (item)
        {
            case StateEvent state: Take(state); break;
            case SymbolEvent { Symbol: < 0 } said: _said.Add(said.Detail); break;
            case SymbolEvent said: Symbols[said.Symbol].Take(said); break;
            case TickEvent { Late: false } tick: Symbols[tick.Symbol].Price = tick; break;
        }
    }

    private void Take(StateEvent state)
    {
        IsMarketClosed = state.State is FeedState.MarketClosed;
        IsConnected |= state.State is FeedState.Live or FeedState.MarketClosed;
        HasGivenUp |= state.State is FeedState.Failed;
        if (state.Error is null) return;
        Error = state;
        if (state.Error is FeedErrorClass.Auth or FeedErrorClass.Plan) KeyError = state;
    }
}

/// <summary>What a feed said of one symbol.</summary>
internal sealed class SymbolSight
{
    /// <summary>Whether the provider confirmed the subscription.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>Whether it says that the symbol cannot be traded now.</summary>
    public bool IsHalted { get; private set; }

    /// <summary>Why it refused the symbol; null: it did not.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The newest price; null: none came.</summary>
    public TickEvent? Price { get; set; }

    /// <summary>Takes what it says.</summary>
    public void Take(SymbolEvent said)
    {
        IsConfirmed |= said.State is SymbolFeedState.Subscribed or SymbolFeedState.Resumed;
        IsHalted = said.State is SymbolFeedState.Halted;
        Refusal = said.State is SymbolFeedState.Refused ? said.Detail : null;
    }
}
