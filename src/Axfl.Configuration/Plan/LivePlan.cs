using Axfl.Data.Bars;

namespace Axfl.Configuration.Plan;

/// <summary>How a live run takes prices: the section <c>live</c> of a profile.</summary>
public sealed record LivePlan
{
    /// <summary>
    /// A price farther from the last than the largest of so many ATR14 of the run's bars, 30 spreads and a share of the price (0.5 %, metals 1.5 %) is
    /// held until two more agree with it. 0 leaves ATR out. 0 to 10,000, default 20.
    /// </summary>
    public double MaxTickAtr { get; init; } = PriceLimits.Atr;

    /// <summary>How long after its end a bar waits for late ticks, ms, 0 to 60,000. Default 2,000.</summary>
    public int LateTicksMs { get; init; } = 2_000;

    /// <summary>A price stamped farther ahead of its receipt is refused, ms, 0 to 60,000. Default 2,000.</summary>
    public int MaxAheadMs { get; init; } = 2_000;

    /// <summary>Prices that come later than this after their stamp (half of them) are warned of, ms, 1 to 600,000. Default 2,000.</summary>
    public int MaxLagMs { get; init; } = 2_000;

    /// <summary>In an open market a symbol without a price for longer is stale: entries are blocked. Seconds, 5 to 86,400, default 60.</summary>
    public int StaleAfterS { get; init; } = 60;

    /// <summary>How long history may take to give the bars of a gap before the run goes on without them. Seconds, 1 to 600, default 20.</summary>
    public int RepairWaitS { get; init; } = 20;
}
