using Axfl.Contracts;
using Axfl.Engine.Events;
using Axfl.Engine.Results;

namespace Axfl.Research.Trials;

/// <summary>An observer that keeps the trades of a run and hashes its ledger.</summary>
internal sealed class TrialLedger : IEngineObserver, IDisposable
{
    private readonly LedgerHash _hash = new();
    private readonly List<Trade> _trades = [];
    private readonly List<int> _days = [];

    /// <summary>Closed trades in order.</summary>
    public IReadOnlyList<Trade> Trades => _trades;

    /// <summary>Trading day of each trade's exit, in order.</summary>
    public IReadOnlyList<int> TradeDays => _days;

    /// <summary>Hash of the ledger so far.</summary>
    public string Hash => _hash.Current;

    /// <inheritdoc/>
    public void OnTradeClosed(in TradeClosed closed)
    {
        _hash.Append(closed.Trade);
        _trades.Add(closed.Trade.ToTrade());
        _days.Add(closed.Trade.TradingDay);
    }

    /// <inheritdoc/>
    public void OnOrderPlaced(in OrderPlaced placed)
    {
        // The ledger alone counts.
    }

    /// <inheritdoc/>
    public void OnOrderBlocked(in OrderBlocked blocked)
    {
        // The ledger alone counts.
    }

    /// <inheritdoc/>
    public void OnOrderCancelled(in OrderCancelled cancelled)
    {
        // The ledger alone counts.
    }

    /// <inheritdoc/>
    public void OnTradeOpened(in TradeOpened opened)
    {
        // The ledger alone counts.
    }

    /// <inheritdoc/>
    public void OnHaltBegan(in HaltBegan began)
    {
        // The ledger alone counts.
    }

    /// <inheritdoc/>
    public void OnHaltEnded(in HaltEnded ended)
    {
        // The ledger alone counts.
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
