namespace Axfl.Configuration.Plan;

/// <summary>Kinds of alerts.</summary>
[Flags]
public enum AlertEvents
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The run has started, or goes on.</summary>
    Start = 1,

    /// <summary>The run has ended.</summary>
    Stop = 2,

    /// <summary>A position was opened or closed.</summary>
    Trade = 4,

    /// <summary>An entry order was placed or cancelled.</summary>
    Order = 8,

    /// <summary>A halt of the portfolio or a strategy's daily stop began or ended.</summary>
    Halt = 16,

    /// <summary>The drawdown guard, a pause after losses, or news.</summary>
    Guard = 32,

    /// <summary>Prices are stale, the feed backs off, or prices are back.</summary>
    Feed = 64,

    /// <summary>Something the run cannot do.</summary>
    Error = 128,

    /// <summary>The day in numbers.</summary>
    Digest = 256,

    /// <summary>What a channel sends unless it says otherwise.</summary>
    Usual = Start | Stop | Trade | Halt | Feed | Error | Digest,
}
