using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Account;

/// <summary>Realised equity, and what of it belongs to the trading day.</summary>
internal sealed class Equity(double starting)
{
    /// <summary>Starting equity + realised PnL, account currency.</summary>
    public double Now { get; private set; } = starting;

    /// <summary>Realised R of the trading day.</summary>
    public double RToday { get; private set; }

    /// <summary>Realised PnL of the trading day.</summary>
    public double PnlToday { get; private set; }

    /// <summary>Closed trades of the run.</summary>
    public int Trades { get; private set; }

    /// <summary>Number of the trade that is being closed: 1, 2, ...</summary>
    public int NextTrade() => ++Trades;

    /// <summary>Books a closed trade.</summary>
    /// <param name="strategy">Its strategy.</param>
    /// <param name="r">R.</param>
    /// <param name="pnl">PnL, account currency.</param>
    /// <param name="isToday">Whether it belongs to the present trading day.</param>
    public void Book(StrategyDay strategy, double r, double pnl, bool isToday)
    {
        Now += pnl;
        if (!isToday) return;
        RToday += r;
        PnlToday += pnl;
        strategy.R += r;
        strategy.Pnl += pnl;
        strategy.Trades++;
    }

    public void BeginDay() => RToday = PnlToday = 0;
}
