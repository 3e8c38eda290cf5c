using Axfl.Contracts;
using Axfl.Runs.Backtest;
using Axfl.Strategies.Catalogue;

namespace Axfl.Runs.Tests.Backtest;

/// <summary>The replay that nobody sees.</summary>
public class ReplayRehearsalTests
{
    [Fact]
    public void It_reads_and_trades_so_that_the_code_of_both_is_loaded() => Assert.True(ReplayRehearsal.Play(StrategyCatalogue.BuiltIn) > 0);

    [Fact]
    public void It_never_fails() =>
        Assert.Equal(-1, ReplayRehearsal.Play([new StrategyDefinition("broken", "", [], "test", _ => throw new InvalidOperationException("broken"))]));
}
