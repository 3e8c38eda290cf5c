using Axfl.Contracts;
using Axfl.Engine.Portfolio;

namespace Axfl.Research.StrategyTests.Actions;

/// <summary>A fresh instance of a strategy that gets bars one at a time, and what it asks for.</summary>
internal sealed class StrategyFeed
{
    private const int BarsBetweenLooks = 1024;
    private readonly IStrategy _strategy;
    private readonly RecordingDesk _desk = new();

    /// <exception cref="AxflException">It cannot be made.</exception>
    public StrategyFeed(StrategyDefinition definition, StrategySetup setup) => _strategy = ForeignStrategy.Create(definition, setup);

    /// <summary>What it has asked for so far.</summary>
    public List<StrategyAction> Actions => _desk.Actions;

    /// <summary>Shows it a bar.</summary>
    public void Add(in Bar bar)
    {
        _desk.At(bar);
        _strategy.OnBar(bar, _desk);
    }

    /// <summary>Shows it bars.</summary>
    public StrategyFeed Add(ReadOnlySpan<Bar> bars, CancellationToken cancellation)
    {
        for (var i = 0; i < bars.Length; i++)
        {
            if (i % BarsBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            Add(bars[i]);
        }

        return this;
    }

    /// <summary>What a fresh instance does over bars.</summary>
    public static List<StrategyAction> Run(StrategyDefinition definition, StrategySetup setup, ReadOnlySpan<Bar> bars, CancellationToken cancellation) =>
        new StrategyFeed(definition, setup).Add(bars, cancellation).Actions;
}
