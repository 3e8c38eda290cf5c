using Axfl.Contracts;
using Axfl.Engine.Portfolio;

namespace Axfl.Providers.Common.History;

/// <summary>A bar as a provider gave it: its bid and ask side, or the one price it has.</summary>
/// <param name="Bid">Bid side, or the only price.</param>
/// <param name="Ask">Ask side at the same time; null: the provider has one price.</param>
/// <param name="Mid">Mid prices; null: the provider has none of its own, and the means of both sides stand for them.</param>
internal readonly record struct SidedBar(Bar Bid, Bar? Ask = null, Bar? Mid = null)
{
    /// <summary>Open time, unix ms.</summary>
    public long Time => Bid.Time;

    /// <summary>
    /// Mid prices and measured spreads. Where the provider gives no mids they are computed as the reader of bid and ask files does, so that both give the same
    /// numbers; but the mean of the highest bid and the highest ask is not the highest mid, since the two need not have been at one time.
    /// </summary>
    public StepBar ToStep()
    {
        if (Ask is not { } ask) return new StepBar(0, Bid);
        var mid = Mid ?? new Bar(
            Time, (Bid.Open + ask.Open) / 2, (Bid.High + ask.High) / 2, (Bid.Low + ask.Low) / 2, (Bid.Close + ask.Close) / 2, Bid.Volume);
        return new StepBar(0, mid, ask.Open - Bid.Open, ask.Close - Bid.Close);
    }

    /// <summary>Whether a side that is sold at lies above the side that is bought at, which no market has.</summary>
    public bool IsCrossed => Ask is { } ask && (ask.Open < Bid.Open || ask.High < Bid.High || ask.Low < Bid.Low || ask.Close < Bid.Close);
}
