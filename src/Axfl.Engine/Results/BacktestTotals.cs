using Axfl.Contracts;

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
    public void OnDecision(in DecisionRecord decision)
    {
        if (decision.Result.IsBlock) Blocked++;
        else if (decision.Stage == DecisionStage.Place) Accepted++;
        else if (decision.Stage == DecisionStage.Fill) Filled++;
        else Cancelled++;
    }

    /// <inheritdoc/>
    public void OnTrade(in TradeRecord trade)
    {
        Trades++;
        if (Prices.Above(trade.R, 0)) Wins++;
        R += trade.R;
        Pnl += trade.Pnl;
        Costs += trade.Costs;
        _hash.Append(trade);
    }

    /// <inheritdoc/>
    public void OnHalt(in HaltRecord halt)
    {
        if (halt.Began) Halts++;
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
