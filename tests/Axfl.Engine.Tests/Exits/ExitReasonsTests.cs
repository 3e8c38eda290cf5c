using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Exits;

/// <summary>Of the reasons to close at an open the first of HALT, EXIT, TIME is recorded.</summary>
public class ExitReasonsTests
{
    private static Scenario Due(bool halt, bool exit) => new Scenario().Of("a", "b").TimeStop(10)
        .Risk(r => r with { GlobalDailyStopR = halt ? -1 : null, FlattenOnHalt = true })
        .At(0, d => d.Buy(), "a").At(0, d => d.Buy(-50), "b").At(2, d => { if (exit) d.ExitPosition(); }, "b")
        .Flat(count: 2).Bar(0, 0, -10, 0).Flat();

    [Theory]
    [InlineData(true, true, "HALT")]
    [InlineData(false, true, "EXIT")]
    [InlineData(false, false, "TIME")]
    public void Halt_before_exit_before_time(bool halt, bool exit, string reason) => Assert.Equal($"1 0 -> 3 0 {reason}", Due(halt, exit).Run().Ledger[^1]);
}
