using Axfl.Engine.Account;
using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Risk;

/// <summary>
/// The guards. After an exit the narrowest is tested first; what they say at the end of a day and for those who watch begins with the widest. A new one is
/// its class, its gate, and its place here.
/// </summary>
internal sealed class Halts
{
    private readonly PortfolioState _state;
    private readonly Equity _equity;
    private readonly Guard[] _guards;
    private long _nextEnd = long.MaxValue;

    public Halts(PortfolioState state, TradingAccount account)
    {
        _state = state;
        _equity = account.Equity;
        Portfolio = new PortfolioHalt(state, account);
        Target = new PortfolioTarget(state, account);
        Drawdown = new DrawdownGuard(state, account.Equity);
        _guards = [Portfolio, Target, Drawdown, new StrategyDailyStop(state), new LossStreak(state)];
    }

    public PortfolioHalt Portfolio { get; }

    public PortfolioTarget Target { get; }

    public DrawdownGuard Drawdown { get; }

    /// <summary>How often the portfolio has been halted: each time touches orders and positions of every symbol.</summary>
    public int PortfolioHalts => Portfolio.Begun + Target.Begun;

    /// <summary>When the next of the halts in force ends, unix ms; long.MaxValue: none is.</summary>
    public long NextChange
    {
        get
        {
            var next = _nextEnd;
            foreach (var guard in _guards)
                if (guard.EndsWithDay) next = Math.Min(next, _state.Day.End);
            return next;
        }
    }

    /// <summary>Whether open positions count for a halt as they are on the bar in hand.</summary>
    public bool CountOpen
    {
        get
        {
            foreach (var guard in _guards)
                if (guard.CountsOpen) return true;
            return false;
        }
    }

    /// <summary>Whether a halt may begin on a bar without an exit. Not: none can while no stop loss and no target is reached.</summary>
    public bool MayBeginWithoutExit
    {
        get
        {
            foreach (var guard in _guards)
                if (guard.MayBeginWithoutExit) return true;
            return false;
        }
    }

    /// <summary>Tests every limit after an exit has been booked.</summary>
    public void AfterExit(Slot slot, double r, long time)
    {
        for (var i = _guards.Length - 1; i >= 0; i--) _guards[i].AfterExit(slot.Strategy, r, time);
        _nextEnd = NextEnd();
    }

    /// <summary>Tests the limits for which open positions count, as they are on the bar in hand.</summary>
    /// <param name="time">Open time of the bar, unix ms.</param>
    public void TestOpen(long time)
    {
        Portfolio.Test(time);
        Target.Test(time);
    }

    /// <summary>Ends what ends with the trading day, and starts its counters at zero.</summary>
    /// <param name="ended">End of the day before, unix ms: its halts end then.</param>
    public void BeginDay(long ended)
    {
        foreach (var guard in _guards) guard.EndDay(ended);
        _equity.BeginDay();
        foreach (var strategy in _state.Strategies) strategy.Reset();
    }

    /// <summary>Ends what has come to its end at a time (unix ms).</summary>
    public void Advance(long time)
    {
        if (time < _nextEnd) return;
        foreach (var guard in _guards)
            while (time >= guard.EndsAt) guard.End();
        _nextEnd = NextEnd();
    }

    /// <summary>Halts in force.</summary>
    public IReadOnlyList<ActiveHalt> Active()
    {
        List<ActiveHalt> active = [];
        foreach (var guard in _guards) guard.AddActive(active);
        return active;
    }

    private long NextEnd()
    {
        var next = long.MaxValue;
        foreach (var guard in _guards) next = Math.Min(next, guard.EndsAt);
        return next;
    }
}
