using Axfl.Contracts;
using Axfl.Engine;

namespace Axfl.Runtime;

/// <summary>A bar as a provider gave it: its bid and ask side, or the one price it has.</summary>
/// <param name="Bid">Bid side, or the only price.</param>
/// <param name="Ask">Ask side at the same time; null: the provider has one price.</param>
internal readonly record struct SidedBar(Bar Bid, Bar? Ask = null)
{
    /// <summary>Open time, unix ms.</summary>
    public long Time => Bid.Time;

    /// <summary>Mid prices and measured spreads, computed as the reader of bid and ask files does, so that both give the same numbers.</summary>
    public StepBar ToStep()
    {
        if (Ask is not { } ask) return new StepBar(0, Bid);
        var mid = new Bar(
            Time, (Bid.Open + ask.Open) / 2, (Bid.High + ask.High) / 2, (Bid.Low + ask.Low) / 2, (Bid.Close + ask.Close) / 2, Bid.Volume);
        return new StepBar(0, mid, ask.Open - Bid.Open, ask.Close - Bid.Close);
    }

    /// <summary>Whether a side that is sold at lies above the side that is bought at, which no market has.</summary>
    public bool IsCrossed => Ask is { } ask && (ask.Open < Bid.Open || ask.High < Bid.High || ask.Low < Bid.Low || ask.Close < Bid.Close);
}
