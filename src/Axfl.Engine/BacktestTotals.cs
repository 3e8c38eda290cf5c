using Axfl.Contracts;
using Axfl.Engine.Events;
using Axfl.Engine.Results;

namespace Axfl.Engine;

/// <summary>An observer that keeps counts, totals and the ledger hash, and nothing that grows with the run.</summary>
public sealed class BacktestTotals : IEngineObserver, IDisposable
{
    private readonly LedgerHash _hash = new();

    /// <summary>Closed trades.</summary>
    public int Trades { get; private set; }

    /// <summary>Trades with R above 0.</summary>
    public int Wins { get; private set; }

    /// <summary>Realised R.</summary>
    public double R { get; private set; }

    /// <summary>Realised PnL, account currency.</summary>
    public double Pnl { get; private set; }

    /// <summary>Spread, slippage and commission of all trades, account currency.</summary>
    public double Costs { get; private set; }

    /// <summary>Orders that were accepted.</summary>
    public int Accepted { get; private set; }

    /// <summary>Orders that filled.</summary>
    public int Filled { get; private set; }

    /// <summary>Orders that a gate blocked, when they were placed or at their fill.</summary>
    public int Blocked { get; private set; }

    /// <summary>Orders that were cancelled.</summary>
    public int Cancelled { get; private set; }

    /// <summary>Halts that began.</summary>
    public int Halts { get; private set; }

    /// <summary>Hash of the ledger so far: that of the same replay.</summary>
    public string LedgerHash => _hash.Current;

    /// <inheritdoc/>
    public void OnOrderPlaced(in OrderPlaced placed) => Accepted++;

    /// <inheritdoc/>
    public void OnOrderBlocked(in OrderBlocked blocked) => Blocked++;

    /// <inheritdoc/>
    public void OnOrderCancelled(in OrderCancelled cancelled) => Cancelled++;

    /// <inheritdoc/>
    public void OnTradeOpened(in TradeOpened opened) => Filled++;

    /// <inheritdoc/>
    public void OnTradeClosed(in TradeClosed closed)
    {
        var trade = closed.Trade;
        Trades++;
        if (Prices.Above(trade.R, 0)) Wins++;
        R += trade.R;
        Pnl += trade.Pnl;
        Costs += trade.Costs;
        _hash.Append(trade);
    }

    /// <inheritdoc/>
    public void OnHaltBegan(in HaltBegan began) => Halts++;

    /// <inheritdoc/>
    public void OnHaltEnded(in HaltEnded ended)
    {
        // Counted when it began.
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
