using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Risk;

/// <summary>A guard halts entries after losses, until a time. Its gate asks whether it is on.</summary>
internal abstract class Guard
{
    /// <summary>When it ends although the trading day goes on, unix ms; long.MaxValue: it does not, or is not on.</summary>
    public long EndsAt { get; protected set; } = long.MaxValue;

    /// <summary>Whether it is on and ends with the trading day.</summary>
    public virtual bool EndsWithDay => false;

    /// <summary>Whether open positions count for it as they are on the bar in hand.</summary>
    public virtual bool CountsOpen => false;

    /// <summary>Whether it may begin on a bar without an exit. Not: it cannot while no stop loss and no target is reached.</summary>
    public virtual bool MayBeginWithoutExit => false;

    /// <summary>Adds its halts in force.</summary>
    public abstract void AddActive(List<ActiveHalt> active);

    /// <summary>An exit has been booked.</summary>
    /// <param name="strategy">Its strategy.</param>
    /// <param name="r">Its R.</param>
    /// <param name="time">Its time, unix ms.</param>
    public abstract void AfterExit(StrategyDay strategy, double r, long time);

    /// <summary>The trading day has ended. The counters of the day still stand.</summary>
    /// <param name="ended">Its end, unix ms.</param>
    public virtual void EndDay(long ended)
    {
    }

    /// <summary>An event at or after <see cref="EndsAt"/> has come.</summary>
    public virtual void End()
    {
    }
}
