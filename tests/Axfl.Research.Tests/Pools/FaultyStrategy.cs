using Axfl.Contracts;

namespace Axfl.Research.Tests.Pools;

/// <summary>A strategy that buys once a day, throws, or does not end, as it is told.</summary>
[Strategy("faulty", "Throws, or does not end.", Shareable = false)]
public sealed class FaultyStrategy(FaultyParameters parameters, StrategySetup setup) : IStrategy
{
    /// <summary>The tests that have it not end: one at a time.</summary>
    internal const string DoesNotEnd = "a strategy that does not end";

    /// <summary>Reset by a test so that it does not end, and set again to let go of it.</summary>
    internal static readonly ManualResetEventSlim Released = new(initialState: true);

    private int _bars;

    /// <inheritdoc/>
    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        if (++_bars < 100) return;
        if (parameters.Fault == 1) throw new InvalidOperationException($"no luck with {setup.Instrument.Symbol}");
        if (parameters.Fault == 2) Released.Wait(TimeSpan.FromMinutes(2));
    }
}

/// <summary>What it does.</summary>
public sealed record FaultyParameters : StrategyParameters
{
    /// <summary>0: nothing; 1: throws; 2: does not end.</summary>
    [StrategyParameter("", Min = 0, Max = 1000)]
    public int Fault { get; init; }
}
