using Axfl.Contracts;

namespace Axfl.Research.StrategyTests.Actions;

/// <summary>A strategy with its parameters over the bars of one symbol.</summary>
/// <param name="Definition">The strategy.</param>
/// <param name="Setup">Its slot.</param>
/// <param name="All">All bars at hand, ascending.</param>
/// <param name="First">Place of the first bar of the plan's warm-up among them.</param>
/// <param name="Since">Start of the period, unix ms.</param>
internal sealed record StrategyCase(StrategyDefinition Definition, StrategySetup Setup, Bar[] All, int First, long Since)
{
    /// <summary>Bars of the period and its warm-up.</summary>
    public ReadOnlySpan<Bar> Bars => All.AsSpan(First);

    /// <summary>What a fresh instance does over bars.</summary>
    public List<StrategyAction> Run(ReadOnlySpan<Bar> bars, CancellationToken cancellation) => StrategyFeed.Run(Definition, Setup, bars, cancellation);
}
