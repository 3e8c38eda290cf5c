using Axfl.Contracts;
using Axfl.Engine.Events;
using Axfl.Engine.Results;

namespace Axfl.Research.Trials;

/// <summary>An observer that keeps the trades of a run and hashes its ledger; that alone counts.</summary>
internal sealed class TrialLedger : EngineObserver, IDisposable
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
    public override void OnTradeClosed(in TradeClosed closed)
    {
        _hash.Append(closed.Trade);
        _trades.Add(closed.Trade.ToTrade());
        _days.Add(closed.Trade.TradingDay);
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
