namespace Axfl.Runtime;

/// <summary>How a live run takes prices: the section <c>live</c> of a profile.</summary>
public sealed record LivePlan
{
    /// <summary>A tick farther than this many ATR14 of the run's bars from the last price is refused; 0: none is. 0 to 10,000, default 20.</summary>
    public double MaxTickAtr { get; init; } = 20;

    /// <summary>How long after its end a bar waits for late ticks, ms, 0 to 60,000. Default 2,000.</summary>
    public int LateTicksMs { get; init; } = 2_000;

    /// <summary>In an open market a symbol without a price for longer is stale: entries are refused. Seconds, 5 to 86,400, default 60.</summary>
    public int StaleAfterS { get; init; } = 60;

    /// <summary>How long history may take to give the bars of a gap before the run goes on without them. Seconds, 1 to 600, default 20.</summary>
    public int RepairWaitS { get; init; } = 20;
}
